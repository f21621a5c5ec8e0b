package prose

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

type painter = func(fyne.ThemeColorName) color.Color

// page holds the canvas objects of the rows in view. They are used again from one
// drawing to the next.
type page struct {
	widget.BaseWidget
	selected pool[*canvas.Rectangle]
	texts    pool[*canvas.Text]
	lines    pool[*underline]
	rings    pool[*canvas.Circle]
	squares  pool[*canvas.Rectangle]
	corners  pool[*canvas.Polygon]
	caret    *canvas.Rectangle
	dark     bool // the caret blinks and is off
	objects  []fyne.CanvasObject
}

func newPage() *page {
	p := &page{
		selected: newPool(func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }),
		texts:    newPool(func() *canvas.Text { return canvas.NewText("", color.Transparent) }),
		lines:    newPool(newUnderline),
		rings:    newPool(func() *canvas.Circle { return canvas.NewCircle(color.Transparent) }),
		squares:  newPool(func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }),
		corners:  newPool(func() *canvas.Polygon { return canvas.NewPolygon(3, color.Transparent) }),
		caret:    canvas.NewRectangle(color.Transparent),
	}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is the toolkit's.
func (p *page) CreateRenderer() fyne.WidgetRenderer { return pageRenderer{p} }

type pageRenderer struct{ *page }

func (r pageRenderer) Destroy()                     {}
func (r pageRenderer) Layout(fyne.Size)             {}
func (r pageRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r pageRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r pageRenderer) Refresh()                     {}

// draw lays the rows in view out as canvas objects.
func (p *page) draw(e *Editor, s sizes, paint painter) {
	p.selected.reset()
	p.texts.reset()
	p.lines.reset()
	p.rings.reset()
	p.squares.reset()
	p.corners.reset()
	if e.buf.width > 0 && s.row > 0 {
		p.drawRows(e, s, paint)
	}
	p.caret.FillColor = paint(theme.ColorNamePrimary)
	p.gather()
	p.showCaret(e)
}

func (p *page) drawRows(e *Editor, s sizes, paint painter) {
	d := drawing{
		page: p, e: e, s: s, paint: paint, left: e.view.textLeft(),
		ink: paint(theme.ColorNameForeground),
	}
	if e.Disabled() {
		d.ink = paint(theme.ColorNameDisabled)
	}
	if e.buf.size() == 0 && e.placeholder != "" {
		d.hint(paint(theme.ColorNamePlaceHolder))
		return
	}
	d.from, d.to = e.sel.bounds()
	first := int(e.top / s.row)
	last := min(int((e.top+e.height())/s.row), e.buf.rows()-1)
	for row := first; row <= last; row++ {
		d.row(row)
	}
}

// gather lists the objects from back to front.
func (p *page) gather() {
	p.objects = p.objects[:0]
	p.objects = p.selected.appendTo(p.objects)
	p.objects = p.texts.appendTo(p.objects)
	for _, u := range p.lines.all[:p.lines.used] {
		p.objects = append(p.objects, u.Raster)
	}
	p.objects = p.rings.appendTo(p.objects)
	p.objects = p.squares.appendTo(p.objects)
	p.objects = p.corners.appendTo(p.objects)
	p.objects = append(p.objects, p.caret)
}

// showCaret shows the caret where it is, or not.
func (p *page) showCaret(e *Editor) {
	if !e.focused || p.dark || e.view == nil || e.buf.width == 0 {
		p.caret.Hide()
		return
	}
	at, size := e.caretBox()
	p.caret.Resize(size)
	p.caret.Move(fyne.NewPos(at.X-caretWidth/2, at.Y-e.view.sizes.inset))
	p.caret.Show()
}

// pool hands out objects and takes them all back at once.
type pool[T fyne.CanvasObject] struct {
	all   []T
	used  int
	fresh func() T
}

func newPool[T fyne.CanvasObject](fresh func() T) pool[T] { return pool[T]{fresh: fresh} }

func (p *pool[T]) reset() { p.used = 0 }

func (p *pool[T]) take() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.fresh())
	}
	p.used++
	return p.all[p.used-1]
}

func (p *pool[T]) appendTo(list []fyne.CanvasObject) []fyne.CanvasObject {
	for _, o := range p.all[:p.used] {
		list = append(list, o)
	}
	return list
}
