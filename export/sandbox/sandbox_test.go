package sandbox_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"github.com/klippa-app/go-pdfium/requests"

	"h200filing/export/sandbox"
)

// TestWithoutCache: PDFium starts where nothing can be kept, and sees no file.
func TestWithoutCache(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.pdf")
	page := gofpdf.New("P", "mm", "A4", "")
	page.AddPage()
	if err := page.OutputFileAndClose(file); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		t.Setenv(name, file) // no folder can be made in a file
	}
	s, err := sandbox.Start(1)
	if err != nil {
		t.Fatal(err)
	}
	instance, err := s.Instance()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := instance.FPDF_LoadDocument(&requests.FPDF_LoadDocument{Path: &file}); err == nil {
		t.Error("PDFium opened a file of the machine")
	}
	if _, err := instance.OpenDocument(&requests.OpenDocument{File: &content}); err != nil {
		t.Errorf("the same file, handed over: %v", err)
	}
	if err := instance.Close(); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
