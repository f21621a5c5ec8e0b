package prose

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// drawing is one drawing of the page.
type drawing struct {
	page     *page
	e        *Editor
	s        sizes
	paint    painter
	ink      color.Color
	left     float32
	from, to int // selected
}

// row draws one row of the text.
func (d *drawing) row(n int) {
	par, line := d.e.buf.row(n)
	p := d.e.buf.pars[par]
	y := float32(n)*d.s.row - d.e.top
	start := d.e.buf.sums().runes[par]
	d.selection(p, start, line, y)
	d.texts(p, line, y)
	d.marks(p, start, line, y)
	if line == 0 && d.e.margin {
		d.state(p.state, y)
	}
}

// texts draws a line in pieces whose place is known exactly.
func (d *drawing) texts(p *paragraph, line int, y float32) {
	for _, piece := range p.piecesOf(line) {
		d.text(piece.text, d.left+piece.x, y, piece.width, d.ink)
	}
}

func (d *drawing) text(s string, x, y, width float32, ink color.Color) {
	t := d.page.texts.take()
	t.Text, t.TextSize, t.Color = s, d.s.text, ink
	if size := fyne.NewSize(width, d.s.glyph); t.Size() != size {
		t.Resize(size)
	}
	if at := fyne.NewPos(x, y+d.s.spacing); t.Position() != at {
		t.Move(at)
	}
}

// hint draws what an empty editor shows.
func (d *drawing) hint(ink color.Color) {
	p := newParagraph([]rune(d.e.placeholder))
	p.layout(d.e.view.measure, d.e.buf.width)
	plain := d.ink
	d.ink = ink
	for i := range p.lines {
		d.texts(p, i, float32(i)*d.s.row)
	}
	d.ink = plain
}

// selection draws the ground of what is selected of a line.
func (d *drawing) selection(p *paragraph, start, line int, y float32) {
	from, to := p.line(line)
	a, b := max(d.from-start, from), min(d.to-start, to)
	last := line == len(p.lines)-1
	past := last && d.to-start > to && d.from-start <= to // the newline too
	if a >= b && !past {
		return
	}
	x1, x2 := p.x(line, a), p.x(line, max(a, b))
	x2 = min(x2, d.e.buf.width)
	if past {
		x2 += d.s.em / 2
	}
	r := d.page.selected.take()
	r.FillColor = d.paint(theme.ColorNameSelection)
	r.Move(fyne.NewPos(d.left+x1, y))
	r.Resize(fyne.NewSize(max(0, x2-x1), d.s.row))
}

// state draws the sign of a paragraph's state in the margin.
func (d *drawing) state(state State, y float32) {
	side := 0.6 * d.s.em
	at := fyne.NewPos(d.s.inset+0.1*d.s.em, y+(d.s.row-side)/2)
	size := fyne.NewSquareSize(side)
	switch state {
	case Follows:
		o := d.page.rings.take()
		o.StrokeColor, o.StrokeWidth = d.paint(theme.ColorNameSuccess), 1.5
		o.Move(at)
		o.Resize(size)
	case Edited:
		o := d.page.squares.take()
		o.FillColor = d.paint(theme.ColorNamePlaceHolder)
		o.Move(at)
		o.Resize(size)
	case OutOfDate:
		o := d.page.corners.take()
		o.FillColor = d.paint(theme.ColorNameWarning)
		o.Move(at)
		o.Resize(size)
	}
}

// markLook is how a kind of mark looks.
type markLook struct {
	shape shape
	color fyne.ThemeColorName
	sign  string
}

var markLooks = map[MarkKind]markLook{
	Wrong:    {wavy, theme.ColorNameError, "!"},
	Doubtful: {dotted, theme.ColorNameWarning, "?"},
	Note:     {dashed, theme.ColorNamePlaceHolder, "i"},
}

// marks draws what is marked of a line, and a sign in the margin where a mark
// begins.
func (d *drawing) marks(p *paragraph, start, line int, y float32) {
	from, to := p.line(line)
	signed := false
	for _, m := range d.e.marks {
		a, b := max(m.From-start, from), min(m.To-start, to)
		if a >= b {
			continue
		}
		look := markLooks[m.Kind]
		x1, x2 := p.x(line, a), min(p.x(line, b), d.e.buf.width)
		u := d.page.lines.take()
		u.set(look.shape, d.paint(look.color))
		height := max(leastUnderline, 0.28*d.s.em)
		u.Move(fyne.NewPos(d.left+x1, y+d.s.row-d.s.spacing-height/2))
		u.Resize(fyne.NewSize(max(1, x2-x1), height))
		if begins := m.From-start >= from; begins && !signed && d.e.margin {
			signed = true
			d.text(look.sign, d.s.inset+1.1*d.s.em, y, d.s.em, d.paint(look.color))
		}
	}
}
