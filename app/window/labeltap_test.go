package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestLabelTapped: who taps the name of a question types into its field.
func TestLabelTapped(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	const path = "applicant.industry"
	name := r.desk.Report().Label(path, r.words.Lang)
	var label fyne.CanvasObject
	walk(r.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if text, ok := o.(*widget.RichText); ok && text.String() == name {
			label = o
		}
	})
	if label == nil {
		t.Fatalf("no label %q", name)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(label)
	test.TapCanvas(r.win.Canvas(), at.AddXY(4, 4))
	if r.desk.at != path {
		t.Errorf("the help is about %q", r.desk.at)
	}
	test.Type(r.field(), "制造业")
	r.border.pass()
	if got := r.answer(path); got != "制造业" {
		t.Errorf("typed was 制造业, the answer is %q", got)
	}
}
