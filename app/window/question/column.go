package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// column stands objects one below the other, gap apart, no wider than widest
// times the text size; 0 is no limit. A list of rows may be wider.
type column struct {
	gap    float32
	widest float32
}

// Column is a layout of objects one below the other, gap apart, no wider than
// widest times the text size; 0 is no limit.
func Column(gap, widest float32) fyne.Layout { return column{gap: gap, widest: widest} }

// broad is what may be wider than the questions of its column.
type broad interface{ broad() bool }

// width is how wide an object is where there is room.
func (c column) width(o fyne.CanvasObject, room float32) float32 {
	if b, ok := o.(broad); c.widest == 0 || ok && b.broad() {
		return room
	}
	return min(room, c.widest*theme.TextSize())
}

func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	first := true
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		if !first {
			size.Height += c.gap
		}
		size.Height += m.Height
		first = false
	}
	return size
}

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		fitWidth(o, c.width(o, size.Width))
		o.Move(fyne.NewPos(0, y))
		y += o.Size().Height + c.gap
	}
}

// fitWidth gives an object a width, and the height that it then needs.
func fitWidth(o fyne.CanvasObject, width float32) {
	if o.Size().Width != width { // the height of a wrapped text is known only then
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
}

// beside stands the first object at a width in text sizes, or less where there is
// no room, and lets the others follow at their own.
type beside struct{ width float32 }

// narrowest is the least width of the first object, in text sizes.
const narrowest = 8

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(min(b.width, narrowest)*theme.TextSize(), 0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		if i > 0 {
			size.Width += m.Width + theme.Padding()
		}
	}
	return size
}

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := size.Width - b.MinSize(objects).Width
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if i == 0 {
			m.Width = min(b.width*theme.TextSize(), min(b.width, narrowest)*theme.TextSize()+spare)
		}
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + theme.Padding()
	}
}
