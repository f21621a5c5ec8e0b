package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"h200filing/export/document"
	"h200filing/export/typeset"
)

// Measures of the foot of a page in millimetres. GB/T 9704-2012, 7.5, puts the
// page number 7 mm below the type area.
const (
	footDrop  = 7.0
	qrSide    = 11.0
	digestLen = 16
)

// finishPages adds what stands on every page, now that their number is known,
// and names the arts.
func (p *plan) finishPages(g *glyphs, doc *document.Document) error {
	code, err := qrArt(doc.Digest)
	if err != nil {
		return fmt.Errorf("digest: %w", err)
	}
	foot := footer{glyphs: g, doc: doc, code: code, total: len(p.pages)}
	named := map[*art]bool{}
	for i := range p.pages {
		at := &p.pages[i]
		at.foot = foot.ops(at.size, i+1)
		if doc.Draft && doc.Mark != "" {
			at.ground = watermark(g, at.size, doc.Mark)
		}
		for _, list := range [][]op{at.ops, at.foot} {
			for _, o := range list {
				if o.kind == opArt && !named[o.art] {
					named[o.art] = true
					p.arts = append(p.arts, o.art)
					o.art.name = "A" + strconv.Itoa(len(p.arts))
				}
			}
		}
	}
	return nil
}

// watermark stands across the page, behind its text.
func watermark(g *glyphs, size paper, text string) []op {
	width := g.measure(text, lookMark)
	diagonal := min(size.w, size.h) * 1.1
	look := lookMark
	if width > diagonal {
		look = lookPartTitle // a sentence rather than a word
	}
	runs := g.runs(strings.ReplaceAll(text, "\n", " "), look)
	width = typeset.Width(runs, g.advance)
	var out []op
	x := -width / 2
	for _, r := range runs {
		w := typeset.Width([]typeset.Run{r}, g.advance)
		out = append(out, op{
			kind: opSlant, x: size.w / 2, y: size.h / 2, w: x, h: 0.36 * look.em(),
			text: r.Text, style: r.Style, gray: looks[lookMark].gray,
		})
		x += w
	}
	return out
}

// footer sets the foot of pages.
type footer struct {
	*glyphs
	doc   *document.Document
	code  *art
	total int
}

func (f footer) ops(size paper, n int) []op {
	top := size.h - size.bottom + footDrop
	if size.bottom < 30 {
		top -= 2
	}
	width := size.width()
	number := strings.NewReplacer("{n}", strconv.Itoa(n), "{total}", strconv.Itoa(f.total)).Replace(f.doc.PageOf)
	side := (width - f.measure(number, lookPage)) / 2
	out := f.text(nil, number, lookPage, shape{width: width, align: typeset.Center}, size.left, top)
	out = f.text(out, f.doc.Footer, lookFooter, shape{width: side - 4, align: typeset.Left}, size.left, top+0.5)
	if f.code == nil {
		return out
	}
	right := size.left + width
	digest := f.doc.Digest[:min(len(f.doc.Digest), digestLen)]
	out = f.text(out, digest, lookTiny, shape{width: side - qrSide - 4, align: typeset.Right}, right-side+2, top+1)
	return append(out, op{kind: opArt, x: right - qrSide, y: top - 2, w: qrSide, h: qrSide, art: f.code})
}

func (f footer) text(out []op, text string, look look, s shape, x, y float64) []op {
	for i, line := range f.set(text, look, s) {
		out = lineOps(out, line, look, x, y+float64(i)*look.pitch())
	}
	return out
}
