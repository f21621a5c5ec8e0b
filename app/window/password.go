package window

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/question"
	"h200filing/forms/file"
)

// unlock opens an application with a password, "" for none. The one that is at work
// already stays as it is.
func (w *Window) unlock(path, password string) {
	if w.desk != nil && session.SameFile(path, w.desk.application.Path()) {
		w.desk.status.say(w.words.Text("window.open.already"))
		return
	}
	w.enter(path, func(path string) (application, error) { return w.shelf.open(path, password) })
}

// askPassword asks for the password of a file and opens it.
func (w *Window) askPassword(path string, wrong bool) {
	f := w.newPasswordForm("window.password.title", w.passwordText(wrong), "window.password.open", "window.password.own")
	f.done = func(given []string) error {
		w.unlock(path, given[0])
		return nil
	}
	f.show()
}

// passwordText asks for a password, again after a wrong one.
func (w *Window) passwordText(wrong bool) string {
	if wrong {
		return w.words.Text("window.password.wrong")
	}
	return w.words.Text("window.password.ask")
}

// onPassword sets, changes or removes the password of the open application.
func (d *desk) onPassword() {
	if d.flush() != nil {
		return // the status line says why
	}
	keys := []string{"window.password.fresh", "window.password.again"}
	text := d.words.Text("window.password.set")
	if d.application.Encrypted() {
		keys, text = append([]string{"window.password.present"}, keys...), d.words.Text("window.password.change")
	}
	f := d.newPasswordForm("window.password.own", text, "window.password.do", keys...)
	f.done = func(given []string) error {
		old, fresh := "", given
		if len(given) == 3 {
			old, fresh = given[0], given[1:]
		}
		if fresh[0] != fresh[1] {
			return errDiffer
		}
		if old == "" && fresh[0] == "" {
			return file.NeedsPassword
		}
		return nil
	}
	f.working = d.words.Text("window.password.working", "name", d.fileName())
	f.work = func(given []string) error {
		if len(given) == 3 {
			return d.application.SetPassword(given[0], given[1])
		}
		return d.application.SetPassword("", given[0])
	}
	f.said = func() { d.status.say(d.words.Text("window.password.done")) }
	f.show()
}

// errDiffer tells that a new password was typed in two ways.
var errDiffer = errors.New("the two differ")

// passwordForm asks for passwords until what is to be done with them is done.
type passwordForm struct {
	*Window
	title   string
	doKey   string
	entries []*dialogField
	notice  *question.Paragraph
	content *fyne.Container
	dialog  *asking
	done    func(given []string) error
	work    func(given []string) error // what then takes its time in the background; may be nil
	working string                     // what is said meanwhile
	said    func()
}

func (w *Window) newPasswordForm(title, text, doKey string, keys ...string) *passwordForm {
	f := &passwordForm{Window: w, title: w.words.Text(title), doKey: doKey, notice: question.Body(""), done: func([]string) error { return nil }, said: func() {}}
	f.notice.Importance = widget.DangerImportance
	f.content = container.New(question.Column(2, 0), question.Body(text))
	for _, key := range keys {
		e := w.newDialogField()
		e.Password = true
		e.OnSubmitted = func(string) { f.dialog.Confirm() }
		f.entries = append(f.entries, e)
		f.content.Add(question.Strong(w.words.Text(key)))
		f.content.Add(e)
	}
	f.content.Add(f.notice)
	return f
}

func (f *passwordForm) show() {
	f.dialog = f.newAsking(f.title, f.words.Text(f.doKey), f.words.Text("window.cancel"), container.NewVScroll(f.content), f.onAnswer)
	f.dialog.Resize(f.roomFor(38, 12+8*float32(len(f.entries))))
	f.dialog.Show()
	f.win.Canvas().Focus(f.entries[0])
}

func (f *passwordForm) onAnswer(yes bool) {
	if !yes {
		return
	}
	given := make([]string, len(f.entries))
	for i, e := range f.entries {
		given[i] = e.Text
	}
	if err := f.done(given); err != nil || f.work == nil {
		f.worked(err)
		return
	}
	f.lengthy(f.working, func() error { return f.work(given) }, f.worked)
}

// worked says how it went, and asks again where it did not go well.
func (f *passwordForm) worked(err error) {
	if err == nil {
		f.said()
		return
	}
	f.notice.Put(f.reason(err))
	for _, e := range f.entries {
		e.FocusLost() // hidden with the focus, it is not told that it has lost it
	}
	f.dialog.Show()
	f.win.Canvas().Focus(f.entries[0])
	f.entries[0].TypedShortcut(&fyne.ShortcutSelectAll{}) // typing replaces what was refused
}
