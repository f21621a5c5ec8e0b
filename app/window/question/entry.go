package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
)

// entry is a text field that tells when it is entered and left. Tab leaves it, and
// no key of an input method's composition reaches its text.
type entry struct {
	ime.Entry
	typed         func(string) // the user has changed the text
	entered, left func()
	key           func(fyne.KeyName) bool // gets keys first
	quiet         bool
}

func newEntry(typed func(string), entered, left func()) *entry {
	e := &entry{typed: typed, entered: entered, left: left}
	e.Init(e)
	e.OnChanged = func(text string) {
		if !e.quiet {
			e.typed(text)
		}
	}
	return e
}

// put shows a text without telling of it.
func (e *entry) put(text string) {
	if e.Text == text {
		return
	}
	e.quiet = true
	e.SetText(text)
	e.quiet = false
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	if e.key == nil || !e.key(key.Name) {
		e.Entry.TypedKey(key)
	}
}

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.entered()
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.left()
}

// Field is the toolkit's entry beneath.
func (e *entry) Field() *widget.Entry { return &e.Entry.Entry }
