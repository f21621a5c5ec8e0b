package window

import (
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/question"
	"h200filing/assets/licences"
)

// onAbout says what the program is and what it is made of.
func (w *Window) onAbout() {
	text := w.text(w.setting.Form)
	version := w.words.Text("window.about.versions", "version", w.version, "form", w.setting.Form.ID,
		"form_version", w.setting.Form.Version, "catalogue", w.setting.Catalogue.Version,
		"date", w.setting.Catalogue.Date.Format(time.DateOnly))
	built := w.words.Text("window.about.built", "go", strings.TrimPrefix(runtime.Version(), "go"), "fyne", fyneVersion(), "system", runtime.GOOS+"/"+runtime.GOARCH)
	records := w.newButton(w.words.Text("window.about.records"), nil, w.onRecords)
	texts := w.newButton(w.words.Text("window.about.licences"), nil, w.onLicences)
	w.sheet(w.words.Text("window.about.title"), container.New(question.Column(2, 0),
		question.Heading(text.Title, theme.SizeNameSubHeadingText), question.Body(version),
		question.Body(built), question.Body(text.Notice), question.Body(w.words.Text("window.about.offline")), container.New(question.Flow(), texts, records)))
}

// onRecords opens the folder with the log and the reports of faults.
func (w *Window) onRecords() {
	dir := w.recorder.Dir
	if dir == "" {
		w.complain(fs.ErrNotExist) // the system names no folder for them
		return
	}
	w.openPath(dir)
}

// fyneVersion is the toolkit's, "" where it is not among the licences.
func fyneVersion() string {
	works, err := licences.Works()
	i := slices.IndexFunc(works, func(w licences.Work) bool { return w.Name == "fyne.io/fyne/v2" })
	if err != nil || i < 0 {
		return ""
	}
	return strings.TrimPrefix(works[i].Version, "v")
}

// sheet shows something to read.
func (w *Window) sheet(title string, content fyne.CanvasObject) {
	d := w.newTelling(title, container.NewVScroll(container.NewPadded(content)))
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(760, size.Width*0.9), size.Height*0.8))
	d.Show()
}
