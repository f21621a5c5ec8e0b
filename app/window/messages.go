package window

import (
	"errors"
	"io/fs"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/journal"
	"h200filing/app/session"
	"h200filing/app/window/peek"
	"h200filing/app/window/question"
	"h200filing/export/evidence"
	"h200filing/export/lock"
	"h200filing/forms/file"
)

// reasons maps what can go wrong to the words for it.
var reasons = []struct {
	err error
	key string
}{
	{file.NotFound, "window.error.not_found"},
	{file.NotSQLite, "window.error.foreign"},
	{file.Foreign, "window.error.foreign"},
	{file.Newer, "window.error.newer"},
	{file.Damaged, "window.error.damaged"},
	{file.Unreadable, "window.error.unreadable"},
	{file.Exists, "window.error.exists"},
	{file.ReadOnly, "window.error.read_only"},
	{file.Busy, "window.error.busy"},
	{file.Full, "window.error.full"},
	{file.Held, "window.error.held"},
	{file.WrongPassword, "window.password.wrong"},
	{file.NeedsPassword, "window.password.empty"},
	{errDiffer, "window.password.differ"},
	{file.Moved, "window.error.moved"},
	{file.Missing, "window.error.missing"},
	{file.TooLarge, "window.error.too_large"},
	{file.Closed, "window.error.closed"},
	{file.HasPassword, "window.error.has_password"},
	{file.NoStep, "window.undo.none"},
	{file.NoName, "window.error.no_name"},
	{file.Taken, "window.error.taken"},
	{evidence.ErrTooLarge, "window.error.too_large"},
	{evidence.ErrEmpty, "window.error.empty"},
	{evidence.ErrKind, "window.error.kind"},
	{peek.ErrKind, "window.error.kind"},
	{session.ErrStale, "window.error.stale"},
	{lock.ErrPassword, "window.protect.letters"},
	{errNoApplication, "window.drop.no_application"},
	{errNoQuestion, "window.drop.no_question"},
	{errSeveral, "window.drop.several"},
	{session.ErrOtherForm, "window.error.other_form"},
	{session.ErrNotReady, "window.error.not_ready"},
	{session.ErrNotRegular, "window.error.not_regular"},
	{session.ErrInUse, "window.error.in_use"},
	{fs.ErrNotExist, "window.error.not_found"},
	{fs.ErrPermission, "window.error.permission"},
}

// reason says in words what went wrong and what to do.
func (w *Window) reason(err error) string {
	var fault *journal.Fault
	if errors.As(err, &fault) {
		return w.words.Text("window.fault.aside", "path", fault.Path)
	}
	var workbook *session.WorkbookError
	if errors.As(err, &workbook) {
		return w.words.Text("import.error."+workbook.Kind(), "path", filepath.Base(workbook.Path))
	}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return w.words.Text(r.key)
		}
	}
	return w.words.Text("window.error.other", "error", err.Error())
}

// complain shows what went wrong.
func (w *Window) complain(err error) {
	w.recorder.Journal.Note(journal.Failed, journal.Because(err))
	w.say(w.reason(err))
}

// complainOf shows what went wrong with a file: key is a text with its {name} and the
// reason ({why}).
func (w *Window) complainOf(key, name string, err error) {
	w.recorder.Journal.Note(journal.Failed, journal.Because(err))
	w.say(w.words.Text(key, "name", name, "why", w.reason(err)))
}

// say shows why something was not done.
func (w *Window) say(why string) {
	d := w.newTelling(w.words.Text("window.error.title"), question.Body(why))
	d.Resize(w.roomFor(36, 15))
	d.Show()
}

// roomFor is the size of a dialog in text sizes, or what the window has.
func (w *Window) roomFor(width, height float32) fyne.Size {
	size, em := w.win.Canvas().Size(), theme.TextSize()
	return fyne.NewSize(min(width*em, size.Width*0.9), min(height*em, size.Height*0.9))
}

// ask has something grave confirmed before it is done. key is a text with a {name}.
func (w *Window) ask(key, name, doKey string, do func()) {
	w.confirm(w.words.Text(key, "name", name), doKey, widget.DangerImportance, do)
}

// confirm has something confirmed before it is done.
func (w *Window) confirm(text, doKey string, importance widget.Importance, do func()) {
	body := question.Body(text)
	d := w.newAsking(w.words.Text("window.ask.title"), w.words.Text(doKey), w.words.Text("window.cancel"), body,
		func(yes bool) {
			if yes {
				do()
			}
		})
	d.agree.Importance = importance
	d.Resize(w.roomFor(34, 14))
	d.Show()
}

// askToLose asks before the window closes on a text that cannot be written.
func (w *Window) askToLose(err error) {
	w.ask("window.lose.ask", w.reason(err), "window.lose.close", w.close)
}
