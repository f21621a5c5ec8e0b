package question

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// rowText is what the list says of a row.
type rowText struct {
	title, state string
	status       forms.Status
}

// rowList lists rows: number and name, and how far the row has come, beside each
// other or, where the list stands beside its questions, one below the other. It takes
// the focus as a whole; arrows choose a row, Enter goes into it. Only the rows that
// are seen are made, most at a time, and the wheel moves them.
type rowList struct {
	widget.BaseWidget
	desk    Desk
	chosen  func(i int) // the user has chosen a row
	entered func()      // the list has the focus
	into    func()      // the user goes into the chosen row
	edit    func(key fyne.KeyName, control bool) bool

	rows    []rowText
	at      int // the chosen row
	top     int // the first that is seen
	hovered int // the row under the pointer, -1 for none
	focused bool
	beside  bool // the list stands beside its questions
}

var (
	_ fyne.Focusable    = (*rowList)(nil)
	_ fyne.Shortcutable = (*rowList)(nil)
	_ fyne.Tappable     = (*rowList)(nil)
	_ fyne.Scrollable   = (*rowList)(nil)
	_ desktop.Hoverable = (*rowList)(nil)
)

// The rows that are seen at a time: above the questions and beside them.
const (
	mostAbove  = 8
	mostBeside = 12
)

func newRowList(desk Desk, chosen func(int), entered, into func()) *rowList {
	l := &rowList{desk: desk, chosen: chosen, entered: entered, into: into, hovered: -1, edit: func(fyne.KeyName, bool) bool { return false }}
	l.ExtendBaseWidget(l)
	return l
}

// put shows rows, with one chosen and seen.
func (l *rowList) put(rows []rowText, at int) {
	if slices.Equal(rows, l.rows) && at == l.at {
		return
	}
	moved := at != l.at || len(rows) != len(l.rows)
	l.rows, l.at = rows, at
	if moved {
		l.showChosen()
	}
	l.scroll(0)
	l.Refresh()
}

// showChosen moves what is seen to the chosen row.
func (l *rowList) showChosen() { l.top = max(min(l.top, l.at), l.at-l.most()+1) }

// stand has the list stand beside its questions, or above them.
func (l *rowList) stand(beside bool) {
	if beside == l.beside {
		return
	}
	l.beside = beside
	l.showChosen()
	l.scroll(0)
	l.Refresh()
}

// most is how many rows are seen at most.
func (l *rowList) most() int {
	if l.beside {
		return mostBeside
	}
	return mostAbove
}

// seen is how many rows are seen.
func (l *rowList) seen() int { return min(len(l.rows), l.most()) }

// scroll moves what is seen by some rows, and reports whether it moved.
func (l *rowList) scroll(by int) bool {
	top := max(0, min(l.top+by, len(l.rows)-l.seen()))
	moved := top != l.top
	l.top = top
	return moved
}

// lineHeight is the height of a row: its one or two lines of text with some room, and
// no less than can be hit.
func (l *rowList) lineHeight() float32 {
	if l.beside {
		return max(theme.TextSize()*3.2, 24)
	}
	return max(theme.TextSize()*2, 24)
}

// rowAt is the row at a height within the list, -1 for none.
func (l *rowList) rowAt(y float32) int {
	i := l.top + int((y-theme.Padding())/l.lineHeight())
	if y < theme.Padding() || i >= min(l.top+l.seen(), len(l.rows)) {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (l *rowList) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if i := l.rowAt(e.Position.Y); i >= 0 {
		l.chosen(i)
	}
}

// Scrolled implements fyne.Scrollable: where no rows are left to see, the page gets
// the wheel.
func (l *rowList) Scrolled(e *fyne.ScrollEvent) {
	by := int(-e.Scrolled.DY / l.lineHeight())
	switch {
	case by != 0:
	case e.Scrolled.DY > 0:
		by = -1
	case e.Scrolled.DY < 0:
		by = 1
	}
	if !l.scroll(by) {
		l.desk.Scroll(e)
		return
	}
	l.Refresh()
}

// FocusGained implements fyne.Focusable.
func (l *rowList) FocusGained() {
	l.focused = true
	l.Refresh()
	l.entered()
}

// FocusLost implements fyne.Focusable.
func (l *rowList) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedRune implements fyne.Focusable.
func (l *rowList) TypedRune(r rune) {
	if r == ' ' {
		l.into()
	}
}

// TypedKey implements fyne.Focusable.
func (l *rowList) TypedKey(key *fyne.KeyEvent) {
	to := map[fyne.KeyName]int{fyne.KeyUp: l.at - 1, fyne.KeyDown: l.at + 1, fyne.KeyHome: 0, fyne.KeyEnd: len(l.rows) - 1,
		fyne.KeyPageUp: l.at - l.most() + 1, fyne.KeyPageDown: l.at + l.most() - 1}
	if i, ok := to[key.Name]; ok {
		if i = max(0, min(i, len(l.rows)-1)); i != l.at {
			l.chosen(i)
		}
		return
	}
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		l.into()
		return
	}
	if !l.edit(key.Name, false) {
		l.desk.Key(key.Name)
	}
}

// TypedShortcut implements fyne.Shortcutable. What stands for nothing here is left to
// the window.
func (l *rowList) TypedShortcut(s fyne.Shortcut) {
	k, ok := s.(fyne.KeyboardShortcut)
	if ok && k.Mod() == fyne.KeyModifierShortcutDefault && l.edit(k.Key(), true) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// Cursor implements desktop.Cursorable.
func (l *rowList) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (l *rowList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (l *rowList) MouseMoved(e *desktop.MouseEvent) {
	if i := l.rowAt(e.Position.Y); i != l.hovered {
		l.hovered = i
		l.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *rowList) MouseOut() {
	l.hovered = -1
	l.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *rowList) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &rowListRenderer{list: l, frame: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	r.frame.CornerRadius = theme.InputRadiusSize()
	r.Refresh()
	return r
}

// rowLine is a line of the list.
type rowLine struct {
	ground, mark *canvas.Rectangle // the mark is at the chosen one
	title, state *widget.Label
	icon         *widget.Icon
	status       forms.Status // that the icon tells
}

func newRowLine() *rowLine {
	line := &rowLine{ground: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent),
		title: widget.NewLabel(""), state: Line("", true), icon: widget.NewIcon(nil)}
	line.title.Truncation = fyne.TextTruncateEllipsis
	return line
}

func (l *rowLine) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.ground, l.mark, l.title, l.icon, l.state}
}

// rowListRenderer draws a rowList.
type rowListRenderer struct {
	list  *rowList
	frame *canvas.Rectangle // wider while the list has the focus
	lines []*rowLine
	bar   *canvas.Rectangle // where the seen rows stand among all
}

func (r *rowListRenderer) Destroy() {}

func (r *rowListRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.frame}
	for _, line := range r.lines {
		out = append(out, line.objects()...)
	}
	return append(out, r.bar)
}

func (r *rowListRenderer) MinSize() fyne.Size {
	return fyne.NewSize(narrowest*theme.TextSize(), float32(r.list.seen())*r.list.lineHeight()+2*theme.Padding())
}

func (r *rowListRenderer) Refresh() {
	l := r.list
	for len(r.lines) < l.seen() {
		r.lines = append(r.lines, newRowLine())
	}
	r.lines = r.lines[:l.seen()]
	for k, line := range r.lines {
		r.fill(line, l.top+k)
	}
	r.frame.StrokeWidth, r.frame.StrokeColor = 1, theme.Color(theme.ColorNameInputBorder)
	if l.focused {
		r.frame.StrokeWidth, r.frame.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
	}
	r.bar.FillColor = theme.Color(theme.ColorNameScrollBar)
	r.Layout(l.Size())
	canvas.Refresh(l)
}

func (r *rowListRenderer) fill(line *rowLine, i int) {
	l := r.list
	ground, mark := color.Color(color.Transparent), color.Color(color.Transparent)
	switch i {
	case l.at:
		ground, mark = theme.Color(theme.ColorNameSelection), theme.Color(theme.ColorNamePrimary)
	case l.hovered:
		ground = theme.Color(theme.ColorNameHover)
	}
	line.ground.FillColor, line.mark.FillColor = ground, mark
	if bold := i == l.at; line.title.Text != l.rows[i].title || line.title.TextStyle.Bold != bold {
		line.title.TextStyle.Bold = bold
		line.title.SetText(l.rows[i].title)
	}
	if line.state.Text != l.rows[i].state {
		line.state.SetText(l.rows[i].state)
	}
	if line.status != l.rows[i].status {
		line.status = l.rows[i].status
		line.icon.SetResource(StatusIcon(line.status))
	}
}

// Layout implements fyne.WidgetRenderer.
func (r *rowListRenderer) Layout(size fyne.Size) {
	r.frame.Move(fyne.NewSquareOffsetPos(1)) // its line stands on its edge
	r.frame.Resize(size.SubtractWidthHeight(2, 2))
	pad, high := theme.Padding(), r.list.lineHeight()
	for k, line := range r.lines {
		line.layout(fyne.NewPos(pad, pad+float32(k)*high), fyne.NewSize(size.Width-2*pad, high), r.list.beside)
	}
	r.bar.Resize(fyne.Size{})
	if n, most := len(r.list.rows), r.list.most(); n > most {
		room, n := size.Height-2*pad, float32(n)
		r.bar.Resize(fyne.NewSize(pad, room*float32(most)/n))
		r.bar.Move(fyne.NewPos(size.Width-pad-1, pad+room*float32(r.list.top)/n))
	}
}

// chosenMark is how wide the mark at the chosen row is.
const chosenMark = 3

// layout stands a line at a place.
func (l *rowLine) layout(at fyne.Position, size fyne.Size, low bool) {
	l.ground.Move(at)
	l.ground.Resize(size)
	l.mark.Move(at)
	l.mark.Resize(fyne.NewSize(chosenMark, size.Height))
	at.X, size.Width = at.X+chosenMark, size.Width-chosenMark
	if low {
		l.stateBelow(at, size)
		return
	}
	l.stateBeside(at, size)
}

// stateBeside stands the name at the left and the state at the right, with no more
// than half of the room.
func (l *rowLine) stateBeside(at fyne.Position, size fyne.Size) {
	side, middle := theme.IconInlineSize(), at.Y+size.Height/2
	state := min(l.stateWidth(), size.Width/2-side)
	name := size.Width - state - side
	standAt(l.title, at.X, middle, name, l.title.MinSize().Height)
	standAt(l.icon, at.X+name, middle, side, side)
	standAt(l.state, at.X+name+side, middle, state, l.state.MinSize().Height)
}

// stateBelow stands the state below the name.
func (l *rowLine) stateBelow(at fyne.Position, size fyne.Size) {
	side, inset := theme.IconInlineSize(), theme.InnerPadding()
	high, low := at.Y+size.Height*0.31, at.Y+size.Height*0.71 // the middles of the two lines
	standAt(l.title, at.X, high, size.Width, l.title.MinSize().Height)
	standAt(l.icon, at.X+inset, low, side, side)
	standAt(l.state, at.X+inset+side, low, size.Width-inset-side, l.state.MinSize().Height)
}

// stateWidth is the width of the state where it is not shortened.
func (l *rowLine) stateWidth() float32 {
	return fyne.MeasureText(l.state.Text, theme.CaptionTextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding() + slack
}

// standAt gives an object a size, its left side at x and its middle at y.
func standAt(o fyne.CanvasObject, x, y, width, height float32) {
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(x, y-height/2))
}
