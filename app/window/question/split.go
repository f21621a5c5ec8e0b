package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Widest is how wide questions and texts of a page are, in text sizes.
const Widest = 54

// How wide a list and the questions of its chosen row are beside each other, in
// text sizes. The questions are never wider than others of the page.
const (
	leastList, mostList = 18, 24
	listShare           = 0.3 // of the room, between the two
	between             = 1
	leastDetail         = 40
)

// spread is how a list of rows and the questions of the chosen one share a width.
type spread struct {
	list, detail float32 // their widths
	beside       bool    // the list stands at the left, else above
}

// spreadOver shares a width at a text size, both in units of the toolkit.
func spreadOver(width, text float32) spread {
	room := width / text
	if room < leastList+between+leastDetail {
		all := min(room, Widest) * text
		return spread{list: all, detail: all}
	}
	list := max(leastList, min(room*listShare, mostList))
	return spread{list: list * text, detail: min(room-between-list, Widest) * text, beside: true}
}

// width is that of both together, at a text size.
func (s spread) width(text float32) float32 {
	if s.beside {
		return s.list + between*text + s.detail
	}
	return s.detail
}

// stuck is how far a list stands below its place so that it stays in view beside its
// questions. The list has a height among what is whole as high; of that, top and
// bottom are the ends of the view, counted from where the list has its place. A list
// higher than the view shows its end once the view has come there.
func stuck(height, whole, top, bottom float32) float32 {
	return max(0, min(top, bottom-height, whole-height))
}

// split is the layout of a list of rows, which can be used by its buttons, and the
// questions of the chosen row: the list stands at the left where there is room for
// both, and stays in view while the page is scrolled; else it stands above them, as
// does one without rows.
type split struct {
	list  *rowList
	width float32 // that it was laid out for last

	top, bottom float32 // the ends of the view, from the top of the objects
}

// splitGap is the room between a list and what stands below it.
const splitGap = 12

// spread is how the objects share a width.
func (s *split) spread(width float32) spread {
	if !s.list.Visible() {
		all := min(width, Widest*theme.TextSize())
		return spread{list: all, detail: all}
	}
	return spreadOver(width, theme.TextSize())
}

// MinSize implements fyne.Layout; the height is that at the width laid out for last.
func (s *split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side, main := objects[0].MinSize(), objects[1].MinSize()
	size := fyne.NewSize(max(side.Width, main.Width), side.Height+splitGap+main.Height)
	if s.spread(s.width).beside {
		size.Height = max(side.Height, main.Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (s *split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	share := s.spread(size.Width)
	s.list.stand(share.beside)
	side, main := objects[0], objects[1]
	fitWidth(side, share.list)
	fitWidth(main, share.detail)
	if share.beside {
		main.Move(fyne.NewPos(share.list+between*theme.TextSize(), 0))
	} else {
		main.Move(fyne.NewPos(0, side.Size().Height+splitGap))
	}
	s.hold(objects)
}

// held reports whether the list stands below its place to stay in view.
func (s *split) held() bool { return s.spread(s.width).beside && s.top > 0 }

// hold stands the list where it can be seen.
func (s *split) hold(objects []fyne.CanvasObject) {
	at := fyne.NewPos(0, 0)
	if s.spread(s.width).beside {
		at.Y = stuck(objects[0].Size().Height, objects[1].Size().Height, s.top, s.bottom)
	}
	if objects[0].Position() != at {
		objects[0].Move(at)
	}
}

// broadColumn is a column as wide as a list beside its questions, or as these alone
// where the list stands above.
type broadColumn struct{ column }

// BroadColumn is a layout of the parts of a page with lists, one below the other, gap
// apart: as wide as a list beside its questions, or as these where it stands above.
func BroadColumn(gap float32) fyne.Layout { return broadColumn{column{gap: gap}} }

// Layout implements fyne.Layout.
func (c broadColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text := theme.TextSize()
	c.column.Layout(objects, fyne.NewSize(spreadOver(size.Width, text).width(text), size.Height))
}
