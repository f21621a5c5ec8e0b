package prose

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"
)

// TestMarkInside: a change inside a mark stays inside; a mark whose text is gone
// goes.
func TestMarkInside(t *testing.T) {
	for _, c := range []struct {
		at, removed, inserted int
		want                  []Mark
	}{
		{4, 0, 2, []Mark{{From: 2, To: 8}}},
		{3, 1, 0, []Mark{{From: 2, To: 5}}},
		{2, 0, 1, []Mark{{From: 3, To: 7}}},
		{6, 0, 1, []Mark{{From: 2, To: 6}}},
		{0, 3, 0, []Mark{{From: 0, To: 3}}},
		{4, 5, 1, []Mark{{From: 2, To: 4}}},
		{0, 9, 0, nil},
	} {
		got := shift([]Mark{{From: 2, To: 6}}, c.at, c.removed, c.inserted)
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("at %d, %d for %d: %v, want %v", c.at, c.inserted, c.removed, got, c.want)
		}
	}
}

// TestMarkTold: the message comes with the caret and with the pointer, and goes
// with them.
func TestMarkTold(t *testing.T) {
	f := standard(t)
	f.SetText("本公司承诺绝对不转让。其余照办。")
	var told []string
	f.OnMark = func(m *Mark) {
		if m == nil {
			told = append(told, "")
			return
		}
		told = append(told, m.Message)
	}
	f.SetMarks([]Mark{{From: 5, To: 7, Kind: Wrong, Message: "绝对化"}, {From: 11, To: 15, Kind: Doubtful, Message: "含糊"}})
	f.Select(6, 6)
	f.press(fyne.KeyLeft, fyne.KeyLeft)
	f.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: f.point(12)}})
	f.MouseOut()
	if diff := cmp.Diff([]string{"绝对化", "", "含糊", ""}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

// point is the middle of a character on the canvas.
func (f *field) point(offset int) fyne.Position {
	was := f.sel
	f.sel = caretAt(offset)
	at, size := f.caretBox()
	f.sel = was
	return at.Add(fyne.NewPos(f.view.sizes.em/2, size.Height/2))
}

// TestSigns: marks and states are drawn with a shape of their own and a sign in
// the margin.
func TestSigns(t *testing.T) {
	f := standard(t)
	f.SetMargin(true)
	f.SetText("第一段有错。\n第二段存疑。\n第三段。")
	f.SetStates([]State{Follows, Edited, OutOfDate})
	f.SetMarks([]Mark{{From: 3, To: 5, Kind: Wrong}, {From: 10, To: 12, Kind: Doubtful}, {From: 14, To: 99, Kind: Note}})
	p := f.view.page
	if p.rings.used != 1 || p.squares.used != 1 || p.corners.used != 1 {
		t.Errorf("%d rings, %d squares, %d triangles", p.rings.used, p.squares.used, p.corners.used)
	}
	var shapes []shape
	for _, u := range p.lines.all[:p.lines.used] {
		shapes = append(shapes, u.shape)
		if u.Size().Width <= 0 || u.image(30, 4).Bounds().Dx() != 30 {
			t.Errorf("underline of size %v", u.Size())
		}
	}
	if diff := cmp.Diff([]shape{wavy, dotted, dashed}, shapes); diff != "" {
		t.Errorf("shapes (-want +got):\n%s", diff)
	}
	signs := map[string]bool{}
	for _, txt := range p.texts.all[:p.texts.used] {
		if txt.Position().X < f.view.textLeft() {
			signs[txt.Text] = true
		}
	}
	if !signs["!"] || !signs["?"] || !signs["i"] {
		t.Errorf("signs %v", signs)
	}
	f.Select(0, 0)
	f.press(fyne.KeyReturn)
	if got := f.States(); len(got) != 4 || got[3] != OutOfDate {
		t.Errorf("states %v after a new paragraph", got)
	}
}

// TestSignsAnswer: the pointer over a sign tells its mark, a press goes there; a
// press on a state's sign tells the paragraph.
func TestSignsAnswer(t *testing.T) {
	f := standard(t)
	f.SetMargin(true)
	f.SetText("第一段。\n第二段存疑。")
	f.SetStates([]State{Plain, OutOfDate})
	f.SetMarks([]Mark{{From: 8, To: 10, Kind: Doubtful, Message: "存疑"}})
	f.Select(0, 0)
	told, pressed := "", -1
	f.OnMark = func(m *Mark) {
		told = ""
		if m != nil {
			told = m.Message
		}
	}
	f.OnState = func(par int) { pressed = par }
	s := f.view.sizes
	sign := fyne.NewPos(s.inset+1.5*s.em, s.inset+1.5*s.row)
	f.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: sign}})
	if told != "存疑" {
		t.Errorf("over the sign: %q", told)
	}
	f.click(sign, 0)
	if f.Caret() != 8 || pressed != -1 {
		t.Errorf("press on the sign: caret %d, state of %d", f.Caret(), pressed)
	}
	f.click(fyne.NewPos(s.inset+0.4*s.em, s.inset+1.5*s.row), 0)
	if pressed != 1 {
		t.Errorf("press on the state: paragraph %d", pressed)
	}
	f.click(fyne.NewPos(s.inset+0.4*s.em, s.inset+0.5*s.row), 0)
	if pressed != 1 || f.Caret() != 0 {
		t.Errorf("press beside a plain paragraph: paragraph %d, caret %d", pressed, f.Caret())
	}
}
