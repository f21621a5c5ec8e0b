package pdf

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"h200filing/assets/practice"
	"h200filing/export/document"
	"h200filing/export/evidence"
	"h200filing/forms/formstest"
)

// filing builds the document of a case, or of the practice application, attachments
// and all.
func filing(t testing.TB, name string) document.Document {
	t.Helper()
	return filed(t, formstest.Open(t, name, nil), name == practice.Name)
}

// filed builds the document of a filing.
func filed(t testing.TB, f formstest.Filing, isExercise bool) document.Document {
	t.Helper()
	doc, err := document.Build(f.Report, document.Options{Draft: !f.Report.Ready(), Practice: isExercise, Attachment: f.Attachment})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestCases: every page of every case is drawn within its place, in a sound file
// whose text is that of the pages.
func TestCases(t *testing.T) {
	for _, name := range []string{"inference-supported.yaml", "inference-unsupported.yaml", "incomplete.yaml", practice.Name} {
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
				err = api.Validate(bytes.NewReader(content), evidence.Configuration())
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
