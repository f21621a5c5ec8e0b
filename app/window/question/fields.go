package question

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"h200filing/forms"
)

// gap is the room between two questions.
const gap = 10

// Fields shows a sequence of questions, those of a section or of a row. As
// answers change, questions appear and vanish in place.
type Fields struct {
	Object fyne.CanvasObject

	desk   Desk
	fields []*forms.Field
	row    forms.Path // "" at the top of a section
	box    *fyne.Container
	parts  map[forms.Path]part
}

// NewFields makes the questions of fields; row is the row they stand in, or "".
func NewFields(desk Desk, fields []*forms.Field, row forms.Path) *Fields {
	box := container.New(column{gap: gap, widest: Widest})
	f := &Fields{Object: box, desk: desk, fields: fields, row: row, box: box, parts: map[forms.Path]part{}}
	f.Show()
	return f
}

func (f *Fields) path(field *forms.Field) forms.Path {
	if f.row == "" {
		return forms.Path(field.ID)
	}
	return f.row.Join(field.Key)
}

// Show updates the questions from the desk's report.
func (f *Fields) Show() {
	var objects []fyne.CanvasObject
	for _, field := range f.fields {
		path := f.path(field)
		q := f.desk.Report().Question(path)
		if q == nil {
			continue
		}
		p := f.parts[path]
		if p == nil {
			p = f.make(path, field)
			f.parts[path] = p
		}
		p.show(q)
		objects = append(objects, p.object())
	}
	if !slices.Equal(objects, f.box.Objects) {
		replace(f.box, objects)
	}
}

// replace puts other objects into a box. Those that stay and those just made need no
// drawing, only a place.
func replace(box *fyne.Container, objects []fyne.CanvasObject) {
	box.Objects = objects
	box.Layout.Layout(objects, box.Size())
	canvas.Refresh(box)
}

// Visit says that the answer at a path is missing, where it is: the user has come for
// that. At other questions it is not said before something was typed.
func (f *Fields) Visit(p forms.Path) {
	for path, part := range f.parts {
		if p.Within(path) {
			part.visit(p)
		}
	}
}

// View tells which part of the page is seen, from top to bottom below the head of
// these questions: a list beside its questions stays in view.
func (f *Fields) View(top, bottom float32) {
	for _, p := range f.parts {
		if r, ok := p.(*rows); ok {
			r.view(top-r.root.Position().Y, bottom-r.root.Position().Y)
		}
	}
}

func (f *Fields) make(path forms.Path, field *forms.Field) part {
	if field.Type == forms.TypeRows {
		return newRows(f.desk, path, field)
	}
	return newBlock(f.desk, path, field)
}

// Reveal makes the question at a path visible and returns where it stands and
// what takes the focus; nil, nil where it is not among these.
func (f *Fields) Reveal(p forms.Path) (fyne.CanvasObject, fyne.Focusable) {
	for path, part := range f.parts {
		if !p.Within(path) || f.desk.Report().Question(path) == nil {
			continue
		}
		if object, target := part.reveal(p); object != nil {
			return object, target
		}
	}
	return nil, nil
}

// First is what takes the focus when a page is opened on these questions, nil
// where nothing can.
func (f *Fields) First() fyne.Focusable {
	for _, field := range f.fields {
		part := f.parts[f.path(field)]
		if part == nil || f.desk.Report().Question(f.path(field)) == nil {
			continue
		}
		if target := part.first(); target != nil {
			return target
		}
	}
	return nil
}
