package prose

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.Scrollable        = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Hoverable      = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
)

// How near in time and place presses are one click more.
const (
	clickTime  = 450 * time.Millisecond
	clickReach = 5
)

// mouse is what the pointer is about to do.
type mouse struct {
	clicks   int // 1 places the caret, 2 selects a run, 3 a paragraph
	at       fyne.Position
	when     time.Time
	from, to int  // of the unit that was pressed on
	bar      bool // the scroll bar is held
	down     bool
}

// Cursor is the text cursor.
func (e *Editor) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown places the caret, or selects on a double or triple click. It ends a
// composition, so that a wrong guess about one never outlives a click.
func (e *Editor) MouseDown(event *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && !e.Disabled() {
		c.Focus(e)
	}
	e.tracker.Reset()
	if e.onBar(event.Position) {
		e.mouse.bar = true
		e.dragBar(event.Position)
		return
	}
	if e.pressSign(event.Position) {
		return
	}
	target := e.placeAt(event.Position)
	if event.Button == desktop.MouseButtonSecondary {
		if from, to := e.sel.bounds(); target.caret < from || target.caret > to || from == to {
			e.put(target)
		}
		return
	}
	e.countClick(event.Position)
	e.mouse.down = true
	e.mouse.from, e.mouse.to = e.unit(target.caret)
	switch {
	case event.Modifier&fyne.KeyModifierShift != 0 && e.mouse.clicks == 1:
		target.anchor = e.sel.anchor
	case e.mouse.clicks > 1:
		target = selection{anchor: e.mouse.from, caret: e.mouse.to}
	}
	e.put(target)
}

// pressSign goes to the mark whose sign is at a point, or tells of the state whose
// sign is.
func (e *Editor) pressSign(at fyne.Position) bool {
	par, line, ok := e.inMargin(at)
	if !ok {
		return false
	}
	if at.X < e.view.sizes.inset+e.view.sizes.em {
		if line > 0 || e.buf.pars[par].state == Plain || e.OnState == nil {
			return false
		}
		e.OnState(par)
		return true
	}
	i := e.markSigned(par, line)
	if i < 0 {
		return false
	}
	e.put(caretAt(e.marks[i].From))
	return true
}

// put sets the selection by the mouse.
func (e *Editor) put(target selection) {
	e.sel = target
	e.wish = -1
	e.moved()
}

func (e *Editor) countClick(at fyne.Position) {
	now, m := e.now(), &e.mouse
	off := at.Subtract(m.at)
	near := off.X*off.X+off.Y*off.Y <= clickReach*clickReach
	if near && now.Sub(m.when) <= clickTime {
		m.clicks = m.clicks%3 + 1
	} else {
		m.clicks = 1
	}
	m.at, m.when = at, now
}

// unit is what a click of the present count selects around a place.
func (e *Editor) unit(offset int) (from, to int) {
	p := e.buf.at(offset)
	start := offset - p.col
	text := e.buf.pars[p.par].text
	switch e.mouse.clicks {
	case 2:
		from, to = runAt(text, p.col)
		return start + from, start + to
	case 3:
		return start, start + len(text)
	}
	return offset, offset
}

// MouseUp lets go.
func (e *Editor) MouseUp(*desktop.MouseEvent) { e.mouse.bar, e.mouse.down = false, false }

// Dragged selects from where the button went down, by whole units.
func (e *Editor) Dragged(event *fyne.DragEvent) {
	if e.mouse.bar {
		e.dragBar(event.Position)
		return
	}
	if !e.mouse.down {
		return
	}
	target := e.placeAt(event.Position)
	from, to := e.unit(target.caret)
	switch {
	case e.mouse.clicks <= 1:
		target.anchor = e.sel.anchor
	case from < e.mouse.from:
		target = selection{anchor: e.mouse.to, caret: from}
	default:
		target = selection{anchor: e.mouse.from, caret: max(to, e.mouse.to)}
	}
	e.put(target)
}

// DragEnd lets go.
func (e *Editor) DragEnd() { e.MouseUp(nil) }

// MouseIn tells the mark under the pointer.
func (e *Editor) MouseIn(event *desktop.MouseEvent) { e.MouseMoved(event) }

// MouseMoved tells the mark under the pointer.
func (e *Editor) MouseMoved(event *desktop.MouseEvent) {
	if len(e.marks) == 0 {
		return
	}
	if i := e.markUnder(event.Position); i >= 0 {
		e.tellMark(i)
		return
	}
	e.tellMark(e.markAtCaret())
}

// MouseOut goes back to the mark around the caret.
func (e *Editor) MouseOut() { e.tellMark(e.markAtCaret()) }

// Scrolled moves the text, or hands the wheel on where there is nothing to move.
func (e *Editor) Scrolled(event *fyne.ScrollEvent) {
	if top := e.heldTop(e.top - event.Scrolled.DY); top != e.top {
		e.top = top
		e.redraw()
		return
	}
	if e.PassScroll != nil {
		e.PassScroll(event)
	}
}

// TappedSecondary shows the menu.
func (e *Editor) TappedSecondary(event *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	widget.ShowPopUpMenuAtPosition(e.menu(), c, event.AbsolutePosition)
}

// menu offers what can be done now.
func (e *Editor) menu() *fyne.Menu {
	clipboard := fyne.CurrentApp().Clipboard()
	var items []*fyne.MenuItem
	for _, item := range []struct {
		label string
		do    func()
		able  bool
	}{
		{e.words.Undo, func() { e.Undo() }, !e.fixed() && len(e.history.done) > 0},
		{e.words.Redo, func() { e.Redo() }, !e.fixed() && len(e.history.undone) > 0},
		{},
		{e.words.Cut, func() { e.cutTo(clipboard) }, !e.fixed() && !e.sel.empty()},
		{e.words.Copy, func() { e.copyTo(clipboard) }, !e.sel.empty()},
		{e.words.Paste, func() { e.pasteFrom(clipboard) }, !e.fixed()},
		{},
		{e.words.SelectAll, e.SelectAll, e.buf.size() > 0},
	} {
		if item.do == nil {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		entry := fyne.NewMenuItem(item.label, item.do)
		entry.Disabled = !item.able
		items = append(items, entry)
	}
	return fyne.NewMenu("", items...)
}
