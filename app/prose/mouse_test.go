package prose

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (f *field) click(at fyne.Position, modifier fyne.KeyModifier) {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: modifier}
	f.MouseDown(e)
	f.MouseUp(e)
}

func (f *field) dragTo(offset int) {
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: f.point(offset).SubtractXY(f.view.sizes.em/2, 0)}})
}

// TestClicks: where one, two and three clicks fall and what they select.
func TestClicks(t *testing.T) {
	for _, c := range []struct {
		offset        int
		double, whole string
	}{
		{1, "采购加速卡", "采购加速卡，NVIDIA H200共12,345.5万元。"},
		{5, "，", "采购加速卡，NVIDIA H200共12,345.5万元。"},
		{8, "NVIDIA", "采购加速卡，NVIDIA H200共12,345.5万元。"},
		{15, "H200", "采购加速卡，NVIDIA H200共12,345.5万元。"},
		{20, "12,345.5", "采购加速卡，NVIDIA H200共12,345.5万元。"},
		{30, "第二段", "第二段"},
	} {
		f := open(t, fyne.NewSize(700, 200))
		f.SetText("采购加速卡，NVIDIA H200共12,345.5万元。\n第二段")
		at := f.point(c.offset).SubtractXY(f.view.sizes.em/2-1, 0)
		f.click(at, 0)
		if f.Caret() != min(c.offset, f.buf.size()) || !f.sel.empty() {
			t.Errorf("click at %d gives %v", c.offset, f.sel)
		}
		f.click(at, 0)
		if f.SelectedText() != c.double {
			t.Errorf("double click at %d selects %q, want %q", c.offset, f.SelectedText(), c.double)
		}
		f.click(at, 0)
		if f.SelectedText() != c.whole {
			t.Errorf("triple click at %d selects %q", c.offset, f.SelectedText())
		}
		f.clock.pass(time.Second)
		f.click(at, 0)
		if !f.sel.empty() {
			t.Errorf("a late click selects %q", f.SelectedText())
		}
	}
}

func TestDrag(t *testing.T) {
	f := open(t, fyne.NewSize(700, 200))
	f.SetText("一二三，四五六，七八九。")
	f.click(f.point(1).SubtractXY(f.view.sizes.em/2, 0), 0)
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: f.point(9)}})
	f.MouseUp(nil)
	f.clock.pass(time.Second)
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: f.point(1).SubtractXY(f.view.sizes.em/2, 0)}, Button: desktop.MouseButtonPrimary})
	f.dragTo(6)
	f.DragEnd()
	if got := f.SelectedText(); got != "二三，四五" {
		t.Errorf("dragged over %q", got)
	}
	f.click(f.point(10).SubtractXY(f.view.sizes.em/2, 0), fyne.KeyModifierShift)
	if got := f.SelectedText(); got != "二三，四五六，七八" {
		t.Errorf("Shift click extends to %q", got)
	}
	f.clock.pass(time.Second)
	at := f.point(5)
	f.click(at, 0)
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	f.dragTo(9)
	if got := f.SelectedText(); got != "四五六，七八九" {
		t.Errorf("dragged by runs over %q", got)
	}
	f.dragTo(1)
	if got := f.SelectedText(); got != "一二三，四五六" {
		t.Errorf("dragged back by runs over %q", got)
	}
}

// TestSecondaryClick keeps a selection that it falls into.
func TestSecondaryClick(t *testing.T) {
	f := standard(t)
	f.SetText("一二三四五")
	f.Select(1, 4)
	press := func(offset int) {
		f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: f.point(offset)}, Button: desktop.MouseButtonSecondary})
	}
	press(2)
	if f.SelectedText() != "二三四" {
		t.Errorf("selection is %q", f.SelectedText())
	}
	able := 0
	for _, item := range f.menu().Items {
		if !item.IsSeparator && !item.Disabled {
			able++
		}
	}
	if able != 4 { // cut, copy, paste, select all
		t.Errorf("%d entries can be chosen", able)
	}
}

// TestBar scrolls by the bar.
func TestBar(t *testing.T) {
	f := standard(t)
	f.SetText(benchText(3000, 200))
	f.window.Canvas().Unfocus()
	at := fyne.NewPos(f.Size().Width-2, f.Size().Height-3)
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	if f.top != f.heldTop(1e9) || f.top == 0 || f.Caret() != 0 {
		t.Errorf("top %v, caret %d", f.top, f.Caret())
	}
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(at.X, 0)}})
	if f.top != 0 {
		t.Errorf("top %v", f.top)
	}
}
