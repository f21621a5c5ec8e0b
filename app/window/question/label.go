package question

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
)

// Body is a paragraph.
func Body(text string) *Paragraph { return newParagraph(text) }

// Muted is a small paragraph that stands back.
func Muted(text string) *Paragraph {
	p := Body(text)
	p.Importance = widget.LowImportance
	p.SizeName = theme.SizeNameCaptionText
	return p
}

// Strong is a paragraph in bold.
func Strong(text string) *Paragraph {
	p := Body(text)
	p.TextStyle.Bold = true
	return p
}

// Heading is the title of a page (theme.SizeNameHeadingText) or of a part of it.
func Heading(text string, size fyne.ThemeSizeName) *Paragraph {
	p := Strong(text)
	p.SizeName = size
	return p
}

// Line is a small text on one line, shortened where there is no room and
// shortened is set.
func Line(text string, shortened bool) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	if shortened {
		l.Truncation = fyne.TextTruncateEllipsis
	}
	return l
}

// Card is a framed ground of a colour of the theme for what belongs together.
func Card(ground fyne.ThemeColorName, content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newGround(ground), container.NewPadded(container.NewPadded(content)))
}

// ground is a rounded rectangle that follows the theme.
type ground struct {
	widget.BaseWidget
	name fyne.ThemeColorName
	rect *canvas.Rectangle
}

func newGround(name fyne.ThemeColorName) *ground {
	g := &ground{name: name, rect: canvas.NewRectangle(color.Transparent)}
	g.rect.CornerRadius = 6
	g.rect.StrokeWidth = 1
	g.ExtendBaseWidget(g)
	g.paint()
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *ground) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.rect) }

// Refresh implements fyne.CanvasObject.
func (g *ground) Refresh() {
	g.paint()
	g.BaseWidget.Refresh()
}

func (g *ground) paint() {
	g.rect.StrokeColor = theme.Color(theme.ColorNameSeparator)
	if g.name == "" {
		g.rect.StrokeColor = theme.Color(theme.ColorNameInputBorder)
		return
	}
	g.rect.FillColor = theme.Color(g.name)
}

// newFrame is the border of a field for inputs that the toolkit draws none for.
func newFrame() *ground {
	g := newGround("")
	g.rect.FillColor = color.Transparent
	g.rect.CornerRadius = theme.InputRadiusSize()
	return g
}

// Framed draws a frame around an input that the toolkit draws none for.
func Framed(input fyne.CanvasObject) fyne.CanvasObject { return container.NewStack(input, newFrame()) }

// Panel is a plain ground for a side of the window.
func Panel(content fyne.CanvasObject) fyne.CanvasObject {
	g := newGround(look.ColorNamePanel)
	g.rect.CornerRadius, g.rect.StrokeWidth = 0, 0
	return container.NewStack(g, content)
}

// tapArea tells when its ground is tapped; what stands on it keeps its own taps.
type tapArea struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tapped  func()
	wide    bool // it may be wider than the questions of its column
}

func newTapArea(content fyne.CanvasObject, tapped func()) *tapArea {
	a := &tapArea{content: content, tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer implements fyne.Widget.
func (a *tapArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }

func (a *tapArea) broad() bool { return a.wide }

// Tapped implements fyne.Tappable.
func (a *tapArea) Tapped(*fyne.PointEvent) { a.tapped() }
