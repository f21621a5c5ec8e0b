package window

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2/widget"

	"h200filing/app/prose"
	"h200filing/forms"
	"h200filing/forms/file"
)

// ownHistory takes back (or does again) what was typed in the field that has the
// focus, and reports whether there was anything.
func (d *desk) ownHistory(editor func(*prose.Editor) bool, entry func(*widget.Entry)) bool {
	switch f := d.win.Canvas().Focused().(type) {
	case *prose.Editor:
		return editor(f)
	case interface{ Field() *widget.Entry }:
		before := f.Field().Text
		entry(f.Field())
		return f.Field().Text != before
	case *widget.Entry:
		before := f.Text
		entry(f)
		return f.Text != before
	}
	return false
}

func (d *desk) onUndo() {
	if !d.ownHistory((*prose.Editor).Undo, (*widget.Entry).Undo) {
		d.takeBack(d.application.Undo, "window.undo.none")
	}
}

func (d *desk) onRedo() {
	if !d.ownHistory((*prose.Editor).Redo, (*widget.Entry).Redo) {
		d.takeBack(d.application.Redo, "window.redo.none")
	}
}

// takeBack takes back a change of the application, wherever it was made, and shows
// the question that it was about.
func (d *desk) takeBack(do func() (forms.Path, error), none string) {
	if d.win.Canvas().Overlays().Top() != nil || d.flush() != nil {
		return // a dialog asks something, or what was typed could not be written
	}
	before := d.Report()
	p, err := do()
	if errors.Is(err, file.NoStep) {
		d.status.say(d.words.Text(none))
		return
	}
	d.saved(err)
	if err != nil {
		return
	}
	if row := p.Parent(); row != "" && row != p && !slices.Contains(before.Rows(listOf(row)), row) {
		p = row // that is back whole
	}
	d.lead(p)
}

// lead jumps to a question; where it is gone, to the list that it stood in.
func (d *desk) lead(p forms.Path) {
	for p != "" && d.Report().Question(p) == nil && d.firstOf(p) == "" {
		if row := p.Parent(); row != "" && row != p {
			p = row
		} else if row == p {
			p = listOf(p)
		} else {
			return
		}
	}
	d.jump(p)
}
