package pdf

import (
	"math"

	"h200filing/export/document"
	"h200filing/export/typeset"
)

// sealRoom is the height kept free for a company seal, which measures 40 to
// 45 mm and is set over the name and the date (GB/T 9704-2012, 7.3.5).
const sealRoom = 46.0

// signature sets a place to sign and seal in the right part of the page, as one
// piece.
func (l *layouter) signature(b document.Signature) {
	look := l.body()
	width := min(l.width(), 100)
	if l.letter {
		width = min(l.width(), 110)
	}
	s := signatureSetter{layouter: l, look: look, x: l.width() - width, width: width}
	// 成文日期右空四字; the name of who signs and the seal stand centred on it
	// (GB/T 9704-2012, 7.3.5.1).
	s.axis = width - 4*look.em() - l.measure(b.Date, look)/2
	for _, line := range b.Lines {
		s.labels = max(s.labels, min(l.measure(line.Label, look), 0.55*width))
	}
	for _, line := range b.Lines {
		s.line(line)
	}
	s.centred(b.Date)
	s.centred(b.Place)
	height := s.y
	if b.Seal {
		height = max(height, sealRoom)
	}
	// With little to print the seal's room lies around it, not below it.
	shift := (height - s.y) / 2
	for i := range s.ops {
		s.ops[i].y += shift
	}
	l.add(piece{height: height, before: look.pitch(), ops: s.ops, signed: true})
}

// keepSigned keeps the last two lines before each signature on its page: nobody
// may sign or seal a page that says nothing.
func (l *layouter) keepSigned() {
	for i := range l.out {
		if l.out[i].signed {
			l.keepBefore(i)
		}
	}
}

func (l *layouter) keepBefore(signature int) {
	for i, lines := signature-1, 2; i >= 0 && lines > 0 && l.out[i].sheet == nil; i-- {
		l.out[i].keep = true
		if len(l.out[i].ops) > 0 {
			lines--
		}
	}
}

// signatureSetter stacks the lines of a signature.
type signatureSetter struct {
	*layouter
	look     look
	x, width float64
	axis     float64 // middle of the date
	labels   float64 // width of the longest label
	y        float64
	ops      []op
}

// line sets a label with the printed name or, where there is none, with a rule to
// sign on; without a label it is the name of who signs.
func (s *signatureSetter) line(p document.Pair) {
	if p.Label == "" {
		s.centred(p.Value)
		return
	}
	label := s.set(p.Label, s.look, shape{width: 0.55 * s.width, align: typeset.Left})
	start := s.labels + s.look.em()
	value := s.set(p.Value, s.look, shape{width: s.width - start, align: typeset.Left})
	height := float64(max(len(label), len(value), 1)) * s.look.pitch()
	for i, line := range label {
		s.ops = lineOps(s.ops, line, s.look, s.x, s.y+float64(i)*s.look.pitch())
	}
	for i, line := range value {
		s.ops = lineOps(s.ops, line, s.look, s.x+start, s.y+float64(i)*s.look.pitch())
	}
	if p.Value == "" { // what is printed is not written again
		below := s.y + height - 0.4
		s.ops = append(s.ops, op{kind: opRule, x: s.x + start, y: below, w: s.width - start, pen: penThin, gray: 0.3})
	}
	s.y += height + 2
	s.note(p.Note)
}

func (s *signatureSetter) note(text string) {
	for _, line := range s.set(text, lookSmall, shape{width: s.width, align: typeset.Left}) {
		s.ops = lineOps(s.ops, line, lookSmall, s.x, s.y)
		s.y += lookSmall.pitch()
	}
}

// centred sets text around the axis, or as near to it as it goes in.
func (s *signatureSetter) centred(text string) {
	side := min(s.axis, s.width-s.axis)
	sh := shape{width: s.axis + side, first: s.axis - side, rest: s.axis - side, align: typeset.Center}
	if need := s.measure(text, s.look); need > 2*side {
		// A long name goes on in lines as long as each other, at the right.
		lines := math.Ceil(need / (s.width - 2*s.look.em()))
		inset := max(0, s.width-need/lines-2*s.look.em())
		sh = shape{width: s.width, first: inset, rest: inset, align: typeset.Center}
	}
	for _, line := range s.set(text, s.look, sh) {
		s.ops = lineOps(s.ops, line, s.look, s.x, s.y)
		s.y += s.look.pitch()
	}
}
