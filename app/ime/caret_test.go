package ime

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"h200filing/app/ime/candidates"
)

// follower remembers where the caret was last.
type follower struct {
	window uintptr
	caret  candidates.Area
}

func (f *follower) Follow(window uintptr, caret candidates.Area) error {
	f.window, f.caret = window, caret
	return nil
}
func (f *follower) Leave() error { return nil }

// TestShowCaret: a caret inside a field inside a window is told in the window's
// pixels, and never right of its field.
func TestShowCaret(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	w := test.NewTempWindow(t, container.NewWithoutLayout(e))
	w.SetPadded(false)
	w.Canvas().(test.WindowlessCanvas).SetScale(1.5)
	inset, _ := w.Canvas().InteractiveArea() // of a display that the test driver makes up
	e.Move(inset.AddXY(100, 40))
	e.Resize(fyne.NewSize(200, 30))
	handle := func(fyne.Canvas) uintptr { return 7 }
	for _, k := range []struct {
		at   fyne.Position
		want candidates.Area
	}{
		{fyne.NewPos(10, 4), candidates.Area{Left: 165, Top: 66, Right: 168, Bottom: 96}},
		{fyne.NewPos(999, 4), candidates.Area{Left: 450, Top: 66, Right: 453, Bottom: 96}},
	} {
		f := &follower{}
		showCaret(f, handle, e, k.at, fyne.NewSize(2, 20))
		if f.window != 7 || f.caret != k.want {
			t.Errorf("%v is told as %v in window %d, want %v", k.at, f.caret, f.window, k.want)
		}
	}
	away := &follower{}
	showCaret(away, func(fyne.Canvas) uintptr { return 0 }, e, fyne.NewPos(10, 4), fyne.NewSize(2, 20))
	if *away != (follower{}) {
		t.Error("a window without a handle is told of")
	}
}

// TestEntryTellsCaret: while it has the focus, and where the text ends.
func TestEntryTellsCaret(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry()
	var told []float32
	e.OnCaret = func(at fyne.Position, size fyne.Size) {
		if size.Height < 10 || at.Y < 0 || at.Y+size.Height > e.Size().Height {
			t.Errorf("the caret is at %v, %v high, in an entry of %v", at, size.Height, e.Size())
		}
		told = append(told, at.X)
	}
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(400, 40))
	e.SetText("旧")
	if len(told) > 0 {
		t.Error("tells of a caret without having the focus")
	}
	w.Canvas().Focus(e)
	e.TypedKey(key(fyne.KeyEnd))
	e.TypedRune('文')
	if n := len(told); n < 3 || told[n-1] <= told[0] {
		t.Errorf("the caret went %v", told)
	}
	n := len(told)
	w.Canvas().Unfocus()
	e.SetText("")
	if len(told) != n {
		t.Error("tells of a caret after the focus has gone")
	}
}
