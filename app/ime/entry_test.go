package ime

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// TestEntry: a composition leaves the text alone; Tab and Enter are the entry's
// again after it.
func TestEntry(t *testing.T) {
	test.NewTempApp(t)
	c := &clock{time.Unix(1_800_000_000, 0)}
	e := NewEntry()
	e.tracker = NewTrackerFor("linux", c.now)
	submitted := 0
	e.OnSubmitted = func(string) { submitted++ }
	w := test.NewTempWindow(t, container.NewVBox(e, widget.NewEntry()))
	w.Canvas().Focus(e)
	e.SetText("旧")
	e.TypedKey(key(fyne.KeyEnd))
	for _, name := range []fyne.KeyName{fyne.KeyD, fyne.KeyA, fyne.KeyX, fyne.KeyBackspace} {
		e.TypedKey(key(name))
		c.pass(150)
	}
	if !e.Composing() || !e.AcceptsTab() {
		t.Error("does not know of the composition")
	}
	e.TypedKey(key(fyne.KeyReturn))
	e.TypedRune('d')
	e.TypedRune('a')
	if e.Text != "旧da" || submitted != 0 {
		t.Errorf("text %q, submitted %d times", e.Text, submitted)
	}
	c.pass(500)
	e.TypedKey(key(fyne.KeyBackspace))
	e.TypedKey(key(fyne.KeyReturn))
	if e.Text != "旧d" || submitted != 1 || e.AcceptsTab() {
		t.Errorf("text %q, submitted %d times, takes Tab %v", e.Text, submitted, e.AcceptsTab())
	}
	e.TypedKey(key(fyne.KeyN))
	w.Canvas().Unfocus()
	if e.Composing() {
		t.Error("the composition outlives the focus")
	}
}

// TestPlayedBackTab leaves the entry.
func TestPlayedBackTab(t *testing.T) {
	test.NewTempApp(t)
	c := &clock{time.Unix(1_800_000_000, 0)}
	e, next := NewEntry(), widget.NewEntry()
	e.tracker = NewTrackerFor("linux", c.now)
	w := test.NewTempWindow(t, container.NewVBox(e, next))
	w.Canvas().Focus(e)
	e.TypedKey(key(fyne.KeyA))
	e.TypedKey(key(fyne.KeyTab))
	e.TypedRune('a')
	if e.Text != "a" || w.Canvas().Focused() != next {
		t.Errorf("text %q, focused %v", e.Text, w.Canvas().Focused())
	}
}

// TestWheelPasses: the wheel moves what an entry stands on, and sideways a text that
// is too long for it.
func TestWheelPasses(t *testing.T) {
	test.NewTempApp(t)
	e, passed := NewEntry(), 0
	e.PassScroll = func(event *fyne.ScrollEvent) { passed += int(event.Scrolled.DY) }
	e.SetText("一二三四五六七八九十一二三四五六七八九十")
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(120, 60))
	at := fyne.NewPos(50, 20)
	before := test.RenderToMarkup(w.Canvas())
	test.Scroll(w.Canvas(), at, 0, -25)
	if passed != -25 || test.RenderToMarkup(w.Canvas()) != before {
		t.Errorf("passed %d, and the text moved: %v", passed, test.RenderToMarkup(w.Canvas()) != before)
	}
	test.Scroll(w.Canvas(), at, -25, 0)
	if passed != -25 || test.RenderToMarkup(w.Canvas()) == before {
		t.Error("the text does not move sideways")
	}
	e.PassScroll = nil
	test.Scroll(w.Canvas(), at, 0, -25)
	w.Canvas().Focus(e)
	test.TapCanvas(w.Canvas(), at)
	if w.Canvas().Focused() != fyne.Focusable(e) {
		t.Error("what takes the wheel takes a tap as well")
	}
	switch any(&wheel{}).(type) {
	case fyne.Tappable, fyne.SecondaryTappable, fyne.Draggable, fyne.Focusable, desktop.Mouseable, desktop.Hoverable, desktop.Cursorable:
		t.Error("more than the wheel stays here")
	}
}

// TestPastedTable: what is pasted stands on one line, without anything that cannot be
// shown.
func TestPastedTable(t *testing.T) {
	app := test.NewTempApp(t)
	e := NewEntry()
	test.NewTempWindow(t, e).Canvas().Focus(e)
	for pasted, want := range map[string]string{
		"型号\t数量\r\nH200\t8\r\n": "型号 数量 H200 8",
		"云启智算\n":                "云启智算",
		" 一 二 ":                 " 一 二 ",
		"\x00甲\x0b乙":            "甲 乙",
	} {
		e.SetText("")
		app.Clipboard().SetContent(pasted)
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: app.Clipboard()})
		if e.Text != want {
			t.Errorf("%q gives %q, not %q", pasted, e.Text, want)
		}
	}
}
