package window

import (
	"errors"
	"fmt"
	"image"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/app/preview"
	"h200filing/app/printing"
)

// copies is a viewer without PDFium: every PDF has as many pages, each with one hit.
type copies struct {
	n      int
	opened []*sheaf
	fail   error
}

type sheaf struct {
	n        int
	rendered []pictureKey
	closed   bool
}

func (c *copies) open([]byte) (pages, error) {
	if c.fail != nil {
		return nil, c.fail
	}
	c.opened = append(c.opened, &sheaf{n: c.n})
	return c.opened[len(c.opened)-1], nil
}

func (c *copies) close() error { return nil }

func (c *sheaf) Pages() []preview.Size {
	out := make([]preview.Size, c.n)
	for i := range out {
		out[i] = preview.Size{Width: 595, Height: 842}
	}
	return out
}

func (c *sheaf) Render(page, dpi int) (image.Image, error) {
	c.rendered = append(c.rendered, pictureKey{page, dpi})
	return image.NewRGBA(image.Rect(0, 0, 10, 10)), nil
}

func (c *sheaf) Find(text string) ([]preview.Hit, error) {
	var hits []preview.Hit
	for i := range c.n {
		hits = append(hits, preview.Hit{Page: i, Boxes: []preview.Box{{Left: 10, Top: 700, Right: 50, Bottom: 712}}})
	}
	return hits, nil
}

func (c *sheaf) Close() error {
	c.closed = true
	return nil
}

// previewed opens the preview on a fake viewer.
func previewed(t *testing.T) (*rig, *previewPage, *copies) {
	t.Helper()
	r := practise(t)
	c := &copies{n: 4}
	r.viewer = c
	r.desk.openPreview()
	p, ok := r.desk.page.(*previewPage)
	if !ok {
		t.Fatalf("the page is %T", r.desk.page)
	}
	return r, p, c
}

// TestPreview: the pages are those of the answers as they stand, made again a moment
// after a change, at the current page, and let go of when the user leaves.
func TestPreview(t *testing.T) {
	r, p, c := previewed(t)
	if len(c.opened) != 1 || len(p.sizes()) != 4 || p.paper.picture.Image == nil {
		t.Fatalf("%d made, %d pages", len(c.opened), len(p.sizes()))
	}
	p.list.Select(2)
	if err := r.desk.application.Set("applicant.industry", "软件"); err != nil {
		t.Fatal(err)
	}
	if len(c.opened) != 1 {
		t.Fatal("made anew without a rest")
	}
	if err := r.desk.application.Set("applicant.industry", "硬件"); err != nil {
		t.Fatal(err)
	}
	r.border.pass()
	if len(c.opened) != 2 || p.page != 2 || !c.opened[0].closed {
		t.Fatalf("%d made, at page %d", len(c.opened), p.page)
	}
	r.section("applicant")
	if !c.opened[1].closed {
		t.Error("the pages are held after leaving")
	}
}

// TestPreviewZoom: the picture is drawn for its size on the screen, and kept.
func TestPreviewZoom(t *testing.T) {
	_, p, c := previewed(t)
	at := p.paper.size.Width
	p.scale(zoomStep)
	if got := p.paper.size.Width; got <= at {
		t.Errorf("larger: %v after %v", got, at)
	}
	p.scale(1 / zoomStep)
	n := len(c.opened[0].rendered)
	p.list.Select(1)
	p.list.Select(0)
	p.list.Select(1)
	if got := len(c.opened[0].rendered) - n; got != 1 {
		t.Errorf("page 2 was drawn %d times", got)
	}
	p.list.Select(99)
	p.list.Select(-1)
	if p.page != 1 {
		t.Errorf("a page that is not there: at %d", p.page)
	}
}

// TestPreviewFind: a text leads from hit to hit, over pages and round.
func TestPreviewFind(t *testing.T) {
	_, p, _ := previewed(t)
	p.list.Select(2)
	test.Type(p.query, "甲")
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	for _, want := range []int{2, 3, 0, 1} {
		p.query.TypedKey(enter)
		if p.page != want || len(p.paper.marks.Objects) == 0 {
			t.Fatalf("at page %d with %d marks, want page %d", p.page, len(p.paper.marks.Objects), want)
		}
	}
	p.seek(-1)
	if p.page != 0 {
		t.Errorf("back: at page %d", p.page)
	}
	test.Type(p.query, "乙")
	if len(p.paper.marks.Objects) != 0 {
		t.Error("marks of another text stand")
	}
}

// TestPreviewFails: the reason is said, and the next change tries again.
func TestPreviewFails(t *testing.T) {
	r := practise(t)
	c := &copies{n: 1, fail: errors.New("broken")}
	r.viewer = c
	r.desk.openPreview()
	if !r.says("broken") {
		t.Error("nothing says why there are no pages")
	}
	c.fail = nil
	r.desk.Set("applicant.industry", "软件")
	if p := r.desk.page.(*previewPage); p.pages == nil || p.notice.Visible() {
		t.Error("not tried again")
	}
}

// TestPrint: the pages go to the printer after a question; without one they are
// opened in the viewer.
func TestPrint(t *testing.T) {
	r, p, _ := previewed(t)
	var sent string
	r.print = func(path string) error { sent = path; return nil }
	test.Tap(p.print)
	if sent != "" {
		t.Fatal("printed without asking")
	}
	test.Tap(r.button(r.words.Text("window.print.do")))
	if filepath.Ext(sent) != ".pdf" || r.desk.status.state.Text != r.words.Text("window.print.sent") {
		t.Errorf("sent %q, said %q", sent, r.desk.status.state.Text)
	}
	for err, key := range map[error]string{printing.ErrNone: "window.print.none", printing.ErrNoPrinter: "window.print.no_printer",
		printing.ErrStopped: "window.print.stopped", errors.New("jam"): "window.print.refused"} {
		r.print = func(string) error { return fmt.Errorf("lp: %w", err) }
		test.Tap(p.print)
		test.Tap(r.button(r.words.Text("window.print.do")))
		if want := r.words.Text("window.print.viewer", "why", r.words.Text(key)); r.desk.status.state.Text != want {
			t.Errorf("%v: said %q, want %q", err, r.desk.status.state.Text, want)
		}
	}
}

// TestPreviewReal shows the pages of a filing by PDFium.
func TestPreviewReal(t *testing.T) {
	r := practise(t)
	t.Cleanup(func() {
		r.desk.close()
		if err := r.viewer.close(); err != nil {
			t.Error(err)
		}
	})
	r.desk.openPreview()
	p := r.desk.page.(*previewPage)
	if len(p.sizes()) < 10 || p.paper.picture.Image == nil {
		t.Fatalf("%d pages: %s", len(p.sizes()), p.notice.Whole())
	}
	p.query.SetText("加速器")
	p.seek(1)
	if len(p.hits) == 0 {
		t.Error("nothing found on the pages")
	}
}

// BenchmarkPreview is the first page after a change: the filing made, opened and
// drawn.
func BenchmarkPreview(b *testing.B) {
	w := practised(b, "applicant")
	w.desk.openPreview()
	p := w.desk.page.(*previewPage)
	b.Cleanup(func() {
		w.desk.close()
		if err := w.viewer.close(); err != nil {
			b.Error(err)
		}
	})
	for b.Loop() {
		p.make()
	}
}
