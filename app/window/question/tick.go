package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tick says below a question that somebody has reviewed the answer, who and when.
// While answers are being reviewed it is a box to tick.
type tick struct {
	block *block
	root  *fyne.Container
	check *tickCheck
	sign  *widget.Icon
	said  *widget.Label
}

func newTick(b *block) *tick {
	t := &tick{block: b, sign: widget.NewIcon(theme.NewSuccessThemedResource(theme.ConfirmIcon())), said: Line(" ", true)}
	t.check = &tickCheck{entered: b.enter}
	t.check.Text = b.desk.Words().Text("window.tick.do")
	t.check.OnChanged = func(on bool) { b.desk.SetTick(b.path, on) }
	t.check.ExtendBaseWidget(t.check)
	t.root = container.NewBorder(nil, nil, container.NewHBox(t.check, t.sign), nil, t.said)
	t.root.Hide()
	return t
}

// show updates the mark from the desk.
func (t *tick) show() {
	said, on := t.block.desk.Ticked(t.block.path)
	reviewing := t.block.desk.Reviewing() && !t.block.field.Computed()
	if t.check.Checked != on {
		t.check.Checked = on
		t.check.Refresh()
	}
	setVisible(t.check, reviewing)
	setVisible(t.sign, on && !reviewing)
	if said != t.said.Text {
		t.said.SetText(said)
	}
	setVisible(t.root, on || reviewing)
}

// tickCheck is a check box that tells when it has the focus.
type tickCheck struct {
	widget.Check
	entered func()
}

// Plain is the toolkit's check box beneath.
func (c *tickCheck) Plain() *widget.Check { return &c.Check }

// FocusGained implements fyne.Focusable.
func (c *tickCheck) FocusGained() {
	c.Check.FocusGained()
	c.entered()
}
