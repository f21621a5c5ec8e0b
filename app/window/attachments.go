package window

import (
	"context"
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/forms"
)

// attachable are the kinds of documents that can be attached.
var attachable = []string{".pdf", ".png", ".jpg", ".jpeg", ".PDF", ".PNG", ".JPG", ".JPEG"}

// ChooseFile implements question.Desk.
func (d *desk) ChooseFile(p forms.Path) {
	d.choose(attachable, d.preferences.folder(), func(path string) { d.attach(p, path) })
}

// Documents from waitFrom bytes on take long enough to show how far the reading is.
const waitFrom = 4 << 20

// attach reads a document and looks into it in the background, and keeps it. It can be called
// off until it is kept.
func (d *desk) attach(p forms.Path, path string) {
	ctx, cancel := context.WithCancel(context.Background())
	name := filepath.Base(path)
	var wait *waiting
	if info, err := os.Stat(path); err == nil && info.Size() >= waitFrom {
		wait = d.waiting(d.words.Text("window.file.reading", "name", name), 2, cancel)
	}
	progress := func(done, of int64) {
		d.border.tell(func() { wait.read(done, of, d.words.Text("window.file.checking")) })
	}
	if wait == nil {
		progress = nil
	}
	var document *session.Document
	var err error
	d.border.aside(func() { document, err = session.ReadDocument(ctx, path, progress) }, func() {
		off := ctx.Err() != nil
		cancel()
		if wait != nil {
			wait.dialog.Hide()
		}
		switch {
		case off:
			d.status.say(d.words.Text("window.file.called_off"))
		case err != nil:
			d.complainOf("window.file.failed", name, err)
		case d.Window.desk == d && d.Report().Question(p) != nil: // else the application or the row is gone
			d.change(func() error { return d.application.AttachDocument(p, document) })
		}
	})
}

// read shows how much of a document has been read, and says what comes after.
func (v *waiting) read(done, of int64, next string) {
	v.bar.SetValue(float64(done) / float64(of))
	if done >= of {
		v.text.SetText(next)
	}
}

// kindNames are the names of the kinds of documents, by media type.
var kindNames = map[string]string{"application/pdf": "PDF", "image/png": "PNG", "image/jpeg": "JPEG"}

// OpenFile implements question.Desk: it asks, and shows a copy of the document in
// the system's own program for it.
func (d *desk) OpenFile(p forms.Path) {
	file := forms.ParseAttachment(d.application.Answers().Get(p))
	info := d.Report().Context.Files[file.SHA256]
	text := d.words.Text("window.file.open_ask", "name", file.Name, "kind", kindNames[info.MediaType], "size", d.size(info.Size))
	d.confirm(text, "window.file.open", widget.HighImportance, func() {
		if err := d.openContent(file); err != nil {
			d.complain(err)
		}
	})
}

// openContent shows a private copy of a document.
func (d *desk) openContent(file forms.Attachment) error {
	content, err := d.application.Attachment(file.SHA256)
	if err != nil {
		return err
	}
	path, err := d.copies.Put(file.Name, content)
	if err != nil {
		return err
	}
	d.openPath(path)
	return nil
}

// size writes a number of bytes for a reader.
func (w *Window) size(bytes int64) string {
	const kb, mb = 1 << 10, 1 << 20
	if bytes >= mb {
		return w.words.Text("window.file.mb", "n", strconv.FormatFloat(float64(bytes)/mb, 'f', 1, 64))
	}
	return w.words.Text("window.file.kb", "n", strconv.FormatInt((bytes+kb-1)/kb, 10))
}
