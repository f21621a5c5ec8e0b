package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// flow stands objects beside each other and goes on below where the width ends.
type flow struct{ width float32 }

// Flow is a layout of objects beside each other, going on below where the width
// ends.
func Flow() fyne.Layout { return &flow{} }

// arrange gives each object its place at a width, and the height of all.
func (f *flow) arrange(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, height, gap := float32(0), float32(0), float32(0), theme.Padding()
	for i, from := 0, 0; i <= len(objects); i++ {
		var size fyne.Size
		if i < len(objects) {
			if size = objects[i].MinSize(); !objects[i].Visible() || x == 0 || x+size.Width <= width {
				if objects[i].Visible() {
					x, height = x+size.Width+gap, max(height, size.Height)
				}
				continue
			}
		}
		x = 0
		for _, o := range objects[from:i] { // a line, its height known
			if m := o.MinSize(); o.Visible() {
				place(o, fyne.NewPos(x, y+(height-m.Height)/2), m)
				x += m.Width + gap
			}
		}
		y += height + gap
		if i < len(objects) {
			x, height, from = size.Width+gap, size.Height, i
		}
	}
	return max(0, y-gap)
}

// MinSize implements fyne.Layout.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, f.arrange(objects, max(f.width, widest), func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Layout implements fyne.Layout.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.arrange(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		o.Move(at)
		o.Resize(m)
	})
}
