package window

import (
	"fmt"

	"fyne.io/fyne/v2"

	"h200filing/app/chooser"
	"h200filing/app/journal"
	"h200filing/app/printing"
	"h200filing/app/session"
	"h200filing/app/window/locale"
	"h200filing/app/window/look"
	"h200filing/app/window/peek"
	"h200filing/forms"
	"h200filing/i18n"
)

// Window is the program's main window. It shows the start page or an open
// application: task list, a page, help and status line.
type Window struct {
	app     fyne.App
	win     fyne.Window
	border  border
	shelf   shelf
	setting *session.Setting
	version string
	viewer  viewer
	print   func(path string) error
	tidy    func()       // gives unused memory back to the system; on any goroutine
	copies  *peek.Folder // copies of attachments for other programs to open

	recorder    journal.Recorder
	native      chooser.Chooser // the system's file dialogs; nil where it has none
	stopAsking  func()          // closes the file dialog that is open
	stopOpening func()          // cancels opening a file; nil where none is being opened
	busy        bool            // the open file is being rewritten: the window must not close
	preferences preferences
	words       *i18n.Words
	desk        *desk        // nil while the start page is shown
	guide       *guideWindow // nil while it is closed
}

// New makes the window, still without content: the toolkit needs time to show it, and
// what Furnish needs can be loaded meanwhile. Panics go to the recorder. Texts are in
// lang, or in the language last used where it is "". tidy gives back memory; it is
// called in the background, once after everything that is opened.
func New(app fyne.App, recorder journal.Recorder, lang i18n.Lang, tidy func()) (w *Window, err error) {
	_ = peek.Sweep("")                               // what cannot be removed is tried again at the next start
	told := func(f *journal.Fault) { w.complain(f) } // once there is a window
	w, err = newFrame(app, realBorder{recorder, told}, recorder.Version, lang)
	if err != nil {
		return nil, err
	}
	w.recorder, w.native, w.tidy = recorder, chooser.Native(), tidy
	return w, nil
}

// newFrame makes the window without content.
func newFrame(app fyne.App, b border, version string, lang i18n.Lang) (*Window, error) {
	w := &Window{app: app, border: b, version: version, viewer: &pdfium{}, print: printing.Print, stopAsking: func() {}, tidy: func() {}, copies: peek.In(""), preferences: preferences{app.Preferences()}}
	if lang == "" {
		lang = w.preferences.language()
	}
	w.words = i18n.For(lang)
	if err := locale.Teach(w.words); err != nil {
		return nil, fmt.Errorf("words of the toolkit: %w", err)
	}
	if err := w.applyTheme(w.preferences.ground(), w.preferences.textPercent()); err != nil {
		return nil, err
	}
	w.win = app.NewWindow(w.words.Text("window.title.program"))
	w.win.SetMaster()
	w.win.Resize(w.preferences.size())
	w.win.SetCloseIntercept(w.onClose)
	w.win.SetOnDropped(w.onDropped)
	w.listen()
	return w, nil
}

// Frame is the toolkit's window, to be shown. The toolkit's loop has to run for
// anything to happen.
func (w *Window) Frame() fyne.Window { return w.win }

// titleBar is left for the frame that the system puts around the window.
const titleBar = 40

// Fit makes the window no larger than the room there is on the screen, in units of
// the toolkit, so that its foot can be seen.
func (w *Window) Fit(room fyne.Size) {
	size := w.preferences.size()
	if fit := fyne.NewSize(min(size.Width, room.Width), min(size.Height, room.Height-titleBar)); fit != size {
		w.win.Resize(fit)
	}
}

// applyTheme applies the theme, light or dark, at a text size in percent.
func (w *Window) applyTheme(ground look.Ground, percent int) error {
	t, err := look.New(ground, percent)
	if err != nil {
		return err
	}
	w.app.Settings().SetTheme(t)
	return nil
}

// leave writes what was typed and closes the open application. Where something could
// not be written it closes nothing and reports false.
func (w *Window) leave() bool {
	if !w.settled() {
		return false
	}
	if w.desk == nil {
		return true
	}
	w.desk.leavePlace()
	w.desk.unfollow()
	w.desk.close()
	err := w.desk.application.Close()
	w.desk = nil
	_ = w.copies.Clear() // copies that another program has open are removed at the next start
	if err != nil {
		w.complain(err)
	}
	return true
}

// rebuild makes all widgets again: after a file was opened or closed, and after
// language, theme or text size has changed. The user stays where they are.
func (w *Window) rebuild() { w.rebuildAt(w.spot()) }

// rebuildAt makes all widgets again, with the user at a spot.
func (w *Window) rebuildAt(was spot) {
	w.win.SetMainMenu(w.menu())
	if w.desk == nil {
		w.win.SetTitle(w.words.Text("window.title.program"))
		w.win.SetContent(newStartPage(w).object)
		return
	}
	w.desk.build()
	w.win.SetContent(w.desk.object)
	w.desk.page.begin()
	w.desk.comeBack(was)
}

// settled writes what was typed, as must be done before rebuild, and reports whether
// that succeeded.
func (w *Window) settled() bool {
	if w.desk == nil {
		return true
	}
	err := w.desk.flush()
	if err != nil {
		w.complain(err)
	}
	return err == nil
}

// setLang switches the language and stays on the same page.
func (w *Window) setLang(lang i18n.Lang) {
	if !w.settled() {
		return
	}
	w.preferences.SetString(languageKey, string(lang))
	w.words = i18n.For(lang)
	if err := locale.Teach(w.words); err != nil {
		w.complain(err)
	}
	w.closeGuide()
	w.rebuild()
}

func (w *Window) setTextPercent(percent int) {
	if !w.settled() {
		return
	}
	was := w.spot() // before the texts of the page grow
	if err := w.applyTheme(w.preferences.ground(), percent); err != nil {
		w.complain(err)
		return
	}
	w.preferences.SetInt(textKey, percent)
	w.rebuildAt(was)
}

func (w *Window) setGround(ground look.Ground) {
	if !w.settled() {
		return
	}
	if err := w.applyTheme(ground, w.preferences.textPercent()); err != nil {
		w.complain(err)
		return
	}
	w.preferences.SetString(groundKey, string(ground))
	w.rebuild()
}

func (w *Window) onClose() {
	if w.busy {
		return // a dialog says so
	}
	if w.desk != nil {
		if err := w.desk.flush(); err != nil {
			w.askToLose(err)
			return
		}
	}
	w.close()
}

// close closes the window without asking. What was typed has been written by then, or
// the user has chosen to lose it.
func (w *Window) close() {
	w.stopAsking()
	if w.stopOpening != nil {
		w.stopOpening()
	}
	if w.desk != nil {
		w.desk.leavePlace()
		w.desk.unfollow()
		w.desk.close()
		// A file that fails to close has its last change on disk all the same.
		_ = w.desk.application.Close()
		w.desk = nil
	}
	_ = w.viewer.close() // it has only read: nothing is lost
	_ = w.copies.Clear() // copies that another program has open are removed at the next start
	w.preferences.setSize(w.win.Canvas().Size())
	w.win.Close()
}

func (w *Window) text(form *forms.Form) *forms.Text { return form.Text(w.words.Lang) }
