package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an entry and takes the wheel of the mouse, and nothing else. The
// entry's own scroller keeps it even where there is nothing to scroll, and so a page
// of entries would stand still wherever the pointer meets one.
type wheel struct {
	widget.BaseWidget
	turned func(*fyne.ScrollEvent)
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(turned func(*fyne.ScrollEvent)) *wheel {
	w := &wheel{turned: turned}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer implements fyne.Widget: there is nothing to see.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.turned(e) }

// wheeled is the renderer of an entry that a wheel lies over.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
}

func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

func (r *wheeled) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.wheel)
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	inner := e.Entry.CreateRenderer()
	return &wheeled{inner, newWheel(func(event *fyne.ScrollEvent) { e.wheelTurned(inner.Objects(), event) })}
}

// wheelTurned moves a long text sideways, and hands the wheel on otherwise.
func (e *Entry) wheelTurned(objects []fyne.CanvasObject, event *fyne.ScrollEvent) {
	if event.Scrolled.DX == 0 {
		if e.PassScroll != nil {
			e.PassScroll(event)
		}
		return
	}
	for _, o := range objects {
		if s, ok := o.(fyne.Scrollable); ok {
			s.Scrolled(event)
		}
	}
}
