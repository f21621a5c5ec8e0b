package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
)

// dropdown frames a drop-down list and makes it as wide as its longest line; the
// toolkit makes it as wide as what is written while nothing is chosen.
func dropdown(s *widget.Select) fyne.CanvasObject {
	widest := float32(0)
	for _, o := range s.Options {
		widest = max(widest, fyne.MeasureText(o, theme.TextSize(), fyne.TextStyle{}).Width)
	}
	return room(widest+theme.IconInlineSize()+6*theme.InnerPadding(), question.Framed(s))
}

// room gives an object no less than a width.
func room(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 0))
	return container.NewStack(r, o)
}
