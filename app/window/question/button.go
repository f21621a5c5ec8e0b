package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// button is a button that tells when it is entered, so that the help follows the
// keyboard too.
type button struct {
	widget.Button
	entered func()
	key     func(fyne.KeyName) bool // gets the keys without a use here
}

func newButton(desk Desk, text string, icon fyne.Resource, entered, tapped func()) *button {
	b := &button{entered: entered, key: desk.Key}
	b.Text, b.Icon = text, icon
	b.OnTapped = func() {
		entered()
		tapped()
	}
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() {
	b.Button.FocusGained()
	b.entered()
}

// TypedKey implements fyne.Focusable.
func (b *button) TypedKey(key *fyne.KeyEvent) {
	if !b.key(key.Name) {
		b.Button.TypedKey(key)
	}
}

// Plain is the toolkit's button beneath.
func (b *button) Plain() *widget.Button { return &b.Button }
