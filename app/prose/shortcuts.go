package prose

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut acts on a shortcut unless it is the input method's.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if e.tracker.Shortcut(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		e.cutTo(s.Clipboard)
	case *fyne.ShortcutPaste:
		e.pasteFrom(s.Clipboard)
	case *fyne.ShortcutSelectAll:
		e.Select(0, e.buf.size())
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	case *desktop.CustomShortcut:
		e.custom(s)
	}
}

// SelectAll selects the whole text.
func (e *Editor) SelectAll() { e.Select(0, e.buf.size()) }

func (e *Editor) copyTo(c fyne.Clipboard) {
	if !e.sel.empty() && c != nil {
		c.SetContent(e.SelectedText())
	}
}

func (e *Editor) cutTo(c fyne.Clipboard) {
	if e.fixed() || e.sel.empty() || c == nil {
		return
	}
	c.SetContent(e.SelectedText())
	e.Insert("")
}

func (e *Editor) pasteFrom(c fyne.Clipboard) {
	if c != nil {
		e.Insert(c.Content())
	}
}

// control is the modifier of shortcuts, and skip the one that moves by runs.
func control() fyne.KeyModifier { return fyne.KeyModifierShortcutDefault }

func skip() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}

// custom acts on the shortcuts that the toolkit has no type for.
func (e *Editor) custom(s *desktop.CustomShortcut) {
	shift := s.Modifier&fyne.KeyModifierShift != 0
	modifier := s.Modifier &^ fyne.KeyModifierShift
	if move, ok := skips[s.KeyName]; ok && modifier == skip() {
		e.move(move, shift)
		return
	}
	if erase, ok := skipErases[s.KeyName]; ok && modifier == skip() && !shift {
		erase(e)
		return
	}
	if modifier != control() {
		return
	}
	switch {
	case s.KeyName == fyne.KeyZ && shift:
		e.Redo()
	case (s.KeyName == fyne.KeyF || s.KeyName == fyne.KeyH) && !shift && e.OnFind != nil:
		e.OnFind()
	}
}

// skips are the keys that move by runs, paragraphs and the whole with Ctrl.
var skips = map[fyne.KeyName]motion{
	fyne.KeyLeft:  plain(func(e *Editor) int { return e.runBefore(e.sel.caret) }),
	fyne.KeyRight: plain(func(e *Editor) int { return e.runAfter(e.sel.caret) }),
	fyne.KeyHome:  plain(func(*Editor) int { return 0 }),
	fyne.KeyEnd:   plain(func(e *Editor) int { return e.buf.size() }),
	fyne.KeyUp: plain(func(e *Editor) int {
		p := e.buf.at(e.sel.caret)
		if p.col == 0 && p.par > 0 {
			p.par--
		}
		return e.buf.offset(pos{p.par, 0})
	}),
	fyne.KeyDown: plain(func(e *Editor) int {
		p := e.buf.at(e.sel.caret)
		if p.par+1 == len(e.buf.pars) {
			return e.buf.size()
		}
		return e.buf.offset(pos{p.par + 1, 0})
	}),
}

var skipErases = map[fyne.KeyName]func(*Editor){
	fyne.KeyBackspace: func(e *Editor) { e.erase(e.runBefore(e.sel.caret), whole) },
	fyne.KeyDelete:    func(e *Editor) { e.erase(e.runAfter(e.sel.caret), whole) },
}

// runBefore is where the run before a place begins, or the end of the paragraph
// before.
func (e *Editor) runBefore(offset int) int {
	p := e.buf.at(offset)
	if p.col == 0 {
		return max(0, offset-1)
	}
	return e.buf.offset(pos{p.par, previousRun(e.buf.pars[p.par].text, p.col)})
}

// runAfter is where the run after a place begins.
func (e *Editor) runAfter(offset int) int {
	p := e.buf.at(offset)
	text := e.buf.pars[p.par].text
	if p.col == len(text) {
		return min(e.buf.size(), offset+1)
	}
	return e.buf.offset(pos{p.par, nextRun(text, p.col)})
}
