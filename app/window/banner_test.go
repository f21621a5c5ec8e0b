package window

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"h200filing/forms/file"
)

// TestOtherVersion: an application drafted by another version of the form says so
// until somebody has seen it.
func TestOtherVersion(t *testing.T) {
	r := newRig(t)
	r.path = filepath.Join(t.TempDir(), "去年.h200")
	f, err := file.Create(r.path, file.Meta{Form: r.setting.Form.ID, Version: "2025.1", Created: noon()})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	r.Open(r.path)
	remark := r.words.Text("form.unknown", "old", "2025.1", "new", r.setting.Form.Version)
	if !slices.Contains(texts(r.win.Content()), remark) {
		t.Fatalf("shown: %v", texts(r.win.Content())[:8])
	}
	test.Tap(r.button(r.words.Text("window.form.adopt")))
	if slices.Contains(texts(r.win.Content()), remark) {
		t.Error("said again to who has seen it")
	}
	r.onCloseFile()
	r.Open(r.path)
	if slices.Contains(texts(r.win.Content()), remark) {
		t.Error("said again when it is opened again")
	}
}
