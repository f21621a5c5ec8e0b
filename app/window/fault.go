package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/journal"
	"h200filing/app/window/question"
)

// faultKey is the preference that names the report last told of.
const faultKey = "fault_told"

// tellFaults says that the program crashed, where it did since this was last said, and
// offers the folder with the reports. They are sent nowhere.
func (w *Window) tellFaults() {
	reports, err := w.recorder.Reports()
	if err != nil || len(reports) == 0 {
		return // a folder that cannot be read is nothing to greet the user with
	}
	newest := reports[len(reports)-1]
	if filepath.Base(newest) <= w.preferences.String(faultKey) {
		return
	}
	w.preferences.SetString(faultKey, filepath.Base(newest))
	text := question.Body(w.words.Text("window.fault.before", "path", newest))
	d := dialog.NewCustomWithoutButtons(w.words.Text("window.fault.title"), container.NewVScroll(text), w.win)
	folder := w.newCloser(d, w.words.Text("window.fault.folder"), nil, func() { w.openPath(filepath.Dir(newest)) })
	done := w.newCloser(d, w.words.Text("window.close"), nil, func() {})
	done.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{folder, done})
	d.Resize(w.roomFor(44, 20))
	d.Show()
}

// Rescue writes what was typed while the program is ended by a panic. It is to be
// deferred around the toolkit's loop.
func (w *Window) Rescue() {
	if w.desk == nil {
		return
	}
	w.recorder.Guard(func() { _ = w.desk.flush() }, func(*journal.Fault) {}) // the panic that ends the program is reported; a second one is recorded
}
