package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/question"
	"h200filing/forms"
	"h200filing/forms/file"
)

// offerRecovery tells that a file is damaged, and offers to save what is left of it
// in a new one.
func (w *Window) offerRecovery(path string) {
	text := question.Body(w.words.Text("window.recover.offer", "name", filepath.Base(path)))
	d := w.newAsking(w.words.Text("window.recover.title"), w.words.Text("window.recover.do"), w.words.Text("window.cancel"), text,
		func(yes bool) {
			if yes {
				w.onRecover(path)
			}
		})
	d.Resize(w.roomFor(38, 18))
	d.Show()
}

// onRecover asks where what is left shall go.
func (w *Window) onRecover(path string) {
	name := w.words.Text("window.recover.name", "name", strings.TrimSuffix(filepath.Base(path), extension))
	w.saveAs(whereTo{title: w.words.Text("window.recover.do"), name: name, extension: extension},
		func(into string) { w.recover(path, into, "") })
}

// recover saves what is left of the file, in the background, and reports the outcome.
func (w *Window) recover(path, into, password string) {
	ctx, cancel := context.WithCancel(context.Background())
	wait := w.waiting(w.words.Text("window.recover.working", "name", filepath.Base(path)), 1, cancel)
	wait.at(0, "")
	var found *file.Recovery
	var err error
	why := w.words.Text("window.recover.why", "name", filepath.Base(path))
	w.border.aside(func() {
		if found, err = w.shelf.recover(path, into, password, why); err == nil && ctx.Err() != nil {
			err = errors.Join(ctx.Err(), os.Remove(into)) // it was called off meanwhile
		}
	}, func() {
		off := ctx.Err() != nil
		cancel()
		wait.dialog.Hide()
		locked := errors.Is(err, file.NeedsPassword) || errors.Is(err, file.WrongPassword)
		switch {
		case errors.Is(err, context.Canceled), off && locked:
		case locked:
			w.askToRecover(path, into, errors.Is(err, file.WrongPassword))
		case errors.Is(err, file.Damaged):
			w.say(w.words.Text("window.recover.nothing", "name", filepath.Base(path)))
		case err != nil:
			w.complain(err)
		default:
			w.recovered(into, password, found)
		}
	})
}

// askToRecover asks for the password of the damaged file.
func (w *Window) askToRecover(path, into string, wrong bool) {
	f := w.newPasswordForm("window.password.title", w.passwordText(wrong), "window.password.open", "window.password.own")
	f.done = func(given []string) error {
		w.recover(path, into, given[0])
		return nil
	}
	f.show()
}

// recovered reports what was saved and what could not be read, and offers to open
// the new file.
func (w *Window) recovered(into, password string, found *file.Recovery) {
	d := w.newAsking(w.words.Text("window.recover.done"), w.words.Text("window.recover.open"), w.words.Text("window.close"),
		container.NewVScroll(w.recoveryReport(into, found)), func(yes bool) {
			if yes {
				w.unlock(into, password)
			}
		})
	d.Resize(w.roomFor(48, 34))
	d.Show()
}

func (w *Window) recoveryReport(into string, found *file.Recovery) fyne.CanvasObject {
	number := strconv.Itoa
	sign, key := fyne.Resource(theme.NewSuccessThemedResource(theme.ConfirmIcon())), "window.recover.whole"
	if !found.Whole {
		sign, key = theme.NewWarningThemedResource(theme.WarningIcon()), "window.recover.partly"
	}
	box := newColumn(w.remark(sign, w.words.Text(key), nil),
		question.Body(w.words.Text("window.recover.saved", "path", into)),
		question.Body(w.words.Text("window.recover.counts", "answers", number(found.Answers), "attachments", number(found.Attachments),
			"entries", strconv.FormatInt(found.Entries, 10), "pages", number(found.Pages), "damaged", number(found.Damaged))))
	if len(found.Lost) > 0 {
		box.Add(question.Strong(w.words.Text("window.recover.lost", "n", number(len(found.Lost)))))
	}
	for _, l := range found.Lost {
		box.Add(question.Body("· " + w.loss(l)))
	}
	return box
}

// loss says what could not be read.
func (w *Window) loss(l file.Loss) string {
	name := l.Name
	if field := w.setting.Form.Field(forms.Path(l.Name).Pattern()); field != nil {
		name = w.text(w.setting.Form).Fields[field.ID].Label
	}
	if l.Kind == file.LostProperty {
		name = w.words.Text("window.property." + l.Name)
	}
	return w.words.Text("window.recover.lost."+string(l.Kind), "name", name)
}

// recover implements shelf.
func (s sessions) recover(path, into, password, why string) (*file.Recovery, error) {
	return s.Recover(path, into, password, why)
}
