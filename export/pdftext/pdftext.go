// Package pdftext reads back what stands in a PDF: the text of every page as a
// reader of the file extracts it, the sizes of the pages, and the files enclosed.
// PDFium reads them, in a sandbox (export/sandbox).
//
// Floor 2 of the house; it may import export/sandbox.
package pdftext

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"h200filing/export/sandbox"
)

// ErrUnreadable tells that a file is no PDF, is damaged, or is locked by a
// password.
var ErrUnreadable = errors.New("the PDF cannot be read")

// MostPages is how many pages are read at most; a longer file is refused.
const MostPages = 20000

// File is what stands in a PDF.
type File struct {
	Pages    []Page
	Enclosed map[string][]byte // by name
}

// Page is a page as read back.
type Page struct {
	Text          string  // in the order in which it was drawn
	Width, Height float64 // points
}

// engine is PDFium, started once and kept: two files are read side by side.
var engine = sync.OnceValues(func() (*sandbox.Sandbox, error) { return sandbox.Start(2) })

// Read reads a file. It fails with ErrUnreadable where the file cannot be read,
// and never panics.
func Read(data []byte) (file *File, err error) {
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("%w: %v", ErrUnreadable, r)
		}
	}()
	shared, err := engine()
	if err != nil {
		return nil, err
	}
	instance, err := shared.Instance()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, instance.Close()) }()
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	file, err = read(instance, opened.Document)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return file, nil
}

func read(p pdfium.Pdfium, document references.FPDF_DOCUMENT) (*File, error) {
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
	if err != nil {
		return nil, err
	}
	if count.PageCount > MostPages {
		return nil, fmt.Errorf("%d pages", count.PageCount)
	}
	file := &File{Enclosed: map[string][]byte{}}
	for i := range count.PageCount {
		page, err := readPage(p, document, i)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		file.Pages = append(file.Pages, page)
	}
	enclosed, err := p.GetAttachments(&requests.GetAttachments{Document: document})
	if err != nil {
		return nil, err
	}
	for _, a := range enclosed.Attachments {
		file.Enclosed[a.Name] = a.Content
	}
	return file, nil
}

func readPage(p pdfium.Pdfium, document references.FPDF_DOCUMENT, i int) (Page, error) {
	loaded, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: i})
	if err != nil {
		return Page{}, err
	}
	at := requests.Page{ByReference: &loaded.Page}
	page, err := pageSize(p, at)
	if err == nil {
		page.Text, err = pageText(p, at)
	}
	_, closing := p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	return page, errors.Join(err, closing)
}

// lineEnds gives back the hyphens that stand at the end of a line: PDFium takes them
// for those of divided words and writes a mark instead. The program divides no words;
// its hyphens are of names and numbers.
var lineEnds = strings.NewReplacer("\u0002", "-", "\uFFFE", "-")

// pageText is the text in UTF-16 as PDFium gives it, for characters beyond U+FFFF
// are two of its own.
func pageText(p pdfium.Pdfium, at requests.Page) (string, error) {
	loaded, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return "", err
	}
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage})
	text := ""
	if err == nil && count.Count > 0 {
		var got *responses.FPDFText_GetText
		if got, err = p.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: loaded.TextPage, Count: count.Count}); err == nil {
			text = lineEnds.Replace(got.Text)
		}
	}
	_, closing := p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	return text, errors.Join(err, closing)
}

func pageSize(p pdfium.Pdfium, at requests.Page) (Page, error) {
	w, err := p.FPDF_GetPageWidth(&requests.FPDF_GetPageWidth{Page: at})
	if err != nil {
		return Page{}, err
	}
	h, err := p.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: at})
	if err != nil {
		return Page{}, err
	}
	return Page{Width: w.Width, Height: h.Height}, nil
}
