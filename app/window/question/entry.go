package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a text field that tells when it is entered and left, lets Tab leave
// it, and keeps the keys of an input method's composition out of the text.
//
// On X11 and macOS the toolkit also reports the keys that an input method holds.
// A printable key that goes down without a modifier and is followed by no
// character is such a key; while some are held, the editing keys belong to the
// composition and not to the text.
type entry struct {
	widget.Entry
	typed         func(string) // the user has changed the text
	entered, left func()
	quiet         bool
	held          int
}

func newEntry(typed func(string), entered, left func()) *entry {
	e := &entry{typed: typed, entered: entered, left: left}
	e.ExtendBaseWidget(e)
	e.OnChanged = func(text string) {
		if !e.quiet {
			e.typed(text)
		}
	}
	return e
}

// newProseEntry is a field of several lines. Its text must be put only after it
// has a width: an unsized field wraps one character a line, which takes seconds.
func newProseEntry(typed func(string), entered, left func()) *entry {
	e := newEntry(typed, entered, left)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapBreak
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

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.entered()
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.held = 0
	e.Entry.FocusLost()
	e.left()
}

// AcceptsTab lets Tab move on to the next field, unless it belongs to a
// composition.
func (e *entry) AcceptsTab() bool { return e.held > 0 }

// KeyDown implements desktop.Keyable.
func (e *entry) KeyDown(key *fyne.KeyEvent) {
	if printable(key.Name) && plainKeys() {
		e.held++
	}
	e.Entry.KeyDown(key)
}

// TypedRune implements fyne.Focusable.
func (e *entry) TypedRune(r rune) {
	e.held = 0
	e.Entry.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	if e.held > 0 && e.heldBack(key.Name) {
		return
	}
	e.Entry.TypedKey(key)
}

// heldBack reports whether a key belongs to the composition at hand, and keeps
// count of it.
func (e *entry) heldBack(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyBackspace:
		e.held--
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape, fyne.KeyTab:
		e.held = 0
	case fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
	default:
		return false
	}
	return true
}

// printable reports whether a key writes a character: the toolkit names those by
// the character itself.
func printable(key fyne.KeyName) bool { return len(key) == 1 }

// plainKeys reports whether no modifier is down that makes a shortcut of a key.
func plainKeys() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return !ok || d.CurrentKeyModifiers()&^fyne.KeyModifierShift == 0
}

// Field is the toolkit's entry beneath.
func (e *entry) Field() *widget.Entry { return &e.Entry }
