package window

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// slowly puts a slow border in the place of the rig's.
func (r *rig) slowly() *slowBorder {
	b := &slowBorder{stillBorder: r.border}
	r.Window.border = b
	return b
}

// TestOpenAside: a file that takes long to open is waited for; it is opened once,
// however often it is asked for, and keeps nobody from another where it is called off.
func TestOpenAside(t *testing.T) {
	r := newFile(t)
	r.onCloseFile()
	slow := r.slowly()
	r.Open(r.path)
	r.Open(r.path)
	if len(slow.jobs) != 1 {
		t.Fatalf("%d are being opened", len(slow.jobs))
	}
	if r.win.Canvas().Overlays().Top() != nil {
		t.Error("a dialog flashes up for a quick file")
	}
	slow.pass()
	if want := r.words.Text("window.open.working", "name", filepath.Base(r.path)); !slices.Contains(r.dialogTexts(), want) {
		t.Errorf("the dialog says %q", r.dialogTexts())
	}
	test.Tap(r.button(r.words.Text("window.cancel")))
	slow.run()
	if r.desk != nil || r.win.Canvas().Overlays().Top() != nil {
		t.Fatal("opened although it was called off")
	}
	r.Open(r.path)
	slow.pass()
	slow.run()
	if r.desk == nil || !r.desk.application.Writable() || r.win.Canvas().Overlays().Top() != nil {
		t.Error("not opened to be worked on after one was called off")
	}
}

// TestPasswordAside: while the file is written again, nothing else is done with it.
func TestPasswordAside(t *testing.T) {
	r := newFile(t)
	slow := r.slowly()
	r.desk.onPassword()
	r.answerDialog("window.password.do", "一号", "一号")
	want := r.words.Text("window.password.working", "name", r.desk.fileName())
	if !slices.Contains(r.dialogTexts(), want) {
		t.Fatalf("the dialog says %q", r.dialogTexts())
	}
	r.onClose()
	for _, m := range r.win.MainMenu().Items {
		for _, line := range m.Items {
			if line.Action != nil {
				line.Action()
			}
		}
	}
	if r.desk == nil || !slices.Contains(r.dialogTexts(), want) {
		t.Fatal("something else was done meanwhile")
	}
	slow.run()
	if !r.desk.application.Encrypted() || r.busy || r.win.Canvas().Overlays().Top() != nil {
		t.Error("the password was not set")
	}
}

// TestLengthyFault: a panic leaves no dialog that cannot be closed.
func TestLengthyFault(t *testing.T) {
	r := newFile(t)
	func() {
		defer func() { _ = recover() }()
		r.lengthy("", func() error { panic("a mistake") }, func(error) { t.Error("done is called") })
	}()
	if r.busy || r.win.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}

// TestProposedName: typing replaces the name that is proposed for a file.
func TestProposedName(t *testing.T) {
	r := newRig(t)
	d := r.askWhere(whereTo{title: "t", name: "proposed", extension: extension}, func(string) {})
	d.entry.TypedRune('a')
	if d.entry.Text != "a" {
		t.Errorf("the name is %q", d.entry.Text)
	}
}

// TestCopyRefused: a copy that cannot be made is told, and the window goes on.
func TestCopyRefused(t *testing.T) {
	r := newRig(t)
	r.preferences.SetString(folderKey, t.TempDir())
	r.onCopy(filepath.Join(t.TempDir(), "gone.h200"))
	test.Tap(r.button(r.words.Text("window.where.save")))
	if r.busy || r.desk != nil || r.win.Canvas().Overlays().Top() == nil {
		t.Errorf("the dialog says %q", r.dialogTexts())
	}
}

// TestSecondsAreCounted: what takes long says for how long it has, and nothing is
// counted once it is over.
func TestSecondsAreCounted(t *testing.T) {
	r := newRig(t)
	begun, now := noon(), noon()
	r.setting.Now = func() time.Time { return now }
	wait := r.waiting("t", 1, nil)
	for _, c := range []struct {
		after time.Duration
		want  string
	}{{time.Second, ""}, {4 * time.Second, "4"}, {61 * time.Second, "61"}} {
		now = begun.Add(c.after)
		r.border.pass()
		want := ""
		if c.want != "" {
			want = r.words.Text("window.waiting.spent", "n", c.want)
		}
		if wait.spent.Text != want {
			t.Errorf("after %v: %q", c.after, wait.spent.Text)
		}
	}
	wait.dialog.Hide()
	if len(r.border.waiting) > 0 {
		t.Error("still counting")
	}
}
