package pdf

import (
	"h200filing/export/document"
	"h200filing/export/typeset"
)

// boxSide is the side of a check box in ems; its shape is drawn, for ☐ and ☑
// are in hardly any typeface.
const boxSide = 0.8

// checks sets statements, each behind a box.
func (l *layouter) checks(b document.Checks) {
	look := l.body()
	em := look.em()
	indent := 1.6 * em
	for _, item := range b.Items {
		lines := l.set(item.Text, look, shape{width: l.width(), first: indent, rest: indent, align: l.prose()})
		if len(lines) == 0 {
			lines = []typeset.Line{{}}
		}
		pieces := l.lines(lines, look, false)
		side := boxSide * em
		pieces[0].ops = append(pieces[0].ops, box(0.3*em, (look.pitch()-side)/2, side, item.Ticked)...)
		pieces[0].before = 1
		l.add(pieces...)
	}
}

// box is a square, ticked or not.
func box(x, y, side float64, ticked bool) []op {
	out := []op{{kind: opFrame, x: x, y: y, w: side, h: side, pen: 0.3}}
	if !ticked {
		return out
	}
	const pen = 0.55
	return append(out,
		op{kind: opRule, x: x + 0.18*side, y: y + 0.5*side, w: 0.24 * side, h: 0.28 * side, pen: pen},
		op{kind: opRule, x: x + 0.42*side, y: y + 0.78*side, w: 0.42 * side, h: -0.56 * side, pen: pen})
}
