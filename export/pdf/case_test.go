package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"h200filing/assets/accelerators"
	packs "h200filing/assets/forms"
	"h200filing/assets/practice"
	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/accelerator"
)

// cases holds the answers by which the product is accepted; they lie beside the
// repository.
const cases = "../../../shared/cases"

// filing builds the document of a case, attachments and all.
func filing(t testing.TB, name string) document.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(cases, name))
	if err != nil {
		t.Fatalf("the acceptance cases have to lie beside the repository: %v", err)
	}
	return filingOf(t, name, data, os.DirFS(cases), false)
}

// exercise builds the document of the practice application.
func exercise(t testing.TB) document.Document {
	t.Helper()
	return filingOf(t, practice.Name, practice.Answers, practice.Files, true)
}

// filingOf builds the document of an answers file whose attachments lie in a folder.
func filingOf(t testing.TB, name string, data []byte, folder fs.FS, isExercise bool) document.Document {
	t.Helper()
	pack, err := packs.Pack(packs.Current)
	if err != nil {
		t.Fatal(err)
	}
	form, err := forms.LoadForm(pack)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := forms.ReadAnswers(form, name, data)
	if err != nil {
		t.Fatal(err)
	}
	contents := map[string][]byte{}
	files := map[string]forms.FileInfo{}
	for _, p := range answers.Paths() {
		if p.Pattern() != "attachments[].file" {
			continue
		}
		content, err := fs.ReadFile(folder, answers.Get(p))
		if err != nil {
			t.Fatal(err)
		}
		hash := sha256.Sum256(content)
		sum := hex.EncodeToString(hash[:])
		contents[sum], files[sum] = content, forms.FileInfo{Size: int64(len(content)), Pages: 1}
		value := forms.Attachment{Name: filepath.Base(answers.Get(p)), SHA256: sum}.Text()
		if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: p, Value: value}); err != nil {
			t.Fatal(err)
		}
	}
	today := forms.Day(2026, time.November, 23)
	catalogue, err := accelerator.Load(accelerators.Catalogue, today)
	if err != nil {
		t.Fatal(err)
	}
	report := forms.Evaluate(form, answers, forms.Context{Today: today, Catalogue: catalogue, Files: files})
	doc, err := document.Build(report, document.Options{Draft: !report.Ready(), Practice: isExercise, Attachment: func(sum string) ([]byte, error) {
		if c, ok := contents[sum]; ok {
			return c, nil
		}
		return nil, errors.New("no such content")
	}})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestCases: every page of every case is drawn within its place, in a sound file
// whose text is that of the pages.
func TestCases(t *testing.T) {
	configure()
	for _, name := range []string{"inference-supported.yaml", "inference-unsupported.yaml", "incomplete.yaml"} {
		t.Run(name, func(t *testing.T) {
			doc := filing(t, name)
			p, faces := mustLayOut(t, doc)
			for i := range p.pages {
				checkPage(t, faces, i+1, &p.pages[i])
			}
			path := save(t, mustRender(t, doc))
			if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
				t.Error(got)
			}
			content, err := os.ReadFile(path)
			if err == nil {
				err = api.Validate(bytes.NewReader(content), model.NewDefaultConfiguration())
			}
			if err != nil {
				t.Errorf("pdfcpu: %v", err)
			}
			if !strings.Contains(solid(pdfiumText(t, content)), solid(doc.Parts[1].Title)) {
				t.Errorf("pdfium does not find %q", doc.Parts[1].Title)
			}
			if got := tool(t, "mutool", "info", path); strings.Contains(got, "warning") || strings.Contains(got, "error") {
				t.Error(got)
			}
			// Raw, for pdftotext joins words at a hyphen that ends a line.
			checkText(t, p, tool(t, "pdftotext", "-raw", path, "-"))
			if links := countLinks(p); links < 10 {
				t.Errorf("%d links in the list of annexes", links)
			}
		})
	}
}

func countLinks(p plan) int {
	n := 0
	for i := range p.pages {
		for _, o := range p.pages[i].ops {
			if o.kind == opLink {
				n++
			}
		}
	}
	return n
}

// checkText holds what a reader finds against the pages; attachments may add to it.
func checkText(t *testing.T, p plan, got string) {
	t.Helper()
	found := count(solid(got))
	for r, n := range count(shown(p, false)) {
		if found[r] < n {
			t.Errorf("%q is on the pages %d times, a reader finds it %d times", r, n, found[r])
		}
	}
}

// BenchmarkExportPDF is the supported case, as it is exported from the window.
func BenchmarkExportPDF(b *testing.B) {
	doc := filing(b, "inference-supported.yaml")
	b.ReportAllocs()
	for b.Loop() {
		mustRender(b, doc)
	}
}
