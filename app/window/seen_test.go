package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/prose"
)

// TestTabIsSeen: Tab within a question scrolls, too: from the button that drafts a
// text to the text. The page stays when the window gets the focus back.
func TestTabIsSeen(t *testing.T) {
	r := newFile(t)
	r.win.Resize(fyne.NewSize(1000, 460))
	r.section("applicant")
	page := r.desk.page.(*sectionPage)
	text := r.focus("applicant.intro").(fyne.CanvasObject)
	r.win.Canvas().FocusPrevious() // the button that drafts it
	driver := fyne.CurrentApp().Driver()
	button := r.win.Canvas().Focused().(fyne.CanvasObject)
	below := driver.AbsolutePositionForObject(button).Y - driver.AbsolutePositionForObject(page.scroll).Y + button.Size().Height
	page.scroll.ScrollToOffset(page.scroll.Offset.SubtractXY(0, page.scroll.Size().Height-below))
	r.win.Canvas().FocusNext()
	bottom := driver.AbsolutePositionForObject(text).Y + text.Size().Height
	if seen := driver.AbsolutePositionForObject(page.scroll).Y + page.scroll.Size().Height; any(r.win.Canvas().Focused()) != any(text) || bottom > seen {
		t.Errorf("the text ends at %v, the page at %v", bottom, seen)
	}
	page.scroll.ScrollToTop()
	r.win.Canvas().Focused().FocusLost()
	r.win.Canvas().Focused().FocusGained()
	if page.scroll.Offset.Y != 0 {
		t.Errorf("the page has gone to %v", page.scroll.Offset.Y)
	}
}

// TestCaretIsFollowed: who types at the foot of the page sees what is typed, also in a
// text that grows.
func TestCaretIsFollowed(t *testing.T) {
	r := newFile(t)
	r.win.Resize(fyne.NewSize(1000, 420))
	r.section("applicant")
	page := r.desk.page.(*sectionPage)
	text := r.focus("applicant.intro").(*prose.Editor)
	driver := fyne.CurrentApp().Driver()
	foot := func() float32 { return driver.AbsolutePositionForObject(page.scroll).Y + page.scroll.Size().Height }
	for range 12 {
		test.Type(text, "一段。")
		text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		caret := float32(0)
		text.OnCaret = func(at fyne.Position, size fyne.Size) {
			caret = driver.AbsolutePositionForObject(text).Y + at.Y + size.Height
		}
		text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		if caret == 0 || caret > foot() {
			t.Fatalf("the caret is at %v, the page ends at %v", caret, foot())
		}
	}
}
