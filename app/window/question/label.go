package question

import (
	"image/color"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
)

// Body is a paragraph that wraps.
func Body(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = wrapping(text)
	return l
}

// wrapping is how a text wraps: Chinese between any two characters, which the
// toolkit's wrapping by words does not do, other languages between words.
func wrapping(text string) fyne.TextWrap {
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			return fyne.TextWrapBreak
		}
	}
	return fyne.TextWrapWord
}

// SetText changes the text of a paragraph.
func SetText(l *widget.Label, text string) {
	if l.Text == text {
		return
	}
	if l.Wrapping != fyne.TextWrapOff {
		l.Wrapping = wrapping(text)
	}
	l.SetText(text)
}

// Muted is a small paragraph that stands back.
func Muted(text string) *widget.Label {
	l := Body(text)
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// Strong is a paragraph in bold.
func Strong(text string) *widget.Label {
	l := Body(text)
	l.TextStyle.Bold = true
	return l
}

// Heading is the title of a page (theme.SizeNameHeadingText) or of a part of it.
func Heading(text string, size fyne.ThemeSizeName) *widget.Label {
	l := Strong(text)
	l.SizeName = size
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
}

func newTapArea(content fyne.CanvasObject, tapped func()) *tapArea {
	a := &tapArea{content: content, tapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer implements fyne.Widget.
func (a *tapArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }

// Tapped implements fyne.Tappable.
func (a *tapArea) Tapped(*fyne.PointEvent) { a.tapped() }
