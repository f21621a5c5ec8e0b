package question

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/forms"
)

// page is a desk that counts what the page gets of the wheel.
type page struct {
	Desk
	wheels int
}

func (p *page) Scroll(*fyne.ScrollEvent) { p.wheels++ }

// manyRows is n rows.
func manyRows(n int) []rowText {
	out := make([]rowText, n)
	for i := range out {
		out[i] = rowText{fmt.Sprintf("%d. 甲", i+1), "已完成", forms.Finished}
	}
	return out
}

// titles are those of the lines that are seen, with where the list was drawn.
func titles(l *rowList) []string {
	var out []string
	for _, line := range test.WidgetRenderer(l).(*rowListRenderer).lines {
		out = append(out, line.title.Text)
	}
	return out
}

// newTestList makes a list in a window of its own; chosen has the row chosen last.
func newTestList(t *testing.T) (l *rowList, p *page, chosen *int) {
	t.Helper()
	test.NewTempApp(t)
	p, chosen = &page{}, new(int)
	l = newRowList(p, func(i int) { *chosen = i; l.put(l.rows, i) }, func() {}, func() {})
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(500, 600))
	return l, p, chosen
}

// TestFewLines: of many rows only those are made that are seen, and the chosen one
// is among them.
func TestFewLines(t *testing.T) {
	l, _, _ := newTestList(t)
	for _, c := range []struct{ n, at, first, seen int }{
		{1, 0, 1, 1}, {8, 7, 1, 8}, {2000, 0, 1, 8}, {2000, 1999, 1993, 8}, {2000, 1000, 1001, 8}, {3, 2, 1, 3}, {0, 0, 0, 0},
	} {
		l.put(manyRows(c.n), c.at)
		got := titles(l)
		if len(got) != c.seen || c.seen > 0 && got[0] != fmt.Sprintf("%d. 甲", c.first) {
			t.Errorf("%d rows, chosen %d: seen are %v", c.n, c.at, got)
		}
	}
}

// TestWheel: the wheel moves the rows, and where there are no more the page.
func TestWheel(t *testing.T) {
	l, p, _ := newTestList(t)
	down, up := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)}, &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 10)}
	l.put(manyRows(10), 0)
	for range 3 {
		l.Scrolled(down)
	}
	if got := titles(l); got[0] != "3. 甲" || p.wheels != 1 {
		t.Errorf("seen from %s, the page got %d", got[0], p.wheels)
	}
	for range 3 {
		l.Scrolled(up)
	}
	if got := titles(l); got[0] != "1. 甲" || p.wheels != 2 {
		t.Errorf("back: seen from %s, the page got %d", got[0], p.wheels)
	}
}

// TestTapRow: the row that is hit is chosen, also when the rows have moved; beside
// the rows none is.
func TestTapRow(t *testing.T) {
	l, _, chosen := newTestList(t)
	l.put(manyRows(20), 0)
	high := l.lineHeight()
	for i := range mostAbove {
		test.TapAt(l, fyne.NewPos(50, high*(float32(i)+0.7)))
		if *chosen != i {
			t.Errorf("line %d: row %d is chosen", i, *chosen)
		}
	}
	l.scroll(5)
	test.TapAt(l, fyne.NewPos(50, high*1.7))
	if *chosen != 6 {
		t.Errorf("after the wheel: row %d is chosen", *chosen)
	}
	test.TapAt(l, fyne.NewPos(50, 1))
	if *chosen != 6 {
		t.Errorf("on the edge: row %d is chosen", *chosen)
	}
}
