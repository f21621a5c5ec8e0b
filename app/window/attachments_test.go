package window

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/printing"
	"h200filing/app/window/peek"
	"h200filing/forms"
)

// reader is an application of the toolkit that notes what is opened in other
// programs.
type reader struct {
	fyne.App
	opened []string
	none   error // why nothing can be opened
}

func (a *reader) OpenURL(u *url.URL) error {
	if a.none != nil {
		return a.none
	}
	a.opened = append(a.opened, filepath.FromSlash(u.Path))
	return nil
}

// attached opens the practice application on its first attachment, with a folder of
// the test's own for copies.
func attached(t *testing.T) (r *rig, a *reader, p forms.Path, temp string) {
	t.Helper()
	r, temp = practise(t), t.TempDir()
	a = &reader{App: r.app}
	r.app, r.copies = a, peek.In(temp)
	r.section("attachments")
	for _, row := range r.desk.Report().Rows("attachments") {
		if p = row.Join("file"); forms.ParseAttachment(r.answer(p)).SHA256 != "" {
			return r, a, p, temp
		}
	}
	t.Fatal("the practice application has no attachment")
	return nil, nil, "", ""
}

// TestOpenFile: before a document is opened in another program the window tells
// what it is; the copy is private and goes with the application.
func TestOpenFile(t *testing.T) {
	r, a, p, temp := attached(t)
	file := forms.ParseAttachment(r.answer(p))
	r.desk.OpenFile(p)
	asked := strings.Join(texts(r.win.Canvas().Overlays().Top()), "\n")
	if !strings.Contains(asked, file.Name) || !strings.Contains(asked, "PDF") || !strings.Contains(asked, "KB") {
		t.Errorf("asked %q", asked)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 || len(a.opened) > 0 {
		t.Fatalf("copied before it was asked: %v, %v", left, err)
	}
	test.Tap(r.button(r.words.Text("window.file.open")))
	if len(a.opened) != 1 || filepath.Base(a.opened[0]) != filepath.Base(file.Name) {
		t.Fatalf("opened %q", a.opened)
	}
	for path, mode := a.opened[0], os.FileMode(0o600); path != temp; path, mode = filepath.Dir(path), 0o700 {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s is %v: %v", path, info.Mode(), err)
		}
	}
	r.onCloseFile()
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left when the application is closed: %v, %v", left, err)
	}
}

// TestNoViewer: where no other program can be started the window says where the file
// is, without the words of the system.
func TestNoViewer(t *testing.T) {
	r, a, p, temp := attached(t)
	a.none = &exec.Error{Name: "xdg-open", Err: exec.ErrNotFound}
	r.desk.OpenFile(p)
	test.Tap(r.button(r.words.Text("window.file.open")))
	if said := strings.Join(texts(r.win.Canvas().Overlays().Top()), "\n"); !strings.Contains(said, temp) || strings.Contains(said, "exec") {
		t.Errorf("said %q", said)
	}
	test.Tap(r.button(r.words.Text("window.close")))
	r.viewer = &copies{n: 1}
	r.desk.openPreview()
	r.print = func(string) error { return printing.ErrNone }
	page := r.desk.page.(*previewPage)
	page.send()
	want := r.words.Text("window.print.no_viewer", "why", r.words.Text("window.print.none"))
	if said := texts(r.win.Canvas().Overlays().Top()); !slices.Contains(said, want) {
		t.Errorf("said %q", said)
	}
}

// TestAttachAside: the window can be used while a document is read, and calling it
// off attaches nothing.
func TestAttachAside(t *testing.T) {
	r, _, p, _ := attached(t)
	before := r.answer(p)
	path := filepath.Join(t.TempDir(), "大.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, waitFrom+1); err != nil {
		t.Fatal(err)
	}
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border, r.desk.border = slow, slow
	r.desk.attach(p, path)
	if len(slow.jobs) != 1 || r.answer(p) != before {
		t.Fatal("not read aside")
	}
	test.Tap(r.button(r.words.Text("window.cancel")))
	slow.run()
	if got := r.desk.status.state.Text; r.answer(p) != before || got != r.words.Text("window.file.called_off") {
		t.Errorf("called off: %q, said %q", r.answer(p), got)
	}
	r.desk.attach(p, path)
	slow.run()
	if got := forms.ParseAttachment(r.answer(p)); got.Name != "大.pdf" {
		t.Errorf("attached %+v", got)
	}
	r.desk.attach(p, path)
	r.remove(p.Parent())
	slow.run() // to a row that is gone
	if r.win.Canvas().Overlays().Top() != nil && slices.Contains(texts(r.win.Canvas().Overlays().Top()), r.words.Text("window.error.title")) {
		t.Error("a document for a row that is gone is complained of")
	}
}

// TestOpenAnother: an application that does not open leaves the one that is open,
// and one that opens takes its place.
func TestOpenAnother(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	test.Type(r.focus("applicant.name"), "甲")
	foreign := filepath.Join(t.TempDir(), "x.h200")
	if err := os.WriteFile(foreign, []byte("not an application, by any means, at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Open(foreign)
	if r.desk == nil || r.desk.application.Path() != r.path || r.desk.page.section().ID != "applicant" {
		t.Fatal("the application that was open is gone")
	}
	test.Tap(r.button(r.words.Text("window.close")))
	r.Open(r.path)
	if !r.desk.application.Writable() || r.desk.status.state.Text != r.words.Text("window.open.already") {
		t.Errorf("opened twice, said %q", r.desk.status.state.Text)
	}
	first := r.path
	r.path = filepath.Join(t.TempDir(), "b.h200")
	r.enter(r.path, r.shelf.create)
	if r.desk.application.Path() != r.path || !r.desk.application.Writable() {
		t.Fatalf("%s is open", r.desk.application.Path())
	}
	r.path = first
	if got := r.stored("applicant.name"); got != "甲" {
		t.Errorf("the first has %q", got)
	}
}
