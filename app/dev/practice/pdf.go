package main

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"h200filing/assets/fonts"
	"h200filing/export/pdf/subset"
)

// face is the typeface of all papers, one so that they stay small.
const face = fonts.Hei

// released is the date that the PDFs state, so that they do not change.
var released = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)

// paleGrey is the colour of the mark, of 255.
const paleGrey = 225

// sheet is a canvas that becomes a PDF.
type sheet struct{ pdf *gofpdf.Fpdf }

// newPDF opens a PDF whose font shows the given characters and nothing else.
func newPDF(title string, characters []rune) (canvas, error) {
	f, ok := fonts.Get(face)
	if !ok {
		return nil, fmt.Errorf("no face %q", face)
	}
	font, err := subset.Parse(f.Bytes)
	if err != nil {
		return nil, err
	}
	cut, err := font.Subset(characters)
	if err != nil {
		return nil, err
	}
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(released)
	pdf.SetModificationDate(released)
	pdf.SetTitle(title, true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetLineWidth(0.2)
	pdf.AddUTF8FontFromBytes(string(face), "", cut.Bytes)
	return sheet{pdf}, nil
}

func (s sheet) newPage() { s.pdf.AddPage() }

func (s sheet) width(text string, size float64) float64 {
	s.pdf.SetFont(string(face), "", size)
	return s.pdf.GetStringWidth(text)
}

func (s sheet) text(x, y, size float64, text string) {
	s.pdf.SetFont(string(face), "", size)
	s.pdf.Text(x, y, text)
}

func (s sheet) mark(text string, size float64) {
	s.pdf.SetTextColor(paleGrey, paleGrey, paleGrey)
	s.pdf.TransformBegin()
	s.pdf.TransformRotate(45, pageWidth/2, pageHeight/2)
	s.text((pageWidth-s.width(text, size))/2, pageHeight/2, size, text)
	s.pdf.TransformEnd()
	s.pdf.SetTextColor(0, 0, 0)
}

func (s sheet) box(x, y, w, h float64) { s.pdf.Rect(x, y, w, h, "D") }

func (s sheet) finish() ([]byte, error) {
	var out bytes.Buffer
	err := s.pdf.Output(&out)
	return out.Bytes(), err
}
