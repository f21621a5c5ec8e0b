package window

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/session"
	"h200filing/export/lock"
	"h200filing/forms/file"
)

// damage overwrites a page in the middle of a file, and gives what it held.
func (r *rig) damage(path string) []byte {
	r.t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	const page = 4096
	copy(content[2*page:], bytes.Repeat([]byte{0xa5}, page))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		r.t.Fatal(err)
	}
	return content
}

// TestRecovery: a damaged file is not opened but offered to be recovered into a new
// one; what could not be read is said, and the damaged file stays as it is.
func TestRecovery(t *testing.T) {
	r := practise(t)
	name := r.answer("applicant.name")
	r.onCloseFile()
	damaged := r.damage(r.path)
	r.Open(r.path)
	if r.desk != nil {
		t.Fatal("the damaged file was opened")
	}
	if want := r.words.Text("window.recover.offer", "name", filepath.Base(r.path)); !slices.Contains(r.dialogTexts(), want) {
		t.Fatalf("the dialog says %q", r.dialogTexts())
	}
	r.preferences.SetString(folderKey, filepath.Dir(r.path))
	test.Tap(r.button(r.words.Text("window.recover.do")))
	test.Tap(r.button(r.words.Text("window.where.save")))
	all := strings.Join(r.dialogTexts(), "\n")
	if !strings.Contains(all, r.words.Text("window.recover.done")) {
		t.Fatalf("the dialog says %q", all)
	}
	test.Tap(r.button(r.words.Text("window.recover.open")))
	if r.desk == nil || r.answer("applicant.name") != name || r.desk.application.Path() == r.path {
		t.Error("what was recovered is not open")
	}
	if now, err := os.ReadFile(r.path); err != nil || !bytes.Equal(now, damaged) {
		t.Errorf("the damaged file was changed: %v", err)
	}
}

// TestLosses: every kind of loss has its words, in every language.
func TestLosses(t *testing.T) {
	r := newRig(t)
	for _, kind := range []file.LossKind{file.LostProperty, file.LostAttachment, file.LostVersion, file.LostTick, file.OldAnswer, file.LostHistory} {
		name := "applicant.name"
		if kind == file.LostProperty {
			name = "created"
		}
		if got := r.loss(file.Loss{Kind: kind, Name: name}); strings.Contains(got, "window.") || strings.Contains(got, name) {
			t.Errorf("%s reads %q", kind, got)
		}
	}
}

// TestRecoverNothing: where nothing of an application is left, that is said.
func TestRecoverNothing(t *testing.T) {
	r := newFile(t)
	r.onCloseFile()
	content, err := os.ReadFile(r.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(r.path, append(content[:100:100], make([]byte, len(content)-100)...), 0o600); err != nil {
		t.Fatal(err)
	}
	into := filepath.Join(t.TempDir(), "b.h200")
	r.recover(r.path, into, "")
	if want := r.words.Text("window.recover.nothing", "name", filepath.Base(r.path)); !slices.Contains(r.dialogTexts(), want) {
		t.Errorf("the dialog says %q", r.dialogTexts())
	}
	if _, err := os.Stat(into); err == nil {
		t.Error("an empty file was made")
	}
}

// TestProtectedExport: outputs are locked with a password that is typed twice, and
// one that programs disagree about is refused.
func TestProtectedExport(t *testing.T) {
	r := practise(t)
	r.preferences.SetString(folderKey, t.TempDir())
	r.desk.openReview()
	var box *check
	walk(r.desk.page.object(), func(o fyne.CanvasObject) {
		if c, ok := o.(*check); ok {
			box = c
		}
	})
	if box == nil {
		t.Fatal("the review page offers no password")
	}
	box.toggle()
	r.desk.onExport(1, true)
	r.answerDialog("window.part.next", "Secret-7!", "Secret-8!")
	if !slices.Contains(r.dialogTexts(), r.words.Text("window.password.differ")) {
		t.Errorf("two different passwords: %q", r.dialogTexts())
	}
	r.answerDialog("window.part.next", "密码", "密码")
	if !slices.Contains(r.dialogTexts(), r.words.Text("window.protect.letters")) {
		t.Errorf("a password that cannot be used: %q", r.dialogTexts())
	}
	r.answerDialog("window.part.next", "Secret-7!", "Secret-7!")
	test.Tap(r.button(r.words.Text("window.where.save")))
	files, err := filepath.Glob(filepath.Join(r.preferences.folder(), "*.xlsx"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	content, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (session.Protection{Password: "Secret-7!"}).Unlock(content); !lock.Locked(content) || err != nil {
		t.Errorf("not locked with the password: %v", err)
	}
}

// TestRecoveryCalledOff: a recovery that is called off leaves no new file.
func TestRecoveryCalledOff(t *testing.T) {
	r := practise(t)
	r.onCloseFile()
	r.damage(r.path)
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border = slow
	into := filepath.Join(t.TempDir(), "b.h200")
	r.recover(r.path, into, "")
	test.Tap(r.button(r.words.Text("window.cancel")))
	slow.run()
	if _, err := os.Stat(into); err == nil {
		t.Error("the new file is there")
	}
	if r.win.Canvas().Overlays().Top() != nil {
		t.Errorf("a dialog says %q", r.dialogTexts())
	}
}

// TestLockedRecoveryCalledOff: a recovery that is called off asks for no password.
func TestLockedRecoveryCalledOff(t *testing.T) {
	r := practise(t)
	if err := r.desk.application.SetPassword("", "Secret-7!"); err != nil {
		t.Fatal(err)
	}
	r.onCloseFile()
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border = slow
	for _, off := range []bool{false, true} {
		r.recover(r.path, filepath.Join(t.TempDir(), "b.h200"), "")
		if off {
			test.Tap(r.button(r.words.Text("window.cancel")))
		}
		slow.run()
		if asked := slices.Contains(r.above(), r.words.Text("window.password.ask")); asked == off {
			t.Errorf("called off %t, then asked for the password %t: %v", off, asked, r.above())
		}
		if !off {
			test.Tap(r.button(r.words.Text("window.cancel")))
		}
	}
}
