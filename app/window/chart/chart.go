// Package chart draws comparisons of values with a needed one: a line of words and
// a bar below it for each value, from the numbers that the filing prints.
//
// A bar's meaning is told by its pattern and its words, never by colour alone: what
// meets the need is solid, what falls short is striped, what is not known is an
// empty outline. The colours are told apart by people who see few.
//
// Floor 3 of the house, below the screens. It imports export/document, the look
// and texts of the window, and Fyne, but never fyne.io/fyne/v2/app.
package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/look"
	"h200filing/app/window/question"
	"h200filing/export/document"
)

// New draws a comparison. Its words are read from top to bottom; what stands in
// "{label}: {text}" is joined by between.
func New(b document.Bars, between string) fyne.CanvasObject {
	box := container.New(question.Column(-8, 0), question.Strong(b.Caption))
	most := b.Need
	for _, bar := range b.Bars {
		most = max(most, bar.Value)
	}
	if most <= 0 {
		most = 1
	}
	if b.NeedAt != "" {
		box.Add(strip(nil, newBar(document.Bar{Unknown: true}, 0, b.Need/most), question.Muted("┆ "+b.NeedAt)))
	}
	for _, bar := range b.Bars {
		box.Add(strip(signs[bar.Tone], newBar(bar, bar.Value/most, b.Need/most), question.Muted(bar.Label+between+bar.Text)))
	}
	return box
}

// strip is a line of words with its bar below.
func strip(sign func() fyne.Resource, bar, words fyne.CanvasObject) fyne.CanvasObject {
	line := words
	if sign != nil {
		line = container.NewBorder(nil, nil, widget.NewIcon(sign()), nil, words)
	}
	return container.New(question.Column(-4, 0), line, bar)
}

// signs stand before the words.
var signs = map[document.Tone]func() fyne.Resource{
	document.Good: func() fyne.Resource { return theme.NewSuccessThemedResource(theme.ConfirmIcon()) },
	document.Bad:  func() fyne.Resource { return theme.NewErrorThemedResource(theme.CancelIcon()) },
	document.Open: func() fyne.Resource { return theme.QuestionIcon() },
}

// Sign is the sign of a tone; nil where it has none.
func Sign(t document.Tone) fyne.Resource {
	if signs[t] == nil {
		return nil
	}
	return signs[t]()
}

// bar is one bar with the tick of the need.
type bar struct {
	widget.BaseWidget
	tone    document.Tone
	unknown bool
	share   float32 // of the width
	need    float32 // where the tick stands; 0 is none

	fill, frame, tick *canvas.Rectangle
	stripes           *canvas.Raster
}

func newBar(of document.Bar, share, need float64) *bar {
	b := &bar{tone: of.Tone, unknown: of.Unknown, share: float32(share), need: float32(need)}
	b.fill, b.frame, b.tick = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	b.stripes = canvas.NewRasterWithPixels(b.stripe)
	b.ExtendBaseWidget(b)
	return b
}

// stripeStep is the distance of stripes, in pixels.
const stripeStep = 7

func (b *bar) stripe(x, y, _, _ int) color.Color {
	if (x+y)%stripeStep < stripeStep/2 {
		return theme.Color(look.ColorNameShort)
	}
	return color.Transparent
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &barRenderer{b}
}

func (b *bar) paint() {
	b.stripes.Hide()
	b.frame.StrokeWidth, b.frame.StrokeColor, b.frame.FillColor = 1, theme.Color(theme.ColorNamePlaceHolder), color.Transparent
	b.fill.FillColor = color.Transparent
	switch {
	case b.unknown:
		if b.share == 0 && b.tone != document.Open { // the line of the need alone
			b.frame.StrokeWidth = 0
		}
	case b.tone == document.Bad:
		b.frame.StrokeColor = theme.Color(look.ColorNameShort)
		b.stripes.Show()
	case b.tone == document.Good:
		b.fill.FillColor = theme.Color(look.ColorNameMeets)
	default:
		b.fill.FillColor = theme.Color(theme.ColorNamePlaceHolder)
	}
	b.tick.FillColor = theme.Color(theme.ColorNameForeground)
}

type barRenderer struct{ *bar }

func (r *barRenderer) Destroy() {}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(8*theme.TextSize(), theme.TextSize()) }

func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.fill, r.stripes, r.frame, r.tick}
}

func (r *barRenderer) Refresh() {
	r.paint()
	r.Layout(r.Size())
	canvas.Refresh(r.bar)
}

// tickWidth is that of the line of the need.
const tickWidth = 2

func (r *barRenderer) Layout(size fyne.Size) {
	inset := theme.InnerPadding()
	room := max(0, size.Width-2*inset)
	height := size.Height * 0.7
	width := room * r.share
	if r.unknown {
		width = room * 0.12 // an outline of no meaning but that it is empty
	}
	for _, o := range []fyne.CanvasObject{r.fill, r.stripes, r.frame} {
		o.Move(fyne.NewPos(inset, (size.Height-height)/2))
		o.Resize(fyne.NewSize(max(1, width), height))
	}
	if r.need > 0 {
		r.tick.Move(fyne.NewPos(inset+room*r.need-tickWidth/2, 0))
		r.tick.Resize(fyne.NewSize(tickWidth, size.Height))
		return
	}
	r.tick.Resize(fyne.Size{})
}
