package window

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"h200filing/app/journal"
	"h200filing/forms/file"
)

// waitAfter is how long a file may take to open before that is shown.
const waitAfter = 200 * time.Millisecond

// enter opens an application in the background and then shows it in place of the
// current one, unless the user cancels. Only one file is opened at a time.
func (w *Window) enter(path string, open func(string) (application, error)) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if w.stopOpening != nil || !w.settled() {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.stopOpening = func() {
		cancel()
		w.stopOpening = nil
	}
	hide := func() {}
	arrived := w.border.after(waitAfter, func() {
		if w.bare() {
			w.rebuild()
		}
		wait := w.waiting(w.words.Text("window.open.working", "name", filepath.Base(path)), 1, func() { w.stopOpening() })
		wait.at(0, "")
		hide = wait.dialog.Hide
	})
	desk, begun := w.desk, w.setting.Now()
	var a application
	var err error
	w.border.aside(func() { a, err = open(path) }, func() {
		arrived()
		if ctx.Err() != nil || w.desk != desk { // called off, or something else is at work
			w.discard(a)
			return
		}
		w.stopOpening()
		hide()
		if err != nil {
			w.refuse(path, err)
			return
		}
		w.entered(path, a, begun)
	})
}

// discard closes an application that is not wanted any more; a may be nil.
func (w *Window) discard(a application) {
	if a == nil {
		return
	}
	if err := a.Close(); err != nil {
		w.complain(err)
	}
}

// refuse says why a file was not opened, or asks for what is missing.
func (w *Window) refuse(path string, err error) {
	w.recorder.Journal.Note(journal.Refused, journal.File(path), journal.Because(err))
	if w.desk == nil {
		w.rebuild() // the list may tell more by now
	}
	switch {
	case errors.Is(err, file.NeedsPassword), errors.Is(err, file.WrongPassword):
		w.askPassword(path, errors.Is(err, file.WrongPassword))
	case errors.Is(err, file.Damaged):
		w.offerRecovery(path)
	default:
		w.complain(err)
	}
}

// entered shows an application in place of the current one. The folder of practice
// applications does not become the folder that file dialogs begin in.
func (w *Window) entered(path string, a application, begun time.Time) {
	if !w.leave() {
		w.discard(a)
		return
	}
	folder := w.preferences.folder()
	w.preferences.remember(path)
	if filepath.Dir(path) == w.practiceFolder() {
		w.preferences.SetString(folderKey, folder)
	}
	w.desk = newDesk(w, a)
	w.rebuild()
	w.tidyLater()
	w.recorder.Journal.Note(journal.Opened, journal.File(path), journal.Took(w.setting.Now().Sub(begun)))
}
