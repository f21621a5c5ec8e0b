package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestWheelOverField: the wheel moves the page where the pointer is over a text field.
func TestWheelOverField(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	r.focus("applicant.name")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.win.Canvas().Focused().(fyne.CanvasObject))
	scroll := r.desk.page.(*sectionPage).scroll
	before := scroll.Offset.Y
	test.Scroll(r.win.Canvas(), at.AddXY(20, 15), 0, -25)
	if scroll.Offset.Y != before+25 {
		t.Errorf("the page went from %v to %v", before, scroll.Offset.Y)
	}
}
