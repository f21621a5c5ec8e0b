package question

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestFocusOnFilled: a filled button that has the focus keeps the ground that its text
// can be read on, and a ring shows the focus; it goes with the focus.
func TestFocusOnFilled(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		importance widget.Importance
		ground     string
		rings      int
	}{{widget.HighImportance, `fillColor="primary"`, 1}, {widget.DangerImportance, `fillColor="error"`, 1}, {widget.MediumImportance, "", 0}} {
		b := NewButton("导出", nil, func(fyne.KeyName) bool { return false }, func() {})
		b.Importance = c.importance
		w := test.NewTempWindow(t, b)
		plain := test.RenderToMarkup(w.Canvas())
		w.Canvas().Focus(b)
		focused := test.RenderToMarkup(w.Canvas())
		if !strings.Contains(focused, c.ground) || strings.Count(focused, `strokeWidth="2"`) != c.rings || focused == plain {
			t.Errorf("%v, with the focus: %s", c.importance, focused)
		}
		w.Canvas().Unfocus()
		if after := test.RenderToMarkup(w.Canvas()); after != plain {
			t.Errorf("%v, the focus is gone: %s", c.importance, after)
		}
	}
}
