package window

import (
	"image"
	"sync"

	"h200filing/app/preview"
)

// pages is a PDF that is looked at; preview.Document is one. It may be used on any
// goroutine.
type pages interface {
	Pages() []preview.Size
	Render(page, dpi int) (image.Image, error)
	Find(text string) ([]preview.Hit, error)
	Close() error
}

// viewer opens PDFs to be looked at.
type viewer interface {
	open(content []byte) (pages, error)
	close() error
}

// pdfium is the viewer of a running program. It starts with the first PDF.
type pdfium struct {
	mutex  sync.Mutex
	engine *preview.Engine
}

func (p *pdfium) open(content []byte) (pages, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.engine == nil {
		engine, err := preview.New()
		if err != nil {
			return nil, err
		}
		p.engine = engine
	}
	d, err := p.engine.Open(content)
	if err != nil {
		return nil, err
	}
	return d, nil
}

func (p *pdfium) close() error {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.engine == nil {
		return nil
	}
	engine := p.engine
	p.engine = nil
	return engine.Close()
}
