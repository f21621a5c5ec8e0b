package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"h200filing/forms"
)

// drop drops files onto the window.
func (r *rig) drop(paths ...string) {
	uris := make([]fyne.URI, len(paths))
	for i, path := range paths {
		uris[i] = storage.NewFileURI(path)
	}
	r.onDropped(fyne.NewPos(10, 10), uris)
}

// told is what the dialog on top says, and closes it; "" where there is none.
func (r *rig) told() string {
	top := r.win.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	said := strings.Join(texts(top), "\n")
	r.win.Canvas().Overlays().Remove(top)
	return said
}

// TestDropApplication: an application that is dropped is opened, whatever it is
// called.
func TestDropApplication(t *testing.T) {
	r := newFile(t)
	other := filepath.Join(t.TempDir(), "申请 100% #1+2.H200")
	a, err := r.shelf.create(other)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	r.drop(other, r.path)
	if said := r.told(); !strings.Contains(said, r.words.Text("window.drop.several")) || r.desk.application.Path() != r.path {
		t.Errorf("of two %s was opened, told %q", r.desk.application.Path(), said)
	}
	r.drop(other)
	if said := r.told(); said != "" || r.desk.application.Path() != other {
		t.Errorf("%s is open, told %q", r.desk.application.Path(), said)
	}
}

// TestDropDocument: a document that is dropped goes to the question that has the
// attention, if that is for one; else what to do is said.
func TestDropDocument(t *testing.T) {
	r := newRig(t)
	paper := filepath.Join("..", "..", "assets", "practice", "evidence")
	found, err := filepath.Glob(filepath.Join(paper, "*.pdf"))
	if err != nil || len(found) == 0 {
		t.Fatalf("no document to drop: %v", err)
	}
	document, text := found[0], filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(text, []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.drop(document)
	if said := r.told(); !strings.Contains(said, r.words.Text("window.drop.no_application")) {
		t.Errorf("without an application: %q", said)
	}
	r.path = filepath.Join(t.TempDir(), "申请.h200")
	r.enter(r.path, r.shelf.create)
	r.section("attachments")
	row, err := r.desk.application.AddRow("attachments")
	if err != nil {
		t.Fatal(err)
	}
	r.desk.page.reveal(row.Join("title"))
	r.drop(document)
	if said := r.told(); !strings.Contains(said, r.words.Text("window.drop.no_question")) {
		t.Errorf("at a question for text: %q", said)
	}
	r.desk.page.reveal(row.Join("file"))
	r.drop(text)
	if said := r.told(); !strings.Contains(said, r.words.Text("window.error.kind")) {
		t.Errorf("a text: %q", said)
	}
	r.drop(document)
	if said, got := r.told(), forms.ParseAttachment(r.answer(row.Join("file"))); said != "" || got.Name != filepath.Base(document) {
		t.Errorf("attached %+v, told %q", got, said)
	}
	r.desk.Set(row.Join("file"), "")
	r.desk.page.reveal(row.Join("title"))
	on, _ := r.desk.page.(*sectionPage).fields.Find(row.Join("file"))
	r.onDropped(fyne.CurrentApp().Driver().AbsolutePositionForObject(on).AddXY(20, 20), []fyne.URI{storage.NewFileURI(document)})
	if said, got := r.told(), forms.ParseAttachment(r.answer(row.Join("file"))); said != "" || got.Name != filepath.Base(document) {
		t.Errorf("dropped on the question: attached %+v, told %q", got, said)
	}
	r.onNew()
	before := slices.Clone(r.preferences.recent())
	r.drop(r.path)
	if r.win.Canvas().Overlays().Top() == nil || !slices.Equal(before, r.preferences.recent()) {
		t.Error("a file is taken while something is asked")
	}
}

// TestDropWorkbook: a filled workbook that is dropped is compared with the
// application at work.
func TestDropWorkbook(t *testing.T) {
	r := newFile(t)
	path := r.filled(map[string]string{"applicant.name": "贵州示例"})
	r.drop(path)
	if said := r.told(); said != "" {
		t.Errorf("told %q", said)
	}
	if _, ok := r.desk.page.(*importPage); !ok {
		t.Errorf("%T is shown", r.desk.page)
	}
}
