package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"h200filing/app/window/question"
	"h200filing/forms"
)

// pressed tells what has the focus of a key, and as a window does what has it then of
// the character.
func (r *rig) pressed(key fyne.KeyName) {
	r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	if f := r.win.Canvas().Focused(); key == fyne.KeySpace && f != nil {
		f.TypedRune(' ')
	}
}

// TestSpaceTypesNothing: Space on a button that leads to a field leaves no blank there.
func TestSpaceTypesNothing(t *testing.T) {
	r := newFile(t)
	r.section("experts")
	r.focus("experts") // without rows, the button that adds one
	r.pressed(fyne.KeySpace)
	rows := r.desk.Report().Rows("experts")
	if len(rows) != 1 || r.desk.at != rows[0].Join("name") || r.field().Text != "" {
		t.Errorf("%d rows, at %s with %q", len(rows), r.desk.at, r.field().Text)
	}
}

// TestPressedKeepsTheFocus: a button that was pressed keeps the focus, so that Tab
// leads on from it; Enter presses it as Space does, and the window's keys work on it.
func TestPressedKeepsTheFocus(t *testing.T) {
	r := newFile(t)
	r.section("eligibility")
	for key, path := range map[fyne.KeyName]string{fyne.KeySpace: "eligibility.critical_infrastructure", fyne.KeyReturn: "eligibility.state_controlled"} {
		yes := r.focus(forms.Path(path))
		r.pressed(key)
		if got := r.answer(forms.Path(path)); got != "true" {
			t.Errorf("%s: %s is %q", key, path, got)
		}
		if r.win.Canvas().Focused() != yes {
			t.Fatalf("%s took the focus away", key)
		}
		r.win.Canvas().FocusNext()
		if no, ok := r.win.Canvas().Focused().(*question.Button); !ok || no.Text != "否" {
			t.Errorf("Tab leads to %v", r.win.Canvas().Focused())
		}
		r.pressed(key)
		if got := r.answer(forms.Path(path)); got != "false" {
			t.Errorf("%s: %s is %q", key, path, got)
		}
	}
	r.pressed(fyne.KeyF8)
	if f, ok := r.win.Canvas().Focused().(*question.Button); ok && f.Text == "否" {
		t.Error("F8 does not leave the button")
	}
}

// TestWhereRefused: a name that cannot be taken is refused with the reason, and can be
// typed anew at once; Enter takes one that can.
func TestWhereRefused(t *testing.T) {
	long := ""
	for len(long) <= longestName {
		long += "很长"
	}
	for name, key := range map[string]string{"": "window.where.empty", "a/b": "window.where.letters", long: "window.where.long"} {
		r := newFile(t)
		taken := ""
		d := r.askWhere(whereTo{title: "t", name: "n", extension: extension}, func(path string) { taken = path })
		d.entry.SetText(name)
		r.pressed(fyne.KeyReturn)
		if taken != "" {
			t.Errorf("%q was taken", name)
		}
		if d.notice.Whole() != r.words.Text(key) {
			t.Errorf("%q: %q", name, d.notice.Whole())
		}
		if r.win.Canvas().Focused() != fyne.Focusable(d.entry) {
			t.Fatalf("%q: typing goes to %v", name, r.win.Canvas().Focused())
		}
		d.entry.SetText("good")
		r.pressed(fyne.KeyReturn)
		if taken == "" || r.win.Canvas().Overlays().Top() != nil {
			t.Errorf("after %q a good name is not taken", name)
		}
	}
}

// TestEnterAgrees: Enter agrees to what a dialog asks and closes one that only tells,
// with the focus on nothing as on a button.
func TestEnterAgrees(t *testing.T) {
	r := newFile(t)
	agreed := 0
	for range 2 {
		r.confirm("text", "window.rows.remove", widget.DangerImportance, func() { agreed++ })
		if agreed == 1 {
			r.win.Canvas().FocusNext() // the button that takes it back
			r.win.Canvas().FocusNext()
			r.pressed(fyne.KeyReturn)
			continue
		}
		r.Key(fyne.KeyReturn)
	}
	if agreed != 2 || r.win.Canvas().Overlays().Top() != nil {
		t.Errorf("agreed to %d of 2", agreed)
	}
	r.confirm("text", "window.rows.remove", widget.DangerImportance, func() { t.Error("Escape on a button agrees") })
	r.win.Canvas().FocusNext()
	r.win.Canvas().FocusNext()
	r.pressed(fyne.KeyEscape)
	r.complain(errFull)
	r.Key(fyne.KeyReturn)
	if r.win.Canvas().Overlays().Top() != nil {
		t.Error("the message stays")
	}
	r.waiting("t", 1, func() { t.Error("Enter calls off what is waited for") })
	r.Key(fyne.KeyReturn)
}

// focusSpy is a field that knows whether it believes to have the focus.
type focusSpy struct {
	widget.Entry
	on bool
}

func (s *focusSpy) FocusGained() { s.on = true; s.Entry.FocusGained() }
func (s *focusSpy) FocusLost()   { s.on = false; s.Entry.FocusLost() }

// TestAskedAgain: a dialog that is shown again, after what was typed was refused, has no
// second field that looks as if one typed there.
func TestAskedAgain(t *testing.T) {
	r := newFile(t)
	spy := &focusSpy{}
	spy.ExtendBaseWidget(spy)
	a := r.newAsking("t", "yes", "no", spy, func(bool) {})
	a.Show()
	r.win.Canvas().Focus(spy)
	a.Confirm()
	a.Show()
	if spy.on {
		t.Error("the field believes to have the focus")
	}
}
