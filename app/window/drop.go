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
)

// onDropped takes the first of the files that were dropped onto the window: an
// application is opened, a filled workbook is compared with the one at work, a document
// goes to the question that has the attention. While something is asked, nothing is
// taken.
func (w *Window) onDropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	path := filepath.FromSlash(files[0].Path())
	w.recorder.Journal.Note(journal.Dropped, journal.Count(len(files)), journal.File(path))
	if err := w.take(path); err != nil {
		w.complain(err)
	}
}

// take does what a dropped file is for.
func (w *Window) take(path string) error {
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
	case !w.desk.wantsDocument():
		return errNoQuestion
	default:
		w.desk.attach(w.desk.at, path)
	}
	return nil
}

// wantsDocument reports whether the question that has the attention is for one.
func (d *desk) wantsDocument() bool {
	q := d.Report().Question(d.at)
	return q != nil && q.Field.Type == forms.TypeFile
}
