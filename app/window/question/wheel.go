package question

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheelCover lies over a field and hands the wheel to the page, which the toolkit's
// entry would swallow. Whatever else the mouse does reaches the field.
type wheelCover struct {
	widget.BaseWidget
	pass func(*fyne.ScrollEvent)
}

var _ fyne.Scrollable = (*wheelCover)(nil)

// passWheel is a field over which the wheel moves the page.
func passWheel(desk Desk, field fyne.CanvasObject) fyne.CanvasObject {
	c := &wheelCover{pass: desk.Scroll}
	c.ExtendBaseWidget(c)
	return container.NewStack(field, c)
}

// Scrolled implements fyne.Scrollable.
func (c *wheelCover) Scrolled(e *fyne.ScrollEvent) { c.pass(e) }

// CreateRenderer implements fyne.Widget.
func (c *wheelCover) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
