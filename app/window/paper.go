package window

import (
	"image"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/preview"
)

// paper is a page on the screen, with what was found on it marked.
type paper struct {
	root    *fyne.Container
	picture *canvas.Image
	marks   *fyne.Container
	size    fyne.Size
	width   float32 // that there is for it
	resized func()  // there is another width
}

func newPaper(resized func()) *paper {
	p := &paper{picture: &canvas.Image{FillMode: canvas.ImageFillStretch}, marks: container.NewWithoutLayout(), resized: resized}
	p.root = container.New(p, p.picture, p.marks)
	return p
}

// edge is kept around the page.
const edge = 12

// MinSize implements fyne.Layout.
func (p *paper) MinSize([]fyne.CanvasObject) fyne.Size { return p.size.AddWidthHeight(2*edge, 2*edge) }

// Layout implements fyne.Layout.
func (p *paper) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := fyne.NewPos(max(edge, (size.Width-p.size.Width)/2), edge)
	for _, o := range objects {
		o.Move(at)
		o.Resize(p.size)
	}
	if size.Width != p.width {
		p.width = size.Width
		p.resized()
	}
}

func (p *paper) put(picture image.Image, size fyne.Size) {
	p.picture.Image, p.size = picture, size
	p.picture.Refresh()
	p.root.Refresh()
}

// The steps and ends of the zoom; 1 is the size of the paper.
const (
	zoomStep             = 1.25
	smallest, largest    = 0.4, 4
	pointsPerInch        = 72
	unitsPerInch         = 96 // of the toolkit's units
	smallestDPI, mostDPI = 40, 400
)

// factor is the zoom, worked out where the page fits the width.
func (p *previewPage) factor() float32 {
	if p.zoom > 0 || len(p.sizes()) == 0 {
		return max(p.zoom, smallest)
	}
	width := float32(p.sizes()[p.page].Width) / pointsPerInch * unitsPerInch
	return min(max((p.scroll.Size().Width-2*edge)/width, smallest), largest)
}

// size is that of the page on the screen.
func (p *previewPage) size() fyne.Size {
	s, f := p.sizes()[p.page], p.factor()/pointsPerInch*unitsPerInch
	return fyne.NewSize(float32(s.Width)*f, float32(s.Height)*f)
}

// dpi is how finely the page is drawn: a dot for a dot of the screen.
func (p *previewPage) dpi() int {
	factor := float32(1)
	if p.pages != nil {
		factor = p.factor()
	}
	return min(max(int(factor*unitsPerInch*p.desk.win.Canvas().Scale()+0.5), smallestDPI), mostDPI)
}

func (p *previewPage) scale(by float32) {
	p.zoom = min(max(p.factor()*by, smallest), largest)
	p.put()
}

// fit draws a page that fits the width for another one.
func (p *previewPage) fit() {
	if p.zoom == 0 {
		p.put()
	}
}

// seek shows the next place where the text of the search field stands (1), or the
// one before (-1). The first time, all pages are searched, in the background.
func (p *previewPage) seek(by int) {
	text := p.query.Text
	if p.pages == nil || text == "" {
		return
	}
	if p.hits != nil {
		p.showHit((p.hit + by + len(p.hits)) % max(1, len(p.hits)))
		return
	}
	shown := p.pages
	var hits []preview.Hit
	var err error
	p.desk.border.aside(func() { hits, err = shown.Find(text) }, func() {
		if err != nil || shown != p.pages || text != p.query.Text {
			return // other pages, or another text by now
		}
		if p.hits = hits; len(hits) == 0 {
			p.found.SetText(p.desk.words.Text("window.preview.nothing"))
			return
		}
		first := 0
		for i, h := range hits {
			if h.Page >= p.page {
				first = i
				break
			}
		}
		p.showHit(first)
	})
}

func (p *previewPage) showHit(i int) {
	if len(p.hits) == 0 {
		return
	}
	p.hit = i
	p.found.SetText(p.desk.words.Text("window.preview.hit", "n", strconv.Itoa(i+1), "of", strconv.Itoa(len(p.hits))))
	p.list.Select(p.hits[i].Page)
	p.mark()
	if boxes := p.hits[i].Boxes; len(boxes) > 0 {
		y := float32(boxes[0].Top)*p.factor()/pointsPerInch*unitsPerInch - p.scroll.Size().Height/3
		p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(0, y)))
	}
}

// mark frames what was found on the current page, the current place more strongly.
func (p *previewPage) mark() {
	p.paper.marks.RemoveAll()
	f := p.factor() / pointsPerInch * unitsPerInch
	for i, h := range p.hits {
		if h.Page != p.page {
			continue
		}
		for _, b := range h.Boxes {
			r := canvas.NewRectangle(color.NRGBA{R: 0xff, G: 0xd5, A: 0x50})
			if i == p.hit {
				r.StrokeWidth, r.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
			}
			r.Move(fyne.NewPos(float32(b.Left)*f-1, float32(b.Top)*f-1))
			r.Resize(fyne.NewSize(float32(b.Right-b.Left)*f+2, float32(b.Bottom-b.Top)*f+2))
			p.paper.marks.Add(r)
		}
	}
	p.paper.marks.Refresh()
}
