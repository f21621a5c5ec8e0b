package pdf

import (
	"math"
	"strconv"
	"sync"
)

// content writes what a page shows in the operators of ISO 32000-1, 8 and 9. It
// names the state only where that changes and lets the texts of a line follow each
// other, so that it takes a third of the room that gofpdf's own Text and SetFont
// take, and of their time.
type content struct {
	out    []byte
	codes  *[faceCount]codes
	height float64 // of the page, in millimetres

	// The state of the page; lengths are whole parts of a point, so that what is
	// written is what is remembered.
	face    face
	size    float64 // points
	spacing int     // 1/10,000
	pen     int     // 1/100
	gray    int     // of rules; greys are 0 to 255
	fill    int     // of texts and grounds
	dashed  bool
	open    bool // between BT and ET
	x, y    int  // of the last text, 1/100
}

// usualContent is how many bytes most pages take.
const usualContent = 16 << 10

// layers are the ops of a page in the order in which they are drawn.
func (p *page) layers() [3][]op { return [3][]op{p.ground, p.ops, p.foot} }

// contentBuffers are used again: what a page shows is not needed once it is packed.
var contentBuffers = sync.Pool{New: func() any {
	b := make([]byte, 0, usualContent)
	return &b
}}

// contents has the crew write and pack the pages.
func contents(c *crew, p plan, all *[faceCount]codes) []packed {
	out := make([]packed, len(p.pages))
	for i := range p.pages {
		c.do(func() {
			b := contentBuffers.Get().(*[]byte)
			defer contentBuffers.Put(b)
			*b = appendContent((*b)[:0], &p.pages[i], all)
			out[i] = pack(*b)
		})
	}
	return out
}

// appendContent writes a page.
func appendContent(out []byte, p *page, c *[faceCount]codes) []byte {
	w := content{out: out, codes: c, height: p.size.h, face: faceCount, pen: -1, gray: -1, fill: -1}
	for i, ops := range p.layers() {
		furniture := i != 1 && len(ops) > 0
		if furniture {
			w.raw("/Artifact BMC\n")
		}
		// Grounds first, or they would cover half of the rules around them.
		for _, ground := range []bool{true, false} {
			for j := range ops {
				if (ops[j].kind == opFill) == ground {
					w.op(&ops[j])
				}
			}
		}
		if furniture {
			w.raw("EMC\n")
		}
	}
	w.raw("")
	return w.out
}

func (w *content) op(o *op) {
	switch o.kind {
	case opText:
		w.text(o)
	case opRule:
		w.stroke(o)
		w.numbers(w.across(o.x), w.up(o.y))
		w.out = append(w.out, "m "...)
		w.numbers(w.across(o.x+o.w), w.up(o.y+o.h))
		w.out = append(w.out, "l S\n"...)
	case opFrame:
		w.stroke(o)
		w.rectangle(o, "S\n")
	case opFill:
		w.ink(o.gray)
		w.rectangle(o, "f\n")
	case opArt:
		w.art(o)
	}
}

// across and up turn millimetres from the left and from the top into hundredths of
// a point from the left and from the bottom.
func (w *content) across(x float64) int { return hundredths(x / mmPerPoint) }
func (w *content) up(y float64) int     { return hundredths((w.height - y) / mmPerPoint) }

func hundredths(points float64) int { return int(math.Round(points * 100)) }

// shade turns a grey, 0 black and 1 white, into 0 to 255.
func shade(gray float64) int { return int(gray*255 + 0.5) }

// raw ends the current text, if one is open, and writes operators.
func (w *content) raw(operators string) {
	if w.open {
		w.out = append(w.out, "ET\n"...)
		w.open = false
	}
	w.out = append(w.out, operators...)
}

// numbers writes hundredths, each with a space after it.
func (w *content) numbers(all ...int) {
	for _, n := range all {
		w.out = append(appendDecimal(w.out, n, 2), ' ')
	}
}

// appendDecimal writes n of 10^-places each, without zeros at the end.
func appendDecimal(out []byte, n, places int) []byte {
	if n < 0 {
		out, n = append(out, '-'), -n
	}
	unit := 1
	for range places {
		unit *= 10
	}
	out = strconv.AppendInt(out, int64(n/unit), 10)
	rest := n % unit
	if rest > 0 {
		out = append(out, '.')
	}
	for rest > 0 {
		unit /= 10
		out = append(out, byte('0'+rest/unit))
		rest %= unit
	}
	return out
}

func (w *content) rectangle(o *op, paint string) {
	w.raw("")
	w.numbers(w.across(o.x), w.up(o.y+o.h), hundredths(o.w/mmPerPoint), hundredths(o.h/mmPerPoint))
	w.out = append(append(w.out, "re "...), paint...)
}

// stroke sets pen, grey and dashes.
func (w *content) stroke(o *op) {
	w.raw("")
	if pen := hundredths(o.pen / mmPerPoint); w.pen != pen {
		w.pen = pen
		w.numbers(pen)
		w.out = append(w.out, "w\n"...)
	}
	if gray := shade(o.gray); w.gray != gray {
		w.gray = gray
		w.level(gray, "G\n")
	}
	if w.dashed != o.dashed {
		w.dashed = o.dashed
		pattern := "[] 0 d\n"
		if o.dashed {
			pattern = "[3.4 2.55] 0 d\n" // 1.2 and 0.9 mm
		}
		w.out = append(w.out, pattern...)
	}
}

// ink sets the grey of texts and grounds, which is one and the same.
func (w *content) ink(gray float64) {
	if v := shade(gray); w.fill != v {
		w.fill = v
		w.level(v, "g\n")
	}
}

func (w *content) level(v int, operator string) {
	w.out = append(appendDecimal(w.out, (v*1000+127)/255, 3), ' ')
	w.out = append(w.out, operator...)
}

// text shows a text; one on the baseline of the text before it is placed from there.
func (w *content) text(o *op) {
	x, y := w.across(o.x), w.up(o.y)
	if !w.open {
		w.out = append(w.out, "BT\n"...)
		w.open, w.x, w.y = true, 0, 0
	}
	w.style(o)
	w.numbers(x-w.x, y-w.y)
	w.x, w.y = x, y
	_, f := lookAndFace(o.style)
	w.out = append(w.out, "Td ("...)
	w.out = w.codes[f].append(w.out, o.text)
	w.out = append(w.out, ")Tj\n"...)
}

// style selects the font, the spacing and the shade of an op's text.
func (w *content) style(o *op) {
	l, f := lookAndFace(o.style)
	if w.face != f || w.size != looks[l].size {
		w.face, w.size = f, looks[l].size
		w.out = append(append(w.out, '/'), resourceNames[f]...)
		w.out = append(w.out, ' ')
		w.numbers(hundredths(w.size))
		w.out = append(w.out, "Tf\n"...)
	}
	if spacing := int(math.Round(o.spacing / mmPerPoint * 10000)); w.spacing != spacing {
		w.spacing = spacing
		w.out = append(appendDecimal(w.out, spacing, 4), " Tc\n"...)
	}
	w.ink(looks[l].gray)
}

// art shows a picture, a page of another file or the code in its rectangle.
func (w *content) art(o *op) {
	w.raw("q ")
	w.transform(matrix{o.w / mmPerPoint, 0, 0, o.h / mmPerPoint, o.x / mmPerPoint, (w.height - o.y - o.h) / mmPerPoint})
	if o.art.turn != identity {
		w.transform(o.art.turn)
	}
	w.out = append(append(w.out, '/'), o.art.name...)
	w.out = append(w.out, " Do Q\n"...)
}

func (w *content) transform(m matrix) {
	for _, v := range m {
		w.out = append(appendDecimal(w.out, int(math.Round(v*1000)), 3), ' ')
	}
	w.out = append(w.out, "cm "...)
}
