package window

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"h200filing/app/session"
	"h200filing/app/session/sessiontest"
	"h200filing/i18n"
)

// newBare makes a window that has no content yet.
func newBare(t *testing.T) (*Window, *session.Setting, *slowBorder) {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir()) // the test app's own folder
	t.Setenv("TMP", os.TempDir())   // on Windows
	app := test.NewTempApp(t)
	setting := sessiontest.Setting(t, noon)
	b := &slowBorder{stillBorder: &stillBorder{}}
	w, err := newFrame(app, b, "test", i18n.Hans)
	if err != nil {
		t.Fatal(err)
	}
	if !w.bare() {
		t.Error("there is content already")
	}
	return w, setting, b
}

// onStartPage reports whether the start page is shown, under a dialog or not.
func onStartPage(w *Window) bool {
	return slices.Contains(texts(w.win.Content()), w.words.Text("window.start.recent"))
}

// TestBegin: with an application to begin with, the window has no start page before it.
func TestBegin(t *testing.T) {
	w, setting, b := newBare(t)
	w.furnish(setting, sessions{setting}, Beginning{Practice: true})
	if !w.bare() || w.desk != nil {
		t.Error("something is shown before the application is open")
	}
	b.run()
	if w.desk == nil || w.bare() || !w.desk.application.IsPractice() {
		t.Fatal("the application is not shown")
	}
	if err := w.desk.application.Close(); err != nil {
		t.Error(err)
	}
}

// TestTidy: some time after an application was opened, memory is given back, once.
func TestTidy(t *testing.T) {
	r := newRig(t)
	r.border.pass() // that of the start page
	tidied := 0
	r.tidy = func() { tidied++ }
	r.path = filepath.Join(t.TempDir(), "a.h200")
	r.enter(r.path, r.shelf.create)
	if tidied != 0 {
		t.Error("tidied while the window is busy")
	}
	r.border.pass()
	r.border.pass()
	if tidied != 1 {
		t.Errorf("tidied %d times", tidied)
	}
}

// TestBeginSlowly: while a file takes long to open, the start page is there, and the
// opening can be called off.
func TestBeginSlowly(t *testing.T) {
	w, setting, b := newBare(t)
	w.furnish(setting, sessions{setting}, Beginning{Practice: true})
	b.pass()
	if !onStartPage(w) {
		t.Fatal("no start page")
	}
	test.Tap((&rig{Window: w, t: t}).button(w.words.Text("window.cancel")))
	b.run()
	if w.desk != nil || !onStartPage(w) {
		t.Error("opened after it was called off")
	}
}

// TestBeginRefused: where a file cannot be opened, the window says so on the start page.
func TestBeginRefused(t *testing.T) {
	w, setting, b := newBare(t)
	w.furnish(setting, sessions{setting}, Beginning{File: filepath.Join(t.TempDir(), "gone.h200")})
	b.run()
	if w.desk != nil || !onStartPage(w) || w.win.Canvas().Overlays().Top() == nil {
		t.Error("the start page does not say why the file is not open")
	}
}
