package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// check is the toolkit's check box that can be set without being heard, and that
// tells when it has the focus.
type check struct {
	widget.Check
	heard   func(bool)
	entered func(fyne.CanvasObject)
}

func newCheck(text string, heard func(bool), entered func(fyne.CanvasObject)) *check {
	c := &check{heard: heard, entered: entered}
	c.Text = text
	c.OnChanged = heard
	c.ExtendBaseWidget(c)
	return c
}

// put sets the box.
func (c *check) put(on bool) {
	if c.Checked != on {
		c.Checked = on
		c.Refresh()
	}
}

// toggle is a tap beside the box.
func (c *check) toggle() {
	if !c.Disabled() {
		c.SetChecked(!c.Checked)
	}
}

// Plain is the toolkit's check box beneath.
func (c *check) Plain() *widget.Check { return &c.Check }

// FocusGained implements fyne.Focusable.
func (c *check) FocusGained() {
	c.Check.FocusGained()
	c.entered(c)
}
