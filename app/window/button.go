package window

import (
	"fyne.io/fyne/v2"

	"h200filing/app/window/question"
)

// newButton makes a button of a page or a dialog; the keys that it has no use for are
// the window's.
func (w *Window) newButton(text string, icon fyne.Resource, pressed func()) *question.Button {
	return question.NewButton(text, icon, w.Key, pressed)
}
