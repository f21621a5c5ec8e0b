package question

import (
	"image/color"
	"testing"

	"pgregory.net/rapid"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestSpread: a list stands beside its questions from 59 text sizes on, whatever the
// size of the text; both grow with the room up to their widest.
func TestSpread(t *testing.T) {
	for _, c := range []struct {
		room float32 // in text sizes
		want spread  // the same
	}{
		{20, spread{list: 20, detail: 20}},
		{54, spread{list: 54, detail: 54}},
		{58.5, spread{list: 54, detail: 54}},
		{59, spread{list: 18, detail: 40, beside: true}},
		{70, spread{list: 21, detail: 48, beside: true}},
		{79, spread{list: 23.7, detail: 54, beside: true}},
		{200, spread{list: 24, detail: 54, beside: true}},
	} {
		for _, text := range []float32{14, 17.5, 28} {
			got := spreadOver(c.room*text, text)
			near := func(a, b float32) bool { return a-b < 0.1 && b-a < 0.1 }
			if got.beside != c.want.beside || !near(got.list, c.want.list*text) || !near(got.detail, c.want.detail*text) {
				t.Errorf("%v text sizes of %v: %+v, want %+v text sizes", c.room, text, got, c.want)
			}
		}
	}
}

// TestSpreadFits: a list and its questions never take more than there is, are never
// narrower than can be used where they stand beside each other, and one pixel more
// takes nothing from either while the list stands where it stood.
func TestSpreadFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Float32Range(14, 28).Draw(t, "text")
		width := rapid.Float32Range(1, 6000).Draw(t, "width")
		got := spreadOver(width, text)
		if got.width(text) > width+0.1 {
			t.Fatalf("%+v takes %v", got, got.width(text))
		}
		if got.beside && (got.list < leastList*text-0.1 || got.detail < leastDetail*text-0.1 || got.list > got.detail) {
			t.Fatalf("too narrow: %+v", got)
		}
		if more := spreadOver(width+1, text); more.beside == got.beside && (more.list < got.list-0.1 || more.detail < got.detail-0.1) {
			t.Fatalf("with more room less: %+v, %+v", got, more)
		}
	})
}

// TestStuck: a list stays in view beside its questions and never leaves them; one
// higher than the view shows its end once the view has come there.
func TestStuck(t *testing.T) {
	for name, c := range map[string]struct{ height, whole, top, bottom, want float32 }{
		"not come to":         {300, 2000, -500, 400, 0},
		"at its place":        {300, 2000, 0, 900, 0},
		"amid the questions":  {300, 2000, 700, 1600, 700},
		"at their end":        {300, 2000, 1800, 2700, 1700},
		"past them":           {300, 2000, 2500, 3400, 1700},
		"higher than view":    {1000, 5000, 700, 1300, 300},
		"higher, not come to": {1000, 5000, 100, 700, 0},
		"higher than they":    {1000, 400, 200, 1100, 0},
	} {
		if got := stuck(c.height, c.whole, c.top, c.bottom); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// newTestSplit is a list of rows and what stands for their questions, laid out over
// a width.
func newTestSplit(t *testing.T, rows int, width float32) (*split, *fyne.Container) {
	t.Helper()
	test.NewTempApp(t)
	s := &split{list: newRowList(&page{}, func(int) {}, func() {}, func() {})}
	s.list.put(manyRows(rows), 0)
	setVisible(s.list, rows > 0)
	questions := canvas.NewRectangle(color.Black)
	questions.SetMinSize(fyne.NewSize(100, 2000))
	box := container.New(s, container.New(column{}, s.list), questions)
	box.Resize(fyne.NewSize(width, 2000))
	return s, box
}

// TestSplit: where the parts stand, and that the list shows more rows, with their
// state below, where it stands beside its questions.
func TestSplit(t *testing.T) {
	text := theme.TextSize()
	for _, c := range []struct {
		rows   int
		width  float32 // in text sizes
		beside bool
		seen   int
	}{{20, 50, false, mostAbove}, {20, 65, true, mostBeside}, {5, 65, true, 5}, {0, 65, false, 0}} {
		s, box := newTestSplit(t, c.rows, c.width*text)
		side, main := box.Objects[0], box.Objects[1]
		switch {
		case c.beside && (main.Position().Y != 0 || main.Position().X <= side.Size().Width):
			t.Errorf("%+v: the questions at %v, the list is %v", c, main.Position(), side.Size())
		case !c.beside && (main.Position().X != 0 || main.Position().Y < side.Size().Height):
			t.Errorf("%+v: the questions at %v, the list is %v", c, main.Position(), side.Size())
		case s.list.beside != c.beside || len(titles(s.list)) != c.seen:
			t.Errorf("%+v: %d rows are seen, beside %t", c, len(titles(s.list)), s.list.beside)
		}
		s.top, s.bottom = 300, 1200
		s.hold(box.Objects)
		if moved := side.Position().Y == 300; moved != c.beside || s.held() != c.beside {
			t.Errorf("%+v: with the view at 300 the list stands at %v", c, side.Position())
		}
	}
}

// TestRowTarget: a row can be hit at every size of text, and what is hit is what is
// seen, also where its state stands below its name.
func TestRowTarget(t *testing.T) {
	l, _, chosen := newTestList(t)
	l.put(manyRows(20), 0)
	for _, beside := range []bool{false, true} {
		l.stand(beside)
		if l.lineHeight() < 24 {
			t.Errorf("beside %t: rows of %v", beside, l.lineHeight())
		}
		for k, line := range test.WidgetRenderer(l).(*rowListRenderer).lines {
			for _, o := range []fyne.CanvasObject{line.title, line.state, line.icon} {
				middle := o.Position().Y + o.Size().Height/2
				if test.TapAt(l, fyne.NewPos(20, middle)); *chosen != l.top+k {
					t.Fatalf("beside %t: line %d chooses row %d", beside, k, *chosen)
				}
				if low := o.Position().Y + o.Size().Height; low > l.Size().Height+theme.InnerPadding() {
					t.Errorf("beside %t: line %d ends at %v of %v", beside, k, low, l.Size().Height)
				}
			}
		}
	}
}

// TestChosenStaysSeen: the chosen row is among those seen when the list goes from
// beside its questions to above them and back.
func TestChosenStaysSeen(t *testing.T) {
	l, _, _ := newTestList(t)
	for _, n := range []int{1, 8, 9, 12, 13, 40} {
		for _, at := range []int{0, n / 2, n - 1} {
			l.put(manyRows(n), at)
			for range 2 {
				l.stand(!l.beside)
				if l.at < l.top || l.at >= l.top+l.seen() || l.top+l.seen() > n {
					t.Fatalf("of %d rows %d is chosen, seen from %d are %d", n, l.at, l.top, l.seen())
				}
			}
		}
	}
}

// TestWheelOverField: the wheel over a field moves the page.
func TestWheelOverField(t *testing.T) {
	test.NewTempApp(t)
	p := &page{}
	e := newEntry(func(string) {}, func() {}, func() {})
	e.PassScroll = p.Scroll
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(300, 60))
	test.Scroll(w.Canvas(), fyne.NewPos(100, 30), 0, -10)
	if p.wheels != 1 {
		t.Errorf("the page got %d", p.wheels)
	}
}
