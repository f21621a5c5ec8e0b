package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"h200filing/export/evidence"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// errNoPages marks an attachment without a page to show.
var errNoPages = errors.New("no pages")

// mostPages bounds an attachment; beyond it something is wrong with the file.
const mostPages = 5000

// importPDF makes an art of every page of a PDF file. Files that an empty
// password opens are read; what needs another one, is damaged beyond repair or
// has no page is an error.
func importPDF(content []byte) (pages []artPage, err error) {
	defer func() {
		if r := recover(); r != nil {
			pages, err = nil, fmt.Errorf("reading the PDF: %v", r)
		}
	}()
	ctx, err := api.ReadContext(bytes.NewReader(content), evidence.Configuration())
	if err != nil {
		return nil, fmt.Errorf("reading the PDF: %w", err)
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return nil, fmt.Errorf("counting pages: %w", err)
	}
	if ctx.PageCount < 1 || ctx.PageCount > mostPages {
		return nil, fmt.Errorf("%d pages: %w", ctx.PageCount, errNoPages)
	}
	c := &copier{table: ctx.XRefTable, numbers: map[int]int{}}
	for n := 1; n <= ctx.PageCount; n++ {
		p, err := c.page(n)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", n, err)
		}
		pages = append(pages, p)
	}
	// What fails to be copied must fail now, while a page can say so.
	trial := &objects{bodies: make([][]byte, 1), trial: true}
	for i, p := range pages {
		if _, err := p.art.emit(trial); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	clear(c.numbers)
	return pages, nil
}

// page turns a page into a form that fills the unit square.
func (c *copier) page(n int) (artPage, error) {
	dict, _, inherited, err := c.table.PageDict(n, false)
	if err != nil {
		return artPage{}, err
	}
	box := inherited.CropBox
	if box == nil {
		box = inherited.MediaBox
	}
	if box == nil || box.Width() <= 0 || box.Height() <= 0 {
		return artPage{}, errors.New("page without a size")
	}
	content, err := c.table.PageContent(dict, n)
	if err != nil && !errors.Is(err, model.ErrNoContent) {
		return artPage{}, err
	}
	resources := types.Dict{}
	if inherited.Resources != nil {
		resources = inherited.Resources
	}
	f := form{copier: c, box: box, content: content, resources: resources, group: dict["Group"]}
	f.addAnnotations(dict)
	w, h := box.Width(), box.Height()
	rotate := ((inherited.Rotate % 360) + 360) % 360
	f.matrix = upright(box, rotate)
	if rotate == 90 || rotate == 270 {
		w, h = h, w
	}
	return artPage{&art{turn: identity, foreign: true, emit: f.emit}, w, h}, nil
}

// upright maps a page's box, turned clockwise by rotate, to the unit square.
func upright(b *types.Rectangle, rotate int) matrix {
	w, h := b.Width(), b.Height()
	switch rotate {
	case 90:
		return matrix{0, -1 / w, 1 / h, 0, -b.LL.Y / h, b.UR.X / w}
	case 180:
		return matrix{-1 / w, 0, 0, -1 / h, b.UR.X / w, b.UR.Y / h}
	case 270:
		return matrix{0, 1 / w, -1 / h, 0, b.UR.Y / h, -b.LL.X / w}
	}
	return matrix{1 / w, 0, 0, 1 / h, -b.LL.X / w, -b.LL.Y / h}
}

// form is a page to be written as a form XObject.
type form struct {
	*copier
	box       *types.Rectangle
	content   []byte
	resources types.Dict
	group     types.Object
	matrix    matrix
}

func (f form) emit(w *objects) (int, error) {
	number := w.alloc()
	var head bytes.Buffer
	m := f.matrix
	fmt.Fprintf(&head, "/Type /XObject /Subtype /Form /BBox [%.4f %.4f %.4f %.4f] /Matrix [%.9f %.9f %.9f %.9f %.9f %.9f] /Resources ",
		f.box.LL.X, f.box.LL.Y, f.box.UR.X, f.box.UR.Y, m[0], m[1], m[2], m[3], m[4], m[5])
	if err := f.value(w, &head, f.resources, 0); err != nil {
		return 0, err
	}
	if f.group != nil {
		head.WriteString(" /Group ")
		if err := f.value(w, &head, f.group, 0); err != nil {
			return 0, err
		}
	}
	w.stream(number, head.String(), f.content)
	return number, f.drain(w)
}
