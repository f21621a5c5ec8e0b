package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestFit: the window shrinks to a small screen, and stays as it was left on a
// large one.
func TestFit(t *testing.T) {
	for _, c := range []struct{ room, want fyne.Size }{
		{fyne.NewSize(1024, 700), fyne.NewSize(1024, 700-titleBar)},
		{fyne.NewSize(2560, 1400), fyne.NewSize(firstWidth, firstHeight)},
		{fyne.NewSize(1200, 1400), fyne.NewSize(1200, firstHeight)},
	} {
		r := newRig(t)
		r.win.Resize(r.preferences.size())
		r.Fit(c.room)
		if got := r.win.Canvas().Size(); got != c.want {
			t.Errorf("in %v: %v, want %v", c.room, got, c.want)
		}
	}
}
