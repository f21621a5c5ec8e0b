package window

import (
	"context"
	"errors"
	"path/filepath"

	"h200filing/app/session"
	"h200filing/export/lock"
)

// workbooks are the files that can be imported.
var workbooks = []string{".xlsx", ".XLSX"}

// onImport asks for a filled workbook and shows how it differs.
func (d *desk) onImport() {
	if d.flush() == nil { // otherwise the status line says why
		d.choose(workbooks, d.preferences.folder(), func(path string) { d.readWorkbook(path, session.Protection{}) })
	}
}

// readWorkbook reads a filled workbook in the background, and opens the page of what differs
// unless it is called off.
func (d *desk) readWorkbook(path string, by session.Protection) {
	d.preferences.SetString(folderKey, filepath.Dir(path))
	ctx, cancel := context.WithCancel(context.Background())
	wait := d.waiting(d.words.Text("window.import.reading", "name", filepath.Base(path)), 1, cancel)
	wait.at(0, "")
	var found *session.Filled
	var err error
	report, lang := d.Report(), d.words.Lang
	d.border.aside(func() { found, err = session.ReadFilled(path, by, report, lang) }, func() {
		wait.dialog.Hide()
		switch {
		case ctx.Err() != nil:
			d.status.say(d.words.Text("window.import.cancelled"))
		case errors.Is(err, lock.ErrWrong):
			d.askToRead(path, by.Wanted())
		case err != nil:
			d.complain(err)
		case d.Window.desk == d: // else another application is open by now
			d.turn(newImportPage(d, found, map[differenceKey]bool{}))
		}
		cancel()
	})
}
