package question

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ring marks a filled button that has the focus: a line within its edge, in the colour
// of its text. The toolkit mixes the colour of the focus into the fill instead, which
// leaves light text on a light ground.
type ring struct {
	fyne.WidgetRenderer
	button *Button
	line   *canvas.Rectangle
}

// The line's distance from the edge, and its width.
const (
	ringInset = 3
	ringWidth = 2
)

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &ring{WidgetRenderer: b.Button.CreateRenderer(), button: b, line: canvas.NewRectangle(color.Transparent)}
	r.line.StrokeWidth = ringWidth
	r.dress()
	return r
}

func (r *ring) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.line.Move(fyne.NewPos(ringInset, ringInset))
	r.line.Resize(size.SubtractWidthHeight(2*ringInset, 2*ringInset))
}

func (r *ring) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.line)
}

func (r *ring) Refresh() {
	r.WidgetRenderer.Refresh()
	r.dress()
	r.line.Refresh()
}

// dress shows the line, or hides it.
func (r *ring) dress() {
	r.line.Hidden = !r.button.marked || r.button.Disabled()
	r.line.CornerRadius = r.button.Theme().Size(theme.SizeNameInputRadius)
	r.line.StrokeColor = theme.ColorForWidget(r.button.onFill(), r.button)
}

// filled reports whether the button's fill has a colour of its own.
func (b *Button) filled() bool { return b.onFill() != theme.ColorNameForeground }

// onFill is the colour of the button's text.
func (b *Button) onFill() fyne.ThemeColorName {
	switch b.Importance {
	case widget.HighImportance:
		return theme.ColorNameForegroundOnPrimary
	case widget.DangerImportance:
		return theme.ColorNameForegroundOnError
	case widget.SuccessImportance:
		return theme.ColorNameForegroundOnSuccess
	case widget.WarningImportance:
		return theme.ColorNameForegroundOnWarning
	}
	return theme.ColorNameForeground
}
