package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
)

// asking is a dialog that is agreed to or taken back, by its buttons, or by Enter and
// Escape wherever the focus is.
type asking struct {
	*dialog.CustomDialog
	win      fyne.Window
	agree    *question.Button
	answered func(yes bool)
}

// newAsking makes a dialog with its buttons; answered hears what was chosen once it is
// hidden.
func (w *Window) newAsking(title, yes, no string, content fyne.CanvasObject, answered func(yes bool)) *asking {
	a := &asking{CustomDialog: dialog.NewCustomWithoutButtons(title, content, w.win), win: w.win, answered: answered}
	back := w.newButton(no, theme.CancelIcon(), func() { a.answer(false) })
	a.agree = w.newButton(yes, theme.ConfirmIcon(), func() { a.answer(true) })
	a.agree.Importance = widget.HighImportance
	a.SetButtons([]fyne.CanvasObject{back, a.agree})
	return a
}

// Confirm agrees.
func (a *asking) Confirm() { a.answer(true) }

func (a *asking) answer(yes bool) {
	a.win.Canvas().Unfocus() // shown again, the dialog does not know what had the focus
	a.Hide()
	a.answered(yes)
}

// newTelling makes a dialog to read, with a button that closes it.
func (w *Window) newTelling(title string, content fyne.CanvasObject) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	d.SetButtons([]fyne.CanvasObject{w.newCloser(d, w.words.Text("window.close"), nil, func() {})})
	return d
}

// newCloser makes a button that closes a dialog and then does something.
func (w *Window) newCloser(d *dialog.CustomDialog, text string, icon fyne.Resource, then func()) *question.Button {
	return w.newButton(text, icon, func() {
		d.Hide()
		then()
	})
}
