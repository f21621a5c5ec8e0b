package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// relayout lays out the scrolled box of a page after a part of it has changed its height.
// Fyne would do so before it draws the next frame; relayout is for code that needs the
// new positions at once. Unlike Refresh it redraws nothing.
func relayout(s *container.Scroll, box *fyne.Container) {
	if size := s.Content.MinSize().Max(s.Size()); size != s.Content.Size() {
		s.Content.Resize(size)
		return
	}
	box.Layout.Layout(box.Objects, box.Size()) // as high as before all the same
}
