package window

import (
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/app/window/question"
)

// onExport asks where to put an output and makes it.
func (d *desk) onExport(output int, draft bool) {
	if d.flush() != nil {
		return // said in the line below
	}
	name := d.fileName()
	if draft {
		name = d.words.Text("window.export.draft_name", "name", name)
	}
	d.askWhere(whereTo{title: d.words.Text(outputs[output].key), name: name, extension: outputs[output].extension, replace: true},
		func(path string) { d.export(output, draft, path) })
}

// export makes an output of things as they are, aside, and shows that it works.
func (d *desk) export(output int, draft bool, path string) {
	o := outputs[output]
	preparation := d.application.Prepare()
	wait := d.waiting(d.words.Text("window.export.working", "name", filepath.Base(path)))
	var err error
	d.border.aside(func() {
		var made session.Outputs
		if made, err = preparation.Export(o.wanted, draft); err == nil {
			err = session.WriteFile(path, o.content(made))
		}
	}, func() {
		wait.Hide()
		if err != nil {
			d.complain(err)
			return
		}
		d.exported(path)
	})
}

// waiting shows that something takes its time.
func (w *Window) waiting(text string) dialog.Dialog {
	bar := widget.NewProgressBarInfinite()
	d := dialog.NewCustomWithoutButtons(text, container.NewPadded(bar), w.win)
	d.Resize(fyne.NewSize(420, 140))
	d.Show()
	return d
}

// exported says where the output is and offers to open it.
func (w *Window) exported(path string) {
	var d *dialog.CustomDialog
	open := widget.NewButtonWithIcon(w.words.Text("window.export.open"), theme.VisibilityIcon(), func() {
		d.Hide()
		w.openPath(path)
	})
	open.Importance = widget.HighImportance
	folder := widget.NewButtonWithIcon(w.words.Text("window.export.folder"), theme.FolderOpenIcon(), func() {
		d.Hide()
		w.openPath(filepath.Dir(path))
	})
	done := widget.NewButton(w.words.Text("window.close"), func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons(w.words.Text("window.export.done"), question.Body(path), w.win)
	d.SetButtons([]fyne.CanvasObject{done, folder, open})
	d.Resize(fyne.NewSize(560, 180))
	d.Show()
}

// openPath opens a file or folder in the system's own program for it.
func (w *Window) openPath(path string) {
	slashed := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		slashed = "/" + slashed
	}
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: slashed}); err != nil {
		w.complain(err)
	}
}

// openContent shows the content of an attachment, from a copy that is read only.
func (w *Window) openContent(name string, content []byte) error {
	dir, err := os.MkdirTemp("", "h200filing-view-")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(path, content, 0o400); err != nil {
		return err
	}
	w.openPath(path)
	return nil
}
