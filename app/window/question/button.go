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
}

func newButton(text string, icon fyne.Resource, entered, tapped func()) *button {
	b := &button{entered: entered}
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

// Plain is the toolkit's button beneath.
func (b *button) Plain() *widget.Button { return &b.Button }
