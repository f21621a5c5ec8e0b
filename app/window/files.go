package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"h200filing/forms/file"
)

// extension is that of application files.
const extension = ".h200"

func (w *Window) onNew() {
	name := w.words.Text("window.new.name", "date", w.setting.Today().Format("20060102"))
	w.saveAs(whereTo{title: w.words.Text("window.new.title"), name: name, extension: extension},
		func(path string) { w.enter(path, w.shelf.create) })
}

func (w *Window) onOpen() {
	w.choose([]string{extension}, w.preferences.folder(), w.Open)
}

// onCopyOf makes an application from another one, which is chosen first.
func (w *Window) onCopyOf() {
	w.choose([]string{extension}, w.preferences.folder(), w.onCopy)
}

// onCopy makes an application from another one, last year's for example, and opens
// it.
func (w *Window) onCopy(from string) {
	name := w.words.Text("window.copy.name", "name", strings.TrimSuffix(filepath.Base(from), extension))
	w.saveAs(whereTo{title: w.words.Text("window.copy.title"), name: name, extension: extension}, func(to string) {
		if !w.settled() {
			return
		}
		w.lengthy(w.words.Text("window.copy.working", "name", filepath.Base(from)), func() error { return w.shelf.copy(from, "", to) }, func(err error) {
			switch {
			case errors.Is(err, file.NeedsPassword):
				w.askToCopy(from, to)
			case err != nil:
				w.complain(err)
			default:
				w.Open(to)
			}
		})
	})
}

// askToCopy asks for the password of the application that is copied.
func (w *Window) askToCopy(from, to string) {
	f := w.newPasswordForm("window.password.title", w.words.Text("window.password.ask"), "window.password.open", "window.password.own")
	f.working = w.words.Text("window.copy.working", "name", filepath.Base(from))
	f.work = func(given []string) error { return w.shelf.copy(from, given[0], to) }
	f.said = func() { w.unlock(to, f.entries[0].Text) }
	f.show()
}

// onPractice makes a new practice application, in the program's own folder and not
// among the user's files.
func (w *Window) onPractice() {
	dir := w.practiceFolder()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		w.complain(err)
		return
	}
	name := w.words.Text("window.practice.name", "time", w.setting.Now().Format("20060102-150405"))
	w.enter(filepath.Join(dir, name+extension), w.shelf.practice)
}

func (w *Window) practiceFolder() string {
	return filepath.Join(w.app.Storage().RootURI().Path(), "practice")
}

// onCloseFile goes back to the start page.
func (w *Window) onCloseFile() {
	if w.leave() {
		w.rebuild()
	}
}

// chooseHere is choose with the toolkit's own dialog.
func (w *Window) chooseHere(extensions []string, dir string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r == nil {
			return // taken back
		}
		if err == nil {
			err = r.Close() // only its path is wanted
		}
		if err != nil {
			w.complain(err)
			return
		}
		chosen(r.URI().Path())
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	d.SetTitleText(w.words.Text("window.choose.title"))
	w.place(d, dir)
}
