package pdf

import (
	"errors"
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
	var c crew
	p, err := layOut(&c, faces, &doc)
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	codes, err := usedCodes(&c, p)
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	cut := cutFaces(&c, faces, &codes)
	drawn := contents(&c, p, &codes)
	f, err := layFrame(p, &c)
	if err == nil {
		err = f.fill(&doc, p)
	}
	if err = errors.Join(err, c.wait()); err == nil {
		file, err = f.finish(drawn, cut)
	}
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	return file, nil
}
