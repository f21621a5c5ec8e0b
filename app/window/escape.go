package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/ime"
	"h200filing/app/window/question"
)

// escape does what the button of the dialog on top does that takes it back, or closes
// it where there is nothing to take back. It reports false where there is none.
func (w *Window) escape() bool {
	back := []string{w.words.Text("window.cancel"), w.words.Text("window.close")}
	return w.pressOnTop(func(b *widget.Button) bool { return slices.Contains(back, b.Text) })
}

// agree does what the button of the dialog on top does that agrees to it, or closes it
// where there is nothing to agree to. It reports false where there is none.
func (w *Window) agree() bool {
	return w.pressOnTop(func(b *widget.Button) bool {
		return b.Importance == widget.HighImportance || b.Importance == widget.DangerImportance
	}) || w.pressOnTop(func(b *widget.Button) bool { return b.Text == w.words.Text("window.close") })
}

// pressOnTop presses a button of the dialog on top, and reports whether there is one.
func (w *Window) pressOnTop(wanted func(*widget.Button) bool) bool {
	top, ok := w.win.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok {
		return false
	}
	b := buttonIn(top.Content, func(b *widget.Button) bool { return !b.Disabled() && wanted(b) })
	if b == nil {
		return false
	}
	b.OnTapped()
	return true
}

// buttonIn finds a button below an object, nil where there is none.
func buttonIn(o fyne.CanvasObject, wanted func(*widget.Button) bool) *widget.Button {
	switch o := o.(type) {
	case *widget.Button:
		if wanted(o) {
			return o
		}
	case *question.Button:
		return buttonIn(o.Plain(), wanted)
	case *container.Scroll:
		return buttonIn(o.Content, wanted)
	case *fyne.Container:
		for _, inner := range o.Objects {
			if b := buttonIn(inner, wanted); b != nil {
				return b
			}
		}
	}
	return nil
}

// dialogField is a text field of a dialog, which Escape takes back unless an input
// method composes.
type dialogField struct {
	ime.Entry
	escape func() bool
}

func (w *Window) newDialogField() *dialogField {
	f := &dialogField{escape: w.escape}
	f.Init(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *dialogField) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && !f.Composing() && f.escape() {
		return
	}
	f.Entry.TypedKey(key)
}

// Field is the toolkit's entry beneath.
func (f *dialogField) Field() *widget.Entry { return &f.Entry.Entry }
