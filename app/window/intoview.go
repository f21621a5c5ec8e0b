package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The time from one picture of the window to the next, and how many are waited for
// until something new has been drawn.
const (
	frame      = 16 * time.Millisecond
	mostFrames = 120
)

// scrollTo scrolls so that an object in box, the content of scroll, can be seen. The
// toolkit knows the place only of what it has drawn once; an object of a page just
// opened is scrolled to when that has come about, unless another one is by then.
func (d *desk) scrollTo(scroll *container.Scroll, box, o fyne.CanvasObject) {
	d.cancelScroll()
	d.tryScrollTo(scroll, box, o, mostFrames)
}

func (d *desk) tryScrollTo(scroll *container.Scroll, box, o fyne.CanvasObject, frames int) {
	if intoView(scroll, box, o) || frames == 0 {
		return
	}
	d.scrolling = d.border.after(frame, func() {
		d.scrolling = nil
		d.tryScrollTo(scroll, box, o, frames-1)
	})
}

// cancelScroll gives up scrolling to an object that has not been drawn yet.
func (d *desk) cancelScroll() {
	if d.scrolling != nil {
		d.scrolling()
		d.scrolling = nil
	}
}

// intoView scrolls so that an object can be seen, and reports whether its place is
// known.
func intoView(scroll *container.Scroll, box, o fyne.CanvasObject) bool {
	return bandIntoView(scroll, box, o, 0, o.Size().Height)
}

// bandIntoView scrolls so that a part of an object can be seen, from y on, and reports
// whether its place is known.
func bandIntoView(scroll *container.Scroll, box, o fyne.CanvasObject, y, height float32) bool {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(o) == nil || driver.CanvasForObject(box) == nil {
		return false
	}
	top := driver.AbsolutePositionForObject(o).Y + y - driver.AbsolutePositionForObject(box).Y
	bottom, room := top+height, scroll.Size().Height
	offset := scroll.Offset
	switch {
	case top-margin < offset.Y:
		offset.Y = max(top-margin, 0)
	case bottom+margin > offset.Y+room:
		offset.Y = min(bottom+margin-room, top-margin)
	default:
		return true
	}
	scroll.ScrollToOffset(offset)
	if tell := scroll.OnScrolled; tell != nil {
		tell(scroll.Offset) // the toolkit tells only of what the user scrolls
	}
	return true
}
