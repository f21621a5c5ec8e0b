package pdf

import (
	"fmt"

	"h200filing/export/document"
)

// Render gives the document as a PDF 1.7 file. Equal documents give equal bytes.
// It never panics; an error says which part and block could not be set. An
// attachment that cannot be read is no error: its page says so.
func Render(doc document.Document) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("PDF: internal error: %v", r)
		}
	}()
	faces, err := loadFaces()
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	p, err := layOut(faces, &doc)
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	codes := usedCodes(p)
	cut, wait := cutFaces(faces, &codes)
	drawn, err := draw(p, &codes)
	if err != nil {
		wait()
		return nil, fmt.Errorf("PDF: %w", err)
	}
	file, err = finish(drawn, &doc, p, cut, wait)
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	return file, nil
}
