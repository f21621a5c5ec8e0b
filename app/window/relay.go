package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// relay lays out the box that a page scrolls, after a part of it has become higher
// or lower. The toolkit does so before it draws; whoever has to know sooner where
// something stands calls this. Nothing is drawn anew, as Refresh would do with every
// object of the page.
func relay(s *container.Scroll, box *fyne.Container) {
	if size := s.Content.MinSize().Max(s.Size()); size != s.Content.Size() {
		s.Content.Resize(size)
		return
	}
	box.Layout.Layout(box.Objects, box.Size()) // as high as before all the same
}
