package pdf

import (
	"slices"

	"h200filing/export/typeset"
)

// opKind is what an op draws.
type opKind uint8

const (
	opText  opKind = iota // text from (x, y) on the baseline
	opRule                // a line from (x, y) to (x+w, y+h)
	opFill                // a filled rectangle
	opFrame               // an outlined rectangle
	opArt                 // a picture or a page of another file in a rectangle
	opLink                // a rectangle that leads to a part
)

// op is one thing drawn. Pages are lists of ops, so that tests and previews can
// look at a page without a PDF reader.
type op struct {
	kind       opKind
	x, y, w, h float64 // millimetres
	text       string
	style      typeset.Style
	spacing    float64 // millimetres after each character
	gray       float64 // of rules and rectangles
	pen        float64 // width of rules and frames
	dashed     bool
	art        *art
	part       string // id of the part that a link leads to
}

// rule widths in millimetres and the greys of tables.
const (
	penThin  = 0.15
	penHead  = 0.25
	penTable = 0.35

	grayRule = 0.55
	grayHead = 0.93
	grayBad  = 0.88
)

// lineOps places the spans of a line whose top left corner is (x, y).
func lineOps(out []op, line typeset.Line, l look, x, y float64) []op {
	out = slices.Grow(out, len(line.Spans))
	for _, s := range line.Spans {
		out = append(out, op{
			kind: opText, x: x + s.X, y: y + l.drop(), w: s.Width,
			text: s.Text, style: s.Style, spacing: s.Spacing,
		})
	}
	return out
}

// moved is the op shifted.
func (o op) moved(dx, dy float64) op {
	o.x += dx
	o.y += dy
	return o
}
