package question

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"h200filing/forms"
)

// boolInput is yes or no, or not answered yet, which it says.
type boolInput struct {
	*block
	radio *widget.RadioGroup
	none  *widget.Label
	quiet bool
}

func newBoolInput(b *block) input {
	in := &boolInput{block: b, none: Muted(b.desk.Words().Text("window.field.unanswered"))}
	in.none.Wrapping = fyne.TextWrapOff
	in.radio = widget.NewRadioGroup([]string{b.term("yes"), b.term("no")}, in.chosen)
	in.radio.Horizontal = true
	return in
}

func (in *boolInput) object() fyne.CanvasObject { return container.NewHBox(in.radio, in.none) }
func (in *boolInput) target() fyne.Focusable    { return nil }

func (in *boolInput) chosen(label string) {
	if in.quiet {
		return
	}
	in.enter()
	value := map[string]string{in.term("yes"): "true", in.term("no"): "false"}[label]
	in.desk.Set(in.path, value)
}

func (in *boolInput) show(q *forms.Question) {
	label := ""
	if yes, ok := q.Value.(bool); ok {
		label = map[bool]string{true: in.term("yes"), false: in.term("no")}[yes]
	}
	if label != in.radio.Selected {
		in.quiet = true
		in.radio.SetSelected(label)
		in.quiet = false
	}
	if none := label == ""; none != in.none.Visible() {
		if none {
			in.none.Show()
		} else {
			in.none.Hide()
		}
	}
}
