package question

import (
	"fyne.io/fyne/v2"

	"h200filing/forms"
)

// Find gives where the question at a path stands and what takes the focus, as things
// are shown now; nil, nil where it is not shown.
func (f *Fields) Find(p forms.Path) (fyne.CanvasObject, fyne.Focusable) {
	for path, part := range f.parts {
		if p.Within(path) && f.desk.Report().Question(path) != nil {
			if object, target := part.shownAt(p); object != nil {
				return object, target
			}
		}
	}
	return nil, nil
}

// At is the question that stands at a height, or the next one below; "" above the
// first and below the last.
func (f *Fields) At(y float32) forms.Path {
	if y < 0 {
		return ""
	}
	for _, field := range f.fields {
		part := f.parts[f.path(field)]
		if part == nil || f.desk.Report().Question(f.path(field)) == nil {
			continue
		}
		if o := part.object(); y < o.Position().Y+o.Size().Height {
			return part.nearest(y - o.Position().Y)
		}
	}
	return ""
}

func (b *block) nearest(float32) forms.Path { return b.path }

func (b *block) shownAt(p forms.Path) (fyne.CanvasObject, fyne.Focusable) { return b.reveal(p) }

// nearest is the question of the chosen row at a height, or the list itself.
func (r *rows) nearest(y float32) forms.Path {
	if r.detail != nil {
		if top, ok := Below(r.root, r.detail.fields.Object); ok {
			if p := r.detail.fields.At(y - top); p != "" {
				return p
			}
		}
	}
	return r.path
}

func (r *rows) shownAt(p forms.Path) (fyne.CanvasObject, fyne.Focusable) {
	switch {
	case p == r.path:
		return r.list, r.target()
	case r.detail != nil && p.Within(r.detail.path):
		return r.detail.fields.Find(p)
	}
	return nil, nil
}

// Below is how far an object stands below the top of one that it is a part of. The
// toolkit tells that only of what it has drawn.
func Below(whole, part fyne.CanvasObject) (y float32, ok bool) {
	if whole == part {
		return 0, true
	}
	var inner []fyne.CanvasObject
	switch o := whole.(type) {
	case *fyne.Container:
		inner = o.Objects
	case *tapArea:
		inner = []fyne.CanvasObject{o.content}
	}
	for _, o := range inner {
		if y, ok := Below(o, part); ok {
			return o.Position().Y + y, true
		}
	}
	return 0, false
}
