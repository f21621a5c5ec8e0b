package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"h200filing/app/journal"
	"h200filing/app/session"
	"h200filing/export/evidence"
	"h200filing/forms"
)

// What is missing where a document is dropped and cannot be taken.
var (
	errNoApplication = errors.New("no application is open")
	errNoQuestion    = errors.New("no question for a document is chosen")
	errSeveral       = errors.New("several files were dropped at once")
)

// onDropped takes a file that was dropped onto the window: an application is opened, a
// filled workbook is compared with the one at work, a document goes to the question
// that it was dropped on, or else that has the attention. Of several files none is
// taken, and while something is asked neither.
func (w *Window) onDropped(at fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	if len(files) > 1 {
		w.complain(errSeveral)
		return
	}
	path := filepath.FromSlash(files[0].Path())
	w.recorder.Journal.Note(journal.Dropped, journal.Count(len(files)), journal.File(path))
	if err := w.take(path, at); err != nil {
		w.complain(err)
	}
}

// take does what a dropped file is for.
func (w *Window) take(path string, at fyne.Position) error {
	kind := strings.ToLower(filepath.Ext(path))
	switch {
	case kind == extension:
		w.Open(path)
	case !slices.Contains(attachable, kind) && !slices.Contains(workbooks, kind):
		return evidence.ErrKind
	case w.desk == nil:
		return errNoApplication
	case slices.Contains(workbooks, kind):
		if w.desk.flush() == nil { // otherwise the status line says why
			w.desk.readWorkbook(path, session.Protection{})
		}
	default:
		question := w.desk.documentAt(at)
		if question == "" {
			return errNoQuestion
		}
		w.desk.attach(question, path)
	}
	return nil
}

// documentAt is the question for a document at a place of the window, or else the one
// that has the attention where that is for one, "" for none.
func (d *desk) documentAt(at fyne.Position) forms.Path {
	if page, ok := d.page.(*sectionPage); ok {
		for _, q := range d.Report().Questions() {
			if q.Field.Type != forms.TypeFile || q.Field.Section != page.part {
				continue
			}
			if o, _ := page.fields.Find(q.Path); o != nil && covers(o, at) {
				return q.Path
			}
		}
	}
	if q := d.Report().Question(d.at); q != nil && q.Field.Type == forms.TypeFile {
		return d.at
	}
	return ""
}

// covers reports whether an object stands at a place of the window.
func covers(o fyne.CanvasObject, at fyne.Position) bool {
	from, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}
