package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// drawer puts laid out pages into a file.
type drawer struct {
	*gofpdf.Fpdf
	codes *[faceCount]codes

	// What the page's state is, to say it only when it changes.
	face    face
	size    float64
	spacing float64
	pen     float64
	gray    float64 // of rules
	ink     float64 // of text
	fill    float64
	dashed  bool
}

// draw writes the pages as gofpdf does, uncompressed and without anything that
// finish adds. To gofpdf a face is a slot without a font file, for it would parse
// and cut the file again for every document, and text is codes of two bytes, of
// which it only escapes some.
func draw(p plan, c *[faceCount]codes) ([]byte, error) {
	d := drawer{codes: c, Fpdf: gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "mm", Size: gofpdf.SizeType{Wd: 210, Ht: 297},
	})}
	d.SetCompression(false)
	d.SetCatalogSort(true)
	d.SetCreationDate(time.Unix(0, 0).UTC())
	d.SetModificationDate(time.Unix(0, 0).UTC())
	d.SetAutoPageBreak(false, 0)
	d.SetMargins(0, 0, 0)
	for _, name := range slotNames {
		d.AddFontFromReader(name, "", strings.NewReader(`{"Tp":"Core","Name":"`+name+`"}`))
	}
	for i := range p.pages {
		d.page(&p.pages[i])
	}
	var out bytes.Buffer
	if err := d.Output(&out); err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return out.Bytes(), nil
}

// slotNames are what gofpdf knows the faces by.
var slotNames = [faceCount]string{"facea", "faceb", "facec", "faced", "facee"}

// layers are the ops of a page in the order in which they are drawn.
func (p *page) layers() [3][]op { return [3][]op{p.ground, p.ops, p.foot} }

func (d *drawer) page(p *page) {
	if d.dashed {
		d.SetDashPattern(nil, 0) // gofpdf takes dashes along to the next page
	}
	orientation := "P"
	if p.size.w > p.size.h {
		orientation = "L"
	}
	d.AddPageFormat(orientation, gofpdf.SizeType{Wd: min(p.size.w, p.size.h), Ht: max(p.size.w, p.size.h)})
	d.face, d.size, d.spacing, d.pen, d.gray, d.ink, d.fill, d.dashed = faceCount, 0, 0, -1, -1, -1, -1, false
	for i, ops := range p.layers() {
		furniture := i != 1 && len(ops) > 0
		if furniture {
			d.RawWriteStr("/Artifact BMC")
		}
		// Grounds first, or they would cover half of the rules around them.
		for _, ground := range []bool{true, false} {
			for j := range ops {
				if (ops[j].kind == opFill) == ground {
					d.op(&ops[j])
				}
			}
		}
		if furniture {
			d.RawWriteStr("EMC")
		}
	}
}

func (d *drawer) op(o *op) {
	switch o.kind {
	case opText:
		d.text(o)
	case opRule:
		d.stroke(o)
		d.Line(o.x, o.y, o.x+o.w, o.y+o.h)
	case opFrame:
		d.stroke(o)
		d.Rect(o.x, o.y, o.w, o.h, "D")
	case opFill:
		if d.fill != o.gray {
			d.fill = o.gray
			v := shade(o.gray)
			d.SetFillColor(v, v, v)
		}
		d.Rect(o.x, o.y, o.w, o.h, "F")
	case opArt:
		d.art(o)
	}
}

func shade(gray float64) int { return int(gray*255 + 0.5) }

// stroke sets pen, grey and dashes.
func (d *drawer) stroke(o *op) {
	if d.pen != o.pen {
		d.pen = o.pen
		d.SetLineWidth(o.pen)
	}
	if d.gray != o.gray {
		d.gray = o.gray
		v := shade(o.gray)
		d.SetDrawColor(v, v, v)
	}
	if d.dashed != o.dashed {
		d.dashed = o.dashed
		var pattern []float64
		if o.dashed {
			pattern = []float64{1.2, 0.9}
		}
		d.SetDashPattern(pattern, 0)
	}
}

// use selects the font, the spacing and the shade of an op's text.
func (d *drawer) use(o *op) {
	l, f := lookAndFace(o.style)
	if d.face != f || d.size != looks[l].size {
		d.face, d.size = f, looks[l].size
		d.SetFont(slotNames[f], "", d.size)
	}
	if diff := d.spacing - o.spacing; diff > 1e-6 || diff < -1e-6 {
		d.spacing = o.spacing
		d.RawWriteStr(strconv.FormatFloat(o.spacing/mmPerPoint, 'f', 4, 64) + " Tc")
	}
	gray := looks[l].gray
	if d.ink != gray {
		d.ink = gray
		v := shade(gray)
		d.SetTextColor(v, v, v)
	}
}

func (d *drawer) text(o *op) {
	d.use(o)
	_, f := lookAndFace(o.style)
	d.Text(o.x, o.y, d.codes[f].encode(o.text))
}

func (d *drawer) art(o *op) {
	_, height := d.GetPageSize()
	k := 1 / mmPerPoint
	t := o.art.turn
	d.RawWriteStr(fmt.Sprintf("q %.3f 0 0 %.3f %.3f %.3f cm", o.w*k, o.h*k, o.x*k, (height-o.y-o.h)*k))
	if t != identity {
		d.RawWriteStr(fmt.Sprintf("%g %g %g %g %g %g cm", t[0], t[1], t[2], t[3], t[4], t[5]))
	}
	d.RawWriteStr("/" + o.art.name + " Do Q")
}
