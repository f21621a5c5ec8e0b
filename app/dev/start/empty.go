package main

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const emptyTitle = "an empty window"

// showEmpty shows a window of the program's size with one word in it, light as the
// program's, until it is closed.
func showEmpty() {
	a := app.NewWithID("cn.h200filing.empty")
	a.Settings().SetTheme(light{theme.DefaultTheme()})
	w := a.NewWindow(emptyTitle)
	w.SetContent(widget.NewLabel("Empty, and nothing more"))
	w.Resize(fyne.NewSize(1280, 860))
	w.ShowAndRun()
}

// light is the toolkit's own theme by day.
type light struct{ fyne.Theme }

func (l light) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return l.Theme.Color(name, theme.VariantLight)
}
