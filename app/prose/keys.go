package prose

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"h200filing/app/ime"
)

// AcceptsTab keeps the focus here only while an input method has the Tab key.
func (e *Editor) AcceptsTab() bool { return e.tracker.Composing() }

// FocusGained shows the caret.
func (e *Editor) FocusGained() {
	e.focused = true
	e.redraw()
	e.blink(true)
	e.tellCaret()
	e.tellMark(e.markAtCaret())
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost hides the caret and ends a composition.
func (e *Editor) FocusLost() {
	e.focused, e.shift = false, false
	e.tracker.Reset()
	ime.HideCaret()
	e.history.seal()
	e.blink(false)
	e.redraw()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// KeyDown notes Shift.
func (e *Editor) KeyDown(key *fyne.KeyEvent) { e.noteShift(key, true) }

// KeyUp notes Shift.
func (e *Editor) KeyUp(key *fyne.KeyEvent) { e.noteShift(key, false) }

func (e *Editor) noteShift(key *fyne.KeyEvent, down bool) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		e.shift = down
	}
}

// shifted asks the driver where it knows, since a key may go up elsewhere.
func (e *Editor) shifted() bool {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return e.shift
}

// TypedRune inserts a character.
func (e *Editor) TypedRune(r rune) {
	replay := e.tracker.Rune(r)
	if s := clean(string(r)); s != "" {
		e.insertTyped(s)
	}
	for _, key := range replay {
		e.act(key)
	}
}

// TypedKey acts on a key unless it is the input method's.
func (e *Editor) TypedKey(key *fyne.KeyEvent) {
	if !e.tracker.Key(key) {
		e.act(key)
	}
}

func (e *Editor) act(key *fyne.KeyEvent) {
	if move, ok := moves[key.Name]; ok {
		e.move(move, e.shifted())
		return
	}
	if do, ok := actions[key.Name]; ok {
		do(e)
		return
	}
	if e.OnKey != nil {
		e.OnKey(key.Name)
	}
}

// actions are the keys that do more than to move the caret. Tab comes here only if
// it was swallowed first and played back.
var actions = map[fyne.KeyName]func(*Editor){
	fyne.KeyBackspace: func(e *Editor) { e.erase(e.left(e.sel.caret), erasing) },
	fyne.KeyDelete:    func(e *Editor) { e.erase(e.right(e.sel.caret), deleting) },
	fyne.KeyReturn:    func(e *Editor) { e.Insert("\n") },
	fyne.KeyEnter:     func(e *Editor) { e.Insert("\n") },
	fyne.KeyTab: func(e *Editor) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.FocusNext()
		}
	},
}

// motion gives where a key takes the caret: at an offset, at the end of a line
// that goes on, and with the wish of the column kept.
type motion func(e *Editor, extend bool) (caret selection, keepsWish bool)

// moves are the keys that move the caret.
var moves = map[fyne.KeyName]motion{
	fyne.KeyLeft: func(e *Editor, extend bool) (selection, bool) {
		if from, to := e.sel.bounds(); from < to && !extend {
			return caretAt(from), false
		}
		return caretAt(e.left(e.sel.caret)), false
	},
	fyne.KeyRight: func(e *Editor, extend bool) (selection, bool) {
		if from, to := e.sel.bounds(); from < to && !extend {
			return caretAt(to), false
		}
		return caretAt(e.right(e.sel.caret)), false
	},
	fyne.KeyUp:       byRows(func(*Editor) int { return -1 }),
	fyne.KeyDown:     byRows(func(*Editor) int { return 1 }),
	fyne.KeyPageUp:   byRows(func(e *Editor) int { return -e.pageRows() }),
	fyne.KeyPageDown: byRows(func(e *Editor) int { return e.pageRows() }),
	fyne.KeyHome:     func(e *Editor, _ bool) (selection, bool) { return e.inLine(0), false },
	fyne.KeyEnd:      func(e *Editor, _ bool) (selection, bool) { return e.inLine(math.MaxFloat32), false },
}

func plain(place func(*Editor) int) motion {
	return func(e *Editor, _ bool) (selection, bool) { return caretAt(place(e)), false }
}

func byRows(rows func(*Editor) int) motion {
	return func(e *Editor, _ bool) (selection, bool) { return e.vertical(rows(e)), true }
}

// move moves the caret; extend keeps the other end of the selection.
func (e *Editor) move(to motion, extend bool) {
	target, keepsWish := to(e, extend)
	if extend {
		target.anchor = e.sel.anchor
	}
	wish := e.wish
	if keepsWish && wish < 0 {
		wish = e.caretX()
	}
	e.sel = target
	e.wish = -1
	if keepsWish {
		e.wish = wish
	}
	e.moved()
}

// moved shows a caret that was moved and tells where it is.
func (e *Editor) moved() {
	e.history.seal()
	e.show()
}

// left is the place one character before.
func (e *Editor) left(offset int) int {
	p := e.buf.at(offset)
	if p.col == 0 {
		return max(0, offset-1)
	}
	text := e.buf.pars[p.par].text
	for p.col--; p.col > 0 && attached(text[p.col]); p.col-- {
	}
	return e.buf.offset(p)
}

// right is the place one character on.
func (e *Editor) right(offset int) int {
	p := e.buf.at(offset)
	text := e.buf.pars[p.par].text
	if p.col == len(text) {
		return min(e.buf.size(), offset+1)
	}
	for p.col++; p.col < len(text) && attached(text[p.col]); p.col++ {
	}
	return e.buf.offset(p)
}

// vertical is the place so many rows below, at the wished column.
func (e *Editor) vertical(rows int) selection {
	x := e.wish
	if x < 0 {
		x = e.caretX()
	}
	row := e.buf.rowOf(e.buf.at(e.sel.caret), e.sel.atEnd) + rows
	switch {
	case row < 0:
		return caretAt(0)
	case row >= e.buf.rows():
		return caretAt(e.buf.size())
	}
	return e.inRow(row, x)
}

// inLine is the place at a distance from the left in the caret's line.
func (e *Editor) inLine(x float32) selection {
	return e.inRow(e.buf.rowOf(e.buf.at(e.sel.caret), e.sel.atEnd), x)
}

func (e *Editor) inRow(row int, x float32) selection {
	par, line := e.buf.row(row)
	col, atEnd := e.buf.pars[par].colAt(line, x)
	target := caretAt(e.buf.offset(pos{par, col}))
	target.atEnd = atEnd
	return target
}

// caretX is the caret's distance from the left edge of the text.
func (e *Editor) caretX() float32 {
	p := e.buf.at(e.sel.caret)
	par := e.buf.pars[p.par]
	return par.x(par.lineOf(p.col, e.sel.atEnd), p.col)
}
