package window

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"h200filing/i18n"
)

// TestLeftAt: a file opens on the section that it was left at, each file on its
// own; one left at the review opens on what is to be done first.
func TestLeftAt(t *testing.T) {
	r := newFile(t)
	first := r.path
	r.section("energy")
	r.path = filepath.Join(t.TempDir(), "其他 b.h200")
	r.enter(r.path, r.shelf.create)
	if got := r.desk.page.section().ID; got != "eligibility" {
		t.Errorf("a new one opens on %s", got)
	}
	r.section("product")
	r.Open(first)
	if got := r.desk.page.section().ID; got != "energy" {
		t.Errorf("the first opens on %s", got)
	}
	r.desk.openReview()
	r.Open(r.path)
	if got := r.desk.page.section().ID; got != "product" {
		t.Errorf("the second opens on %s", got)
	}
	r.Open(first)
	if got := r.desk.page.section().ID; got != "eligibility" {
		t.Errorf("left at the review, it opens on %s", got)
	}
}

// TestWindowSize: the window comes back as large as it was, and never too small to
// work in.
func TestWindowSize(t *testing.T) {
	r := newFile(t)
	r.win.Resize(fyne.NewSize(1500, 1000))
	want := r.win.Canvas().Size()
	r.onClose()
	if got := r.preferences.size(); got != want {
		t.Errorf("%v, was %v", got, want)
	}
	r.preferences.setSize(fyne.NewSize(10, 10))
	if got := r.preferences.size(); got != fyne.NewSize(leastWidth, leastHeight) {
		t.Errorf("too small: %v", got)
	}
}

// TestReviewStays: the view of the review stays in another language.
func TestReviewStays(t *testing.T) {
	r := practise(t)
	r.answers()
	r.setLang(i18n.English)
	if p, ok := r.desk.page.(*reviewPage); !ok || p.view != answersView || p.all == nil {
		t.Errorf("the page is %T", r.desk.page)
	}
}
