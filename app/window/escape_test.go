package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestEscape: Escape takes a dialog back, also from its field, and calls off what is
// waited for; what cannot be called off stays.
func TestEscape(t *testing.T) {
	r := newFile(t)
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	shown := func() bool { return r.win.Canvas().Overlays().Top() != nil }

	r.askWhere(whereTo{title: "t", name: "n", extension: extension}, func(string) { t.Error("taken as an answer") })
	r.win.Canvas().Focused().TypedKey(escape)
	if shown() {
		t.Error("the question where to save stays")
	}
	r.confirm("text", "window.rows.remove", 0, func() { t.Error("taken as a yes") })
	if !r.Key(fyne.KeyEscape) || shown() {
		t.Error("the question stays")
	}
	r.complain(errFull)
	if !r.Key(fyne.KeyEscape) || shown() {
		t.Error("the message stays")
	}
	off := false
	r.waiting("t", 1, func() { off = true })
	if !r.Key(fyne.KeyEscape) || shown() || !off {
		t.Error("what is waited for was not called off")
	}
	wait := r.waiting("t", 1, nil)
	if r.Key(fyne.KeyEscape) || !shown() {
		t.Error("what cannot be called off was hidden")
	}
	wait.dialog.Hide()
	if r.Key(fyne.KeyEscape) {
		t.Error("Escape is taken from the page")
	}
}
