package window

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/journal"
	"h200filing/app/session"
	"h200filing/app/window/question"
)

// onExport asks where to put an output and makes it.
func (d *desk) onExport(output int, draft bool) {
	if d.flush() != nil {
		return // the status line says why
	}
	name, title := d.fileName(), "window.export.title"
	if draft {
		title = "window.export.draft_title"
		name = d.words.Text("window.export.draft_name", "name", name)
	}
	d.protected(d.protect, func(by session.Protection) {
		d.saveAs(whereTo{title: d.words.Text(title, "what", d.words.Text(outputs[output].key)), name: name, extension: outputs[output].extension, replace: true},
			func(path string) { d.export(output, draft, by, path) })
	})
}

// export makes an output in the background, of the application as it is now. It shows
// how far it is, and can be cancelled.
func (d *desk) export(output int, draft bool, by session.Protection, path string) {
	o := outputs[output]
	preparation := d.application.Prepare()
	ctx, cancel := context.WithCancel(context.Background())
	wanted := o.wanted
	wanted.Protection = by
	stages := wanted.Stages()
	wait := d.waiting(d.words.Text("window.export.working", "name", filepath.Base(path)), len(stages)+1, cancel)
	begun := d.setting.Now()
	var err error
	d.border.aside(func() {
		var made session.Outputs
		made, err = preparation.Make(ctx, wanted, draft, func(s session.Stage) {
			d.border.tell(func() { wait.at(slices.Index(stages, s), d.words.Text("window.export."+string(s))) })
		})
		if err == nil {
			err = session.WriteFile(path, o.content(made))
		}
	}, func() {
		cancel()
		wait.dialog.Hide()
		if err == nil {
			d.recorder.Journal.Note(journal.Exported, journal.File(path), journal.Took(d.setting.Now().Sub(begun)))
		}
		d.exportEnded(path, err)
	})
}

// exportEnded says what came of an export.
func (d *desk) exportEnded(path string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		d.status.say(d.words.Text("window.export.cancelled"))
	case err != nil:
		d.complainOf("window.export.failed", path, err)
	default:
		d.exported(path)
	}
}

// exported says where the output is and offers to open it.
func (w *Window) exported(path string) {
	d := dialog.NewCustomWithoutButtons(w.words.Text("window.export.done"), question.Body(path), w.win)
	open := w.newCloser(d, w.words.Text("window.export.open"), theme.VisibilityIcon(), func() { w.openPath(path) })
	open.Importance = widget.HighImportance
	folder := w.newCloser(d, w.words.Text("window.export.folder"), theme.FolderOpenIcon(), func() { w.openPath(filepath.Dir(path)) })
	done := w.newCloser(d, w.words.Text("window.close"), nil, func() {})
	d.SetButtons([]fyne.CanvasObject{done, folder, open})
	d.Resize(fyne.NewSize(560, 180))
	d.Show()
}

// openPath opens a file or folder in the system's own program for it, or says that
// there is none.
func (w *Window) openPath(path string) {
	if err := w.handOver(path); err != nil {
		w.recorder.Journal.Note(journal.Failed, journal.Because(err))
		w.say(w.words.Text("window.viewer.none", "path", path))
	}
}

// handOver has the system open a file or folder. Its errors are of no use to a reader.
func (w *Window) handOver(path string) error {
	slashed := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		slashed = "/" + slashed
	}
	return w.app.OpenURL(&url.URL{Scheme: "file", Path: slashed})
}
