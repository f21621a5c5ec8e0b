package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/forms"
)

// spot is where the user stands on a page of questions: it is the same after the
// window was made anew, in another text size, ground or language.
type spot struct {
	section *forms.Section // nil where there is nothing to keep
	place   place
	at      forms.Path // that has the focus, "" for none

	from, to    int // what is selected in a long text; the caret is at to
	row, column int // the caret in a field
}

// spot tells where the user stands.
func (w *Window) spot() spot {
	if w.desk == nil {
		return spot{}
	}
	p, ok := w.desk.page.(*sectionPage)
	if !ok {
		return spot{}
	}
	s := spot{section: p.part, place: p.place(), at: w.desk.at}
	switch f := w.win.Canvas().Focused().(type) {
	case nil:
		s.at = ""
	case *prose.Editor:
		if s.from, s.to = f.Selection(); f.Caret() == s.from {
			s.from, s.to = s.to, s.from
		}
	case interface{ Field() *widget.Entry }:
		s.row, s.column = f.Field().CursorRow, f.Field().CursorColumn
	}
	return s
}

// comeBack goes to where the user stood, on a page made anew.
func (d *desk) comeBack(s spot) {
	p, ok := d.page.(*sectionPage)
	if !ok || p.part != s.section {
		return
	}
	if _, target := p.fields.Find(s.at); target != nil {
		d.win.Canvas().Focus(target)
		d.Enter(s.at)
		s.point(target)
	}
	d.cancelScroll()
	p.keep(s.place)
}

// point puts the caret where it was.
func (s spot) point(target fyne.Focusable) {
	switch f := target.(type) {
	case *prose.Editor:
		f.Select(s.from, s.to)
	case interface{ Field() *widget.Entry }:
		e := f.Field()
		e.CursorRow, e.CursorColumn = s.row, s.column
		e.Refresh()
	}
}
