// Package preview renders the pages of a PDF as pictures, by PDFium in a sandbox
// (export/sandbox): the pages that will be printed, not an imitation of them. It
// also finds text on them.
//
// It refuses nothing but what PDFium cannot open. Floor 3 of the house, below the
// window; it may import export/sandbox, and neither Fyne nor the rest of the
// house. An Engine and its documents may be used on any goroutine; they work one
// thing at a time.
package preview

import (
	"errors"
	"fmt"
	"image"
	"image/draw"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"h200filing/export/sandbox"
)

// Engine is PDFium, ready to open documents.
type Engine struct {
	mutex    sync.Mutex
	sandbox  *sandbox.Sandbox
	instance pdfium.Pdfium // nil after Close
}

// New starts PDFium.
func New() (*Engine, error) {
	started, err := sandbox.Start(1)
	if err != nil {
		return nil, err
	}
	instance, err := started.Instance()
	if err != nil {
		return nil, errors.Join(err, started.Close())
	}
	return &Engine{sandbox: started, instance: instance}, nil
}

// Close ends PDFium. Documents that are still open are gone with it. Closing it
// again does nothing.
func (e *Engine) Close() error {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.instance == nil {
		return nil
	}
	err := errors.Join(e.instance.Close(), e.sandbox.Close())
	e.instance = nil
	return err
}

// ErrClosed tells that an engine or document was used after Close.
var ErrClosed = errors.New("preview: closed")

// Document is an open PDF.
type Document struct {
	engine *Engine
	ref    references.FPDF_DOCUMENT
	sizes  []Size
	closed bool
	texts  map[int][]letter // of pages that were searched
}

// Size is that of a page in points, 72 to the inch.
type Size struct{ Width, Height float64 }

// Open opens a PDF. Its content must not be changed while it is open.
func (e *Engine) Open(content []byte) (*Document, error) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.instance == nil {
		return nil, ErrClosed
	}
	opened, err := e.instance.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	d := &Document{engine: e, ref: opened.Document, texts: map[int][]letter{}}
	count, err := e.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("PDF: %w", err), d.close())
	}
	for i := range count.PageCount {
		size, err := e.instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.ref, Index: i})
		if err != nil {
			return nil, errors.Join(fmt.Errorf("page %d: %w", i+1, err), d.close())
		}
		d.sizes = append(d.sizes, Size{size.Width, size.Height})
	}
	return d, nil
}

func (d *Document) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: i}}
}

// Pages are the sizes of the pages, in order.
func (d *Document) Pages() []Size { return d.sizes }

// use does something with PDFium, which does one thing at a time.
func (d *Document) use(do func(pdfium.Pdfium) error) error {
	d.engine.mutex.Lock()
	defer d.engine.mutex.Unlock()
	if d.closed || d.engine.instance == nil {
		return ErrClosed
	}
	return do(d.engine.instance)
}

// Close closes the document. Closing it again does nothing.
func (d *Document) Close() error {
	err := d.use(func(pdfium.Pdfium) error { return d.close() })
	if errors.Is(err, ErrClosed) {
		return nil
	}
	return err
}

func (d *Document) close() error {
	d.closed = true
	_, err := d.engine.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
	return err
}

// Render makes a picture of a page, from 0, at so many dots per inch.
func (d *Document) Render(page, dpi int) (image.Image, error) {
	var out *image.RGBA
	err := d.use(func(p pdfium.Pdfium) error {
		made, err := p.RenderPageInDPI(&requests.RenderPageInDPI{Page: d.page(page), DPI: dpi})
		if err != nil {
			return fmt.Errorf("page %d: %w", page+1, err)
		}
		defer made.Cleanup() // its pixels lie in PDFium's memory
		out = image.NewRGBA(made.Result.RenderedImage.Bounds())
		draw.Draw(out, out.Bounds(), made.Result.RenderedImage, out.Bounds().Min, draw.Src)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
