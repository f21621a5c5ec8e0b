package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/session"
	"h200filing/export/lock"
)

// outputsOf writes the outputs of the open application into a folder and gives
// their paths by extension.
func (r *rig) outputsOf(t *testing.T) map[string]string {
	t.Helper()
	p := r.desk.application.Prepare()
	out, err := p.Export(session.Wanted{PDF: true, XLSX: true, Pack: true}, !p.Ready())
	if err != nil {
		t.Fatal(err)
	}
	paths, dir := map[string]string{}, t.TempDir()
	for _, o := range outputs {
		paths[o.extension] = filepath.Join(dir, "申请"+o.extension)
		if err := os.WriteFile(paths[o.extension], o.content(out), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// above is what the topmost dialog says.
func (r *rig) above() []string {
	if o := r.win.Canvas().Overlays().Top(); o != nil {
		return texts(o)
	}
	return nil
}

func (r *rig) readBack(paths ...string) *verification {
	v := &verification{Window: r.Window}
	for _, path := range paths {
		v.read(path)
	}
	return v
}

// TestVerify: what was exported is the same, from the pack or from PDF and workbook
// in either order, without an application open.
func TestVerify(t *testing.T) {
	r := practise(t)
	paths := r.outputsOf(t)
	r.onCloseFile()
	for _, files := range [][]string{{paths[".zip"]}, {paths[".pdf"], paths[".xlsx"]}, {paths[".xlsx"], paths[".pdf"]}} {
		r.readBack(files...)
		if !slices.Contains(r.above(), r.words.Text("verify.same")) {
			t.Errorf("%v: %v", files, r.above())
		}
	}
}

// TestVerifyDiffers: what differs is named with both values, and can be copied, without
// an application open.
func TestVerifyDiffers(t *testing.T) {
	r := practise(t)
	before := r.outputsOf(t)
	r.desk.Set("applicant.employees", "421")
	after := r.outputsOf(t)
	r.onCloseFile()
	r.readBack(before[".pdf"], after[".xlsx"])
	says := func(all string) bool { return strings.Contains(all, "420") && strings.Contains(all, "421") }
	if !says(strings.Join(r.above(), "\n")) {
		t.Fatalf("shown: %v", r.above())
	}
	test.Tap(r.button(r.words.Text("window.verify.copy")))
	if got := r.app.Clipboard().Content(); !says(got) {
		t.Errorf("copied: %q", got)
	}
}

// TestVerifyLocked: a locked pack asks for its password until it is right.
func TestVerifyLocked(t *testing.T) {
	const password = "Secret-7!"
	r := practise(t)
	path := r.outputsOf(t)[".zip"]
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	locked, err := lock.Pack(content, password)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, locked, 0o600); err != nil {
		t.Fatal(err)
	}
	r.readBack(path)
	if !slices.Contains(r.above(), r.words.Text("window.verify.locked", "name", filepath.Base(path))) {
		t.Fatalf("asked: %v", r.above())
	}
	r.give("wrong")
	if !slices.Contains(r.above(), r.words.Text("window.password.wrong")) {
		t.Fatalf("after a wrong password: %v", r.above())
	}
	r.give(password)
	if !slices.Contains(r.above(), r.words.Text("verify.same")) {
		t.Errorf("after the right password: %v", r.above())
	}
}

// TestVerifyOpensAside: a locked file is opened in the background, and not taken once that is
// called off.
func TestVerifyOpensAside(t *testing.T) {
	const password = "Secret-7!"
	r := practise(t)
	content, err := os.ReadFile(r.outputsOf(t)[".zip"])
	if err != nil {
		t.Fatal(err)
	}
	locked, err := lock.Pack(content, password)
	if err != nil {
		t.Fatal(err)
	}
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border = slow
	for _, off := range []bool{false, true} {
		v := &verification{Window: r.Window}
		v.unlock("申请.zip", locked, password)
		if len(slow.jobs) != 1 || len(v.files) != 0 {
			t.Fatalf("%d jobs, %d files", len(slow.jobs), len(v.files))
		}
		if off {
			test.Tap(r.button(r.words.Text("window.cancel")))
		}
		slow.run()
		if taken := len(v.files) == 1; taken == off {
			t.Errorf("called off %t, then taken %t", off, taken)
		}
		slow.run()
		for o := r.win.Canvas().Overlays(); o.Top() != nil; {
			o.Remove(o.Top())
		}
	}
}

// give types a password into the topmost dialog and submits it.
func (r *rig) give(password string) {
	r.t.Helper()
	var entry *widget.Entry
	walk(r.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if e := entryOf(o); e != nil {
			entry = e
		}
	})
	if entry == nil {
		r.t.Fatal("no password is asked for")
	}
	entry.SetText(password)
	entry.OnSubmitted(password)
}

// TestVerifyRefused: what cannot be verified is said with its name and the mend.
func TestVerifyRefused(t *testing.T) {
	r := newRig(t)
	dir := t.TempDir()
	for _, c := range []struct{ name, content, key string }{
		{"文稿.zip", "no zip at all", "error.verify.not_pack"},
		{"空.zip", "", "error.verify.not_pack"},
	} {
		path := filepath.Join(dir, c.name)
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		r.readBack(path)
		if want := r.words.Text(c.key, "part", c.name); !slices.Contains(r.above(), want) {
			t.Errorf("%s: %v, want %s", c.name, r.above(), want)
		}
	}
	r.readBack(filepath.Join(dir, "没有.zip"))
	if want := r.words.Text("window.error.not_found"); !slices.Contains(r.above(), want) {
		t.Errorf("a file that is not there: %v", r.above())
	}
}
