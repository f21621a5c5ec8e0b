package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// item is a line that can be tapped as a whole, or chosen by Space or Enter.
type item struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tapped  func()
	key     func(fyne.KeyName) bool // gets the keys without a use here
	entered func()                  // it has the focus; may be nil

	ground           *canvas.Rectangle
	current          bool // the one that is shown
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*item)(nil)
	_ desktop.Hoverable = (*item)(nil)
)

func (w *Window) newItem(content fyne.CanvasObject, tapped func()) *item {
	i := &item{content: content, tapped: tapped, key: w.Key, ground: canvas.NewRectangle(color.Transparent)}
	i.ground.CornerRadius = 4
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer implements fyne.Widget.
func (i *item) CreateRenderer() fyne.WidgetRenderer {
	i.paint()
	return widget.NewSimpleRenderer(container.NewStack(i.ground, i.content))
}

// Refresh implements fyne.CanvasObject.
func (i *item) Refresh() {
	i.paint()
	i.BaseWidget.Refresh()
}

func (i *item) paint() {
	fill := color.Color(color.Transparent)
	switch {
	case i.current:
		fill = theme.Color(theme.ColorNameSelection)
	case i.focused:
		fill = theme.Color(theme.ColorNameFocus)
	case i.hovered:
		fill = theme.Color(theme.ColorNameHover)
	}
	i.ground.FillColor = fill
	i.ground.StrokeWidth, i.ground.StrokeColor = 0, nil
	if i.focused {
		i.ground.StrokeWidth, i.ground.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
	}
	i.ground.Refresh()
}

func (i *item) set(field *bool, on bool) {
	if *field != on {
		*field = on
		i.paint()
	}
}

// Tapped implements fyne.Tappable.
func (i *item) Tapped(*fyne.PointEvent) { i.tapped() }

// Cursor implements desktop.Cursorable.
func (i *item) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (i *item) MouseIn(*desktop.MouseEvent) { i.set(&i.hovered, true) }

// MouseMoved implements desktop.Hoverable.
func (i *item) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (i *item) MouseOut() { i.set(&i.hovered, false) }

// FocusGained implements fyne.Focusable.
func (i *item) FocusGained() {
	i.set(&i.focused, true)
	if i.entered != nil {
		i.entered()
	}
}

// FocusLost implements fyne.Focusable.
func (i *item) FocusLost() { i.set(&i.focused, false) }

// TypedRune implements fyne.Focusable.
func (i *item) TypedRune(r rune) {
	if r == ' ' {
		i.tapped()
	}
}

// TypedKey implements fyne.Focusable.
func (i *item) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		i.tapped()
		return
	}
	i.key(key.Name)
}
