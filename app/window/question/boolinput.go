package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// boolInput is yes or no, or not answered yet, which it says. Choosing what is
// chosen already takes it back.
type boolInput struct {
	*block
	yes, no *toggle
	none    *widget.Label
}

func newBoolInput(b *block) input {
	in := &boolInput{block: b, none: Line(b.desk.Words().Text("window.field.unanswered"), false)}
	in.yes = newToggle(b.desk, b.term("yes"), b.enter, func(on bool) { in.chosen("true", on) })
	in.no = newToggle(b.desk, b.term("no"), b.enter, func(on bool) { in.chosen("false", on) })
	fix(b.desk, in.yes, in.no)
	return in
}

func (in *boolInput) object() fyne.CanvasObject {
	return container.NewHBox(in.yes.Button, in.no.Button, in.none)
}
func (in *boolInput) target() fyne.Focusable { return in.yes.Button }

func (in *boolInput) chosen(value string, on bool) {
	if !on {
		value = ""
	}
	in.desk.Set(in.path, value)
}

func (in *boolInput) show(q *forms.Question) {
	value, answered := q.Value.(bool)
	in.yes.put(answered && value)
	in.no.put(answered && !value)
	if answered == in.none.Visible() {
		if answered {
			in.none.Hide()
		} else {
			in.none.Show()
		}
	}
}

// toggle is a radio button that can be taken back and takes the focus itself.
type toggle struct {
	*Button
	on bool
}

func newToggle(desk Desk, text string, entered func(), tapped func(on bool)) *toggle {
	t := &toggle{}
	t.Button = newButton(desk, text, theme.RadioButtonIcon(), entered, func() { tapped(!t.on) })
	t.Importance = widget.LowImportance
	return t
}

func (t *toggle) put(on bool) {
	if on == t.on {
		return
	}
	t.on = on
	icon := theme.RadioButtonIcon()
	if on {
		icon = theme.NewPrimaryThemedResource(theme.RadioButtonCheckedIcon())
	}
	t.SetIcon(icon)
}
