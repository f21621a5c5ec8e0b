package session_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"h200filing/app/session"
	"h200filing/app/session/sessiontest"
	"h200filing/forms"
)

func clock() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }

func setting(t testing.TB) *session.Setting { return sessiontest.Setting(t, clock) }

// fill makes an application of a case, open until the test ends.
func fill(t testing.TB, name string) *session.Session {
	t.Helper()
	s := sessiontest.Create(t, setting(t), filepath.Join(t.TempDir(), "a.h200"), name)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// TestReopen: what was changed is there again, and so is the report.
func TestReopen(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	if !s.Report().Ready() {
		t.Fatalf("not ready: %+v", s.Report().Of(forms.Blocker))
	}
	if err := s.Set("product.quantity", "40"); err != nil {
		t.Fatal(err)
	}
	digest := s.Report().Digest()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := setting(t).Open(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got := again.Report().Digest(); got != digest || again.Answers().Get("product.quantity") != "40" {
		t.Errorf("digest %s, want %s", got, digest)
	}
}

// TestRows: rows are added, copied, moved and removed with all they hold, and a
// listener sees every report.
func TestRows(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	reports := 0
	s.OnReport(func(*forms.Report) { reports++ })
	first := s.Report().Rows("suppliers")[0]
	copied, err := s.CopyRow(first, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Answers().Get(copied.Join("product")); got != "Atlas 900 A3（单封装）" {
		t.Errorf("the copy is of %q", got)
	}
	if err := s.MoveRow(copied, 4); err != nil {
		t.Fatal(err)
	}
	if got := s.Report().Public(copied); got != "suppliers[4]" {
		t.Errorf("moved to %s", got)
	}
	if err := s.RemoveRow(copied); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Answers().Rows("suppliers")); n != 4 || reports != 3 {
		t.Errorf("%d rows, %d reports", n, reports)
	}
}

// TestRenaming: a new title of a row is followed by the references to it, in the
// same step.
func TestRenaming(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	candidate := s.Report().Rows("suppliers")[0]
	if err := s.Set(candidate.Join("product"), "改名产品"); err != nil {
		t.Fatal(err)
	}
	counter := s.Report().Rows("justification.counter")[0]
	if got := s.Answers().Get(counter.Join("candidate")); got != "改名产品" {
		t.Errorf("the counter-argument names %q", got)
	}
}

// TestFollowing: a drafted paragraph follows the data in the same step; one that
// was edited stays as it is.
func TestFollowing(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	path := forms.Path("justification.technical_fit")
	if err := s.Set(path, ""); err != nil {
		t.Fatal(err)
	}
	if err := s.Draft(path); err != nil {
		t.Fatal(err)
	}
	before := s.Answers().Get(path)
	if !strings.Contains(before, "80 GB") {
		t.Fatalf("drafted: %s", before)
	}
	fact := s.Report().Rows(s.Report().Rows("suppliers")[1].Join("facts"))[0]
	if err := s.Set(fact.Join("value"), "72"); err != nil {
		t.Fatal(err)
	}
	if after := s.Answers().Get(path); strings.Contains(after, "80 GB") || !strings.Contains(after, "72 GB") {
		t.Errorf("the draft did not follow: %s", after)
	}
	edited := s.Answers().Get(path) + "（已核对）"
	if err := s.Set(path, edited); err != nil {
		t.Fatal(err)
	}
	if err := s.Set(fact.Join("value"), "64"); err != nil {
		t.Fatal(err)
	}
	if got := s.Answers().Get(path); !strings.HasSuffix(got, "（已核对）") {
		t.Errorf("the edited text was changed: %s", got)
	}
}

// TestBeside: attachments are read from the folder and below, never from outside.
func TestBeside(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	inner := filepath.Join(dir, "inner")
	if err := os.Mkdir(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "secret"), filepath.Join(inner, "link")); err != nil {
		t.Fatal(err)
	}
	read := session.Beside(inner)
	for _, name := range []string{"../secret", "/etc/passwd", "a/../../secret", "link", "nul\x00"} {
		if content, err := read(name); err == nil {
			t.Errorf("%s was read: %q", name, content)
		}
	}
	for name, want := range map[string]error{"../secret": session.ErrOutside, "link": session.ErrOutside, "none": fs.ErrNotExist} {
		if _, err := read(name); !errors.Is(err, want) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestWriteFile: a file is written whole or not at all, and nothing else is left
// in the folder.
func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.pdf")
	for _, content := range []string{"one", "two"} {
		if err := session.WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("%q, %v", got, err)
		}
	}
	if err := session.WriteFile(filepath.Join(dir, "none", "out.pdf"), nil); err == nil {
		t.Error("a folder that is not there was written to")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// BenchmarkExportPDF makes the PDF of the supported case, attachments merged.
func BenchmarkExportPDF(b *testing.B) { benchmarkExport(b, session.Wanted{PDF: true}) }

// BenchmarkExportXLSX makes the workbook of the supported case.
func BenchmarkExportXLSX(b *testing.B) { benchmarkExport(b, session.Wanted{XLSX: true}) }

func benchmarkExport(b *testing.B, wanted session.Wanted) {
	s := fill(b, "inference-supported.yaml")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Export(wanted, true); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPracticeMark: what is made of an exercise says so, also when it is final.
func TestPracticeMark(t *testing.T) {
	s, err := setting(t).Practice(filepath.Join(t.TempDir(), "p.h200"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	out, err := s.Export(session.Wanted{PDF: true}, false)
	if err != nil {
		t.Fatal(err)
	}
	text := exec.Command("pdftotext", "-f", "1", "-l", "1", "-", "-")
	text.Stdin = bytes.NewReader(out.PDF)
	page, err := text.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "练习") {
		t.Errorf("the first page does not say that it is an exercise:\n%s", page)
	}
}
