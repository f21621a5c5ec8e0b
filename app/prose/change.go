package prose

import (
	"unicode/utf8"
)

// replace changes the text and moves the marks; nothing else.
func (e *Editor) replace(from, to int, text string) (removed string) {
	removed, _ = e.buf.replace(e.buf.at(from), e.buf.at(to), text)
	e.marks = shift(e.marks, from, to-from, utf8.RuneCountInString(text))
	e.told = -1
	return removed
}

// change is every change of the user's. The caret ends up behind the new text.
func (e *Editor) change(from, to int, text string, kind editKind) {
	if e.fixed() || from == to && text == "" {
		return
	}
	before := e.sel
	removed := e.replace(from, to, text)
	e.sel = caretAt(from + utf8.RuneCountInString(text))
	e.history.add(edit{from, removed, text}, kind, before, e.sel)
	e.changed()
}

// changed shows a change and tells it.
func (e *Editor) changed() {
	e.wish = -1
	e.show()
	if e.OnChanged != nil {
		e.OnChanged(e.Text())
	}
}

// show brings the caret into view, lit, and tells what it stands in.
func (e *Editor) show() {
	e.active = e.now()
	if e.view != nil {
		e.view.page.dark = false
	}
	e.reveal()
	e.redraw()
	e.tellMark(e.markAtCaret())
}

// Insert puts text, cleaned, in the place of the selection, as a step of its own.
func (e *Editor) Insert(text string) {
	from, to := e.sel.bounds()
	e.change(from, to, clean(text), whole)
}

// insertTyped puts a typed character in the place of the selection.
func (e *Editor) insertTyped(text string) {
	from, to := e.sel.bounds()
	kind := typing
	if from != to {
		kind = whole
	}
	e.change(from, to, text, kind)
}

// erase removes the selection, or else what lies between the caret and a place.
func (e *Editor) erase(place int, kind editKind) {
	from, to := e.sel.bounds()
	if from == to {
		from, to = min(from, place), max(to, place)
	} else {
		kind = whole
	}
	e.change(from, to, "", kind)
}

// Undo takes the last step back; false if there is none.
func (e *Editor) Undo() bool {
	if e.fixed() {
		return false
	}
	s, ok := e.history.undo()
	if !ok {
		return false
	}
	for i := len(s.edits) - 1; i >= 0; i-- {
		one := s.edits[i]
		e.replace(one.at, one.at+utf8.RuneCountInString(one.inserted), one.removed)
	}
	e.sel = s.before
	e.changed()
	return true
}

// Redo does the step again that was taken back last; false if there is none.
func (e *Editor) Redo() bool {
	if e.fixed() {
		return false
	}
	s, ok := e.history.redo()
	if !ok {
		return false
	}
	for _, one := range s.edits {
		e.replace(one.at, one.at+utf8.RuneCountInString(one.removed), one.inserted)
	}
	e.sel = s.after
	e.changed()
	return true
}
