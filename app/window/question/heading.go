package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// heading stands a title and its state at the left, and what can be done at the
// right; where they do not fit beside each other, below.
type heading struct{ width float32 }

// titles is how many objects stand at the left.
const titles = 2

// arrange gives each object its place at a width, and the height of all.
func (h *heading) arrange(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	left, right := lineOf(objects[:titles]), lineOf(objects[titles:])
	if left.Width+right.Width <= width {
		height := max(left.Height, right.Height)
		stand(objects[:titles], 0, 0, height, width, place)
		stand(objects[titles:], width-right.Width, 0, height, width, place)
		return height
	}
	stand(objects[:titles], 0, 0, left.Height, width, place)
	y, from := left.Height, titles
	for i := titles; i <= len(objects); i++ {
		if i == len(objects) || i > from && lineOf(objects[from:i+1]).Width > width {
			line := lineOf(objects[from:i])
			stand(objects[from:i], 0, y, line.Height, width, place)
			y, from = y+line.Height, i
		}
	}
	return y
}

// lineOf is the size of objects beside each other.
func lineOf(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width += m.Width + theme.Padding()
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// stand places objects beside each other, none beyond the width.
func stand(objects []fyne.CanvasObject, x, y, height, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	for _, o := range objects {
		m := o.MinSize()
		m.Width = min(m.Width, max(width-x, 0))
		place(o, fyne.NewPos(x, y+(height-m.Height)/2), m)
		x += m.Width + theme.Padding()
	}
}

// MinSize implements fyne.Layout.
func (h *heading) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := narrowest * theme.TextSize()
	return fyne.NewSize(least, h.arrange(objects, max(h.width, least), func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Layout implements fyne.Layout.
func (h *heading) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	h.arrange(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		o.Move(at)
		o.Resize(m)
	})
}
