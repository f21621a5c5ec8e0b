package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// place is where a question stands on its page as it is seen, to have it there again
// when the page has another width, or was made anew.
type place struct {
	path    forms.Path // "" where the head of the page is seen
	y       float32    // how far below the top of the view
	focused bool       // the question has the attention: it stays in view
}

// place is that of the question that has the attention, where it is seen, else of the
// one at the top.
func (p *sectionPage) place() place {
	if y, height, ok := p.stands(p.desk.at); ok {
		if y -= p.scroll.Offset.Y; y+height > 0 && y < p.scroll.Size().Height {
			return place{p.desk.at, y, true}
		}
	}
	path := p.fields.At(p.scroll.Offset.Y - p.fieldsTop())
	y, _, _ := p.stands(path)
	return place{path: path, y: y - p.scroll.Offset.Y}
}

// fieldsTop is how far the questions stand below the top of the page.
func (p *sectionPage) fieldsTop() float32 {
	return 2*theme.Padding() + p.fields.Object.Position().Y
}

// stands is how far a question stands below the top of the page, and its height.
func (p *sectionPage) stands(path forms.Path) (y, height float32, ok bool) {
	if q := p.desk.Report().Question(path); q == nil || q.Field.Type == forms.TypeRows {
		return 0, 0, false // a list may be higher than the page, and move on it
	}
	object, _ := p.fields.Find(path)
	if object == nil {
		return 0, 0, false
	}
	y, ok = question.Below(p.fields.Object, object)
	return p.fieldsTop() + y, object.Size().Height, ok
}

// keep scrolls so that a question stands where it stood.
func (p *sectionPage) keep(at place) {
	relayout(p.scroll, p.box)
	if y, height, ok := p.stands(at.path); ok {
		if at.focused {
			at.y = max(0, min(at.y, p.scroll.Size().Height-height))
		}
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-at.y)))
	}
	p.view()
}

// grown hears that the panel above the questions has another height. What is seen
// below it stays.
func (p *sectionPage) grown() {
	if p.scroll.Offset.Y == 0 { // it is the head that is seen
		relayout(p.scroll, p.box)
		return
	}
	p.keep(p.place())
}

// keeping is the layout of a page that keeps what is seen in its place.
type keeping struct{ *sectionPage }

// MinSize implements fyne.Layout.
func (k keeping) MinSize([]fyne.CanvasObject) fyne.Size { return k.scroll.MinSize() }

// Layout implements fyne.Layout.
func (k keeping) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size == k.scroll.Size() {
		return
	}
	if k.scroll.Offset.Y == 0 {
		k.scroll.Resize(size)
		return
	}
	at := k.place()
	k.scroll.Resize(size)
	k.keep(at)
}

// view tells the questions which of them are seen, with some room at the ends.
func (p *sectionPage) view() {
	if p.scroll == nil {
		return // the page is being made
	}
	top := p.scroll.Offset.Y - p.fieldsTop()
	p.fields.View(top+theme.Padding(), top+p.scroll.Size().Height-theme.Padding())
}

// viewed is a layout that tells when it has changed where things stand.
type viewed struct {
	inner   fyne.Layout
	changed func()
}

// MinSize implements fyne.Layout.
func (v viewed) MinSize(objects []fyne.CanvasObject) fyne.Size { return v.inner.MinSize(objects) }

// Layout implements fyne.Layout.
func (v viewed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	v.inner.Layout(objects, size)
	v.changed()
}
