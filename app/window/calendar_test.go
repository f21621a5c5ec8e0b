package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestCalendarByKeys: a day is picked from the calendar by keys alone, and Escape
// closes it.
func TestCalendarByKeys(t *testing.T) {
	r := newFile(t)
	r.section("applicant")
	const path = "applicant.established_on"
	open := func() {
		r.focus(path)
		r.win.Canvas().FocusNext()
		r.pressed(fyne.KeyReturn)
		if r.win.Canvas().Overlays().Top() == nil {
			t.Fatal("no calendar is shown")
		}
	}
	open()
	r.pressed(fyne.KeyEscape)
	if r.win.Canvas().Overlays().Top() != nil || r.answer(path) != "" {
		t.Fatalf("Escape does not close the calendar; the answer is %q", r.answer(path))
	}
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{nil, "2026-11-24"}, // today
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyDown}, "2026-12-02"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyLeft}, "2026-11-24"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyLeft, fyne.KeyPageDown}, "2026-12-30"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyPageDown, fyne.KeyPageDown}, "2027-02-28"},
	} {
		open()
		for _, key := range c.keys {
			r.pressed(key)
		}
		r.pressed(fyne.KeyReturn)
		if got := r.answer(path); got != c.want || r.win.Canvas().Overlays().Top() != nil {
			t.Errorf("%v gives %q, not %q", c.keys, got, c.want)
		}
	}
}
