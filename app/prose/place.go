package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// sizes are the measures of the editor in the present theme.
type sizes struct {
	text    float32 // size of the face
	em      float32 // width of a Chinese character
	glyph   float32 // height of a line of the face
	row     float32 // from line to line
	inset   float32 // between the frame and the text
	margin  float32 // for the signs, left of the text
	bar     float32 // for the scroll bar, right of the text
	spacing float32 // above and below the face in its row
}

func (e *Editor) sizesFor(m *measure) sizes {
	th := e.Theme()
	s := sizes{text: m.size, em: m.solid('国'), inset: th.Size(theme.SizeNameInnerPadding)}
	s.glyph = fyne.MeasureText("国", s.text, fyne.TextStyle{}).Height
	s.spacing = max(1, th.Size(theme.SizeNameLineSpacing)/2)
	s.row = s.glyph + 2*s.spacing
	s.bar = th.Size(theme.SizeNameScrollBarSmall)
	if e.margin {
		s.margin = 2 * s.em
	}
	return s
}

// layout brings the lines up to the widget's width and the theme. It does nothing
// while there is no room for a few characters: lines are never broken without a
// width.
func (e *Editor) layout() {
	v := e.view
	if v == nil {
		return
	}
	fresh := v.renewMeasure(e)
	v.sizes = e.sizesFor(v.measure)
	s := v.sizes
	width := e.Size().Width - 2*s.inset - s.margin - s.bar
	if width < 3*s.em {
		return
	}
	switch {
	case fresh, e.buf.width == 0:
		e.buf.layout(v.measure, width)
	case e.buf.width != width:
		e.buf.rewrap(width)
	default:
		return
	}
	e.settle()
}

// textTop and textLeft are where the text begins inside the widget.
func (v *view) textLeft() float32 { return v.sizes.inset + v.sizes.margin }

// height is the room for the text.
func (e *Editor) height() float32 {
	return max(0, e.Size().Height-2*e.view.sizes.inset)
}

// pageRows is how far the page keys go.
func (e *Editor) pageRows() int {
	if e.view == nil || e.view.sizes.row == 0 {
		return e.least
	}
	return max(1, int(e.height()/e.view.sizes.row)-1)
}

// heldTop holds a scroll position within the text.
func (e *Editor) heldTop(top float32) float32 {
	if e.view == nil {
		return 0
	}
	return max(0, min(top, float32(e.buf.rows())*e.view.sizes.row-e.height()))
}

// reveal scrolls so that the caret is in view and tells where it is.
func (e *Editor) reveal() {
	if e.view == nil || e.view.sizes.row == 0 {
		return
	}
	row := e.view.sizes.row
	y := float32(e.buf.rowOf(e.buf.at(e.sel.caret), e.sel.atEnd)) * row
	e.top = min(e.top, y)
	e.top = e.heldTop(max(e.top, y+row-e.height()))
	e.tellCaret()
	if e.focused && e.OnReveal != nil {
		e.OnReveal(e.caretBox())
	}
}

// settle holds the scroll position within a text that has changed by itself, and
// follows the caret if the user is at it.
func (e *Editor) settle() {
	if e.focused {
		e.reveal()
		return
	}
	e.top = e.heldTop(e.top)
}

// caretBox is the caret's place inside the widget.
func (e *Editor) caretBox() (fyne.Position, fyne.Size) {
	s := e.view.sizes
	y := float32(e.buf.rowOf(e.buf.at(e.sel.caret), e.sel.atEnd))*s.row - e.top
	x := min(e.caretX(), e.buf.width)
	return fyne.NewPos(e.view.textLeft()+x, s.inset+y+s.spacing), fyne.NewSize(caretWidth, s.glyph)
}

func (e *Editor) tellCaret() {
	if e.focused && e.view != nil && e.OnCaret != nil {
		e.OnCaret(e.caretBox())
	}
}

// placeAt is the place in the text nearest to a point of the widget.
func (e *Editor) placeAt(at fyne.Position) selection {
	if e.view == nil || e.view.sizes.row == 0 {
		return caretAt(0)
	}
	y := at.Y - e.view.sizes.inset + e.top
	if y < 0 {
		return caretAt(0)
	}
	row := int(y / e.view.sizes.row)
	if row >= e.buf.rows() {
		return caretAt(e.buf.size())
	}
	return e.inRow(row, at.X-e.view.textLeft())
}

// onBar tells whether a point is on a scroll bar that has something to scroll.
func (e *Editor) onBar(at fyne.Position) bool {
	if e.view == nil {
		return false
	}
	return e.heldTop(e.top+1) != e.heldTop(e.top-1) && at.X >= e.Size().Width-e.view.sizes.bar-e.view.sizes.inset/2
}

// dragBar scrolls so that the middle of the bar is at a point.
func (e *Editor) dragBar(at fyne.Position) {
	content := float32(e.buf.rows()) * e.view.sizes.row
	share := (at.Y - e.view.sizes.inset) / max(1, e.height())
	e.top = e.heldTop(share*content - e.height()/2)
	e.redraw()
}

// inMargin tells the paragraph and line whose signs are at a point.
func (e *Editor) inMargin(at fyne.Position) (par, line int, ok bool) {
	if !e.margin || e.view == nil || at.X >= e.view.textLeft() {
		return 0, 0, false
	}
	row := int((at.Y - e.view.sizes.inset + e.top) / e.view.sizes.row)
	if at.Y < e.view.sizes.inset || row >= e.buf.rows() {
		return 0, 0, false
	}
	par, line = e.buf.row(row)
	return par, line, true
}

// markSigned is the mark whose sign stands beside a line, -1 if there is none.
func (e *Editor) markSigned(par, line int) int {
	start := e.buf.sums().runes[par]
	from, to := e.buf.pars[par].line(line)
	for i, m := range e.marks {
		if m.From >= start+from && m.From < start+to {
			return i
		}
	}
	return -1
}

// markUnder is the mark at a point, in the text or by its sign; -1 is none.
func (e *Editor) markUnder(at fyne.Position) int {
	if par, line, ok := e.inMargin(at); ok {
		return e.markSigned(par, line)
	}
	target := e.placeAt(at)
	place := target.caret
	p := e.buf.at(place)
	par := e.buf.pars[p.par]
	x := par.x(par.lineOf(p.col, target.atEnd), p.col)
	if at.X-e.view.textLeft() < x { // the pointer is on the character before the seam
		place = max(0, place-1)
	}
	return e.markAt(place, place+1)
}

// markAtCaret is the mark that the caret stands in or at, -1 if there is none or
// the editor has no focus.
func (e *Editor) markAtCaret() int {
	if !e.focused {
		return -1
	}
	return e.markAt(e.sel.caret, e.sel.caret)
}

// markAt is the shortest mark that touches from..to.
func (e *Editor) markAt(from, to int) int {
	found := -1
	for i, m := range e.marks {
		touches := m.From < to && from < m.To
		if from == to {
			touches = m.From <= from && from <= m.To
		}
		if touches && (found < 0 || m.To-m.From < e.marks[found].To-e.marks[found].From) {
			found = i
		}
	}
	return found
}

// tellMark tells a mark if it is another than the last one told.
func (e *Editor) tellMark(i int) {
	if i == e.told {
		return
	}
	e.told = i
	if e.OnMark == nil {
		return
	}
	if i < 0 {
		e.OnMark(nil)
		return
	}
	m := e.marks[i]
	e.OnMark(&m)
}
