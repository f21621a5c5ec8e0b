package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that has the focus after it is pressed, so that Tab leads on
// from it: the toolkit's gives the focus up. Enter presses it as Space does.
type Button struct {
	widget.Button
	entered func()                  // it has the focus
	key     func(fyne.KeyName) bool // gets the keys without a use here
	marked  bool                    // it has the focus, which a ring shows
}

// NewButton makes a button with an icon, nil for none; key gets the keys that it has
// no use for itself.
func NewButton(text string, icon fyne.Resource, key func(fyne.KeyName) bool, pressed func()) *Button {
	b := &Button{entered: func() {}, key: key}
	b.Text, b.Icon = text, icon
	b.OnTapped = func() {
		b.hold()
		pressed()
	}
	b.ExtendBaseWidget(b)
	return b
}

// newButton is one of a question, which tells when it is entered, so that the help
// follows the keyboard too.
func newButton(desk Desk, text string, icon fyne.Resource, entered, pressed func()) *Button {
	b := NewButton(text, icon, desk.Key, func() {
		entered()
		pressed()
	})
	b.entered = entered
	return b
}

// hold takes the focus, which the toolkit has taken away by now.
func (b *Button) hold() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.Focused() == nil {
		c.Focus(b)
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	if b.marked = b.filled(); b.marked {
		b.Refresh()
	} else {
		b.Button.FocusGained()
	}
	b.entered()
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.marked = false
	b.Button.FocusLost()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyReturn, key.Name == fyne.KeyEnter:
		b.Tapped(nil)
	case key.Name == fyne.KeySpace: // its character follows
	case !b.key(key.Name):
		b.Button.TypedKey(key)
	}
}

// TypedRune implements fyne.Focusable: a blank presses the button. Its key goes down
// first; were that to press it, the field that the button leads to would get the blank.
func (b *Button) TypedRune(r rune) {
	if r == ' ' || r == '\u3000' {
		b.Tapped(nil)
	}
}

// Plain is the toolkit's button beneath.
func (b *Button) Plain() *widget.Button { return &b.Button }
