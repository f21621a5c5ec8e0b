// Package question shows the questions of a form: the right input for each type,
// its label and hint, what is wrong with the answer, and lists of rows with the
// questions of one.
//
// What stands on the screen is never rebuilt while a report comes in: every part
// is kept by its path and told what the report says of it, so that focus, caret
// and text being typed stay as they are. Parts decide nothing; whatever the user
// does goes to the Desk.
//
// Floor 3 of the house, below the screens. It imports forms, i18n, app/ime, app/prose and Fyne, but
// never fyne.io/fyne/v2/app, so it is tested without a display.
package question

import (
	"fyne.io/fyne/v2"

	"h200filing/forms"
	"h200filing/i18n"
)

// Desk is what questions ask of the window. Everything happens on the goroutine
// of the user interface.
type Desk interface {
	Report() *forms.Report
	Words() *i18n.Words

	// Type takes a text that is still being typed: it is written moments later,
	// or by Leave. Typed gives it back until then.
	Type(p forms.Path, text string)
	Typed(p forms.Path) (text string, ok bool)
	Leave()

	// Enter tells that a question has the user's attention.
	Enter(p forms.Path)

	// Follow tells where in a field the caret is now, from the field's top left
	// corner, so that it can be seen.
	Follow(field fyne.CanvasObject, at fyne.Position, size fyne.Size)

	// Key gets a key that a field has no use for, and reports whether it was one of
	// the window's.
	Key(name fyne.KeyName) bool

	// Scroll gets the wheel where a field has no use for it.
	Scroll(*fyne.ScrollEvent)
	// See scrolls so that an object of the page can be seen, from its top where it is
	// higher than the page.
	See(fyne.CanvasObject)

	// Fixed reports whether nothing can be changed.
	Fixed() bool

	// Ticked says who has reviewed an answer and when, where somebody has;
	// Reviewing reports whether answers are being reviewed, and SetTick takes the
	// mark of the user.
	Ticked(p forms.Path) (said string, on bool)
	Reviewing() bool
	SetTick(p forms.Path, on bool)

	// Set writes an answer at once.
	Set(p forms.Path, text string)

	// Draft writes a prose answer from the data; what was written there stays.
	Draft(p forms.Path)
	// Redraft brings a drafted paragraph up to date, Keep leaves it as the user
	// has it; id is that of its state.
	Redraft(p forms.Path, id string)
	Keep(p forms.Path, id string)

	// Jump shows a question, or the first of a row, and focuses it.
	Jump(p forms.Path)
	// Chosen is the row of a list that was chosen last, "" where none was; Choose
	// remembers one.
	Chosen(list forms.Path) forms.Path
	Choose(list, row forms.Path)

	AddRow(list forms.Path)
	// Offers lists rows that a list still lacks, by the answer of their title;
	// AddOffered adds one.
	Offers(list *forms.Field) []Option
	AddOffered(list forms.Path, o Option)
	RemoveRow(row forms.Path)
	CopyRow(row forms.Path)
	MoveRow(row forms.Path, by int)

	// ChooseFile lets the user pick the document of a file question; OpenFile
	// shows the one that is there.
	ChooseFile(p forms.Path)
	OpenFile(p forms.Path)

	// Suggestions lists answers that may be picked for a text question.
	Suggestions(f *forms.Field) []Option
}

// Option is an answer that can be picked.
type Option struct {
	Value string // what is stored
	Label string // what is shown
}
