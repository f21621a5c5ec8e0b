package prose

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/ime"
	"h200filing/app/window/look"
)

// clock is a clock that tests move by hand.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func (c *clock) pass(d time.Duration) { c.Time = c.Add(d) }

// field is an editor in a window of the test driver.
type field struct {
	*Editor
	clock  *clock
	window fyne.Window
}

// open shows an editor of a size, with the program's typefaces.
func open(t testing.TB, size fyne.Size) *field {
	t.Helper()
	a := test.NewTempApp(t)
	th, err := look.New(look.Light, 100)
	if err != nil {
		t.Fatal(err)
	}
	a.Settings().SetTheme(th)
	c := &clock{time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	e := newWith(Words{}, c.now, ime.NewTrackerFor("linux", c.now))
	w := test.NewTempWindow(t, container.NewWithoutLayout(e))
	w.Resize(fyne.NewSize(1000, 800))
	e.Resize(size)
	w.Canvas().Focus(e)
	return &field{e, c, w}
}

func standard(t testing.TB) *field { return open(t, fyne.NewSize(400, 200)) }

func (f *field) press(names ...fyne.KeyName) {
	for _, n := range names {
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (f *field) ctrl(names ...fyne.KeyName) {
	for _, n := range names {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: n, Modifier: fyne.KeyModifierControl})
	}
}

func (f *field) shifted(names ...fyne.KeyName) {
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.press(names...)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func (f *field) typeText(s string) {
	for _, r := range s {
		f.TypedRune(r)
	}
}

// shown gives the rows in view as their texts are on the canvas, from the top.
func (f *field) shown() []string {
	var rows []string
	y := float32(-1e6)
	for _, txt := range f.view.page.texts.all[:f.view.page.texts.used] {
		if txt.Position().Y != y {
			rows, y = append(rows, ""), txt.Position().Y
		}
		rows[len(rows)-1] += txt.Text
	}
	return rows
}

func TestTyping(t *testing.T) {
	f := standard(t)
	var heard string
	f.OnChanged = func(s string) { heard = s }
	f.typeText("第一段")
	f.press(fyne.KeyReturn)
	f.typeText("second 段")
	f.press(fyne.KeyBackspace, fyne.KeyHome, fyne.KeyDelete)
	if want := "第一段\necond "; f.Text() != want || heard != want {
		t.Errorf("text %q, heard %q, want %q", f.Text(), heard, want)
	}
	if f.Count() != 8 {
		t.Errorf("count %d, want 8", f.Count())
	}
	if got := f.shown(); len(got) != 2 || got[0] != "第一段" || got[1] != "econd" {
		t.Errorf("shown %q", got)
	}
}

// sample mixes what a filing mixes.
const sample = "本项目计划采购NVIDIA H200加速卡64张，单卡显存141 GB、带宽4.8 TB/s，合计约1,234.56万元；" +
	"其中“训练”占70%，“推理”占30%——详见附件……（一）供应商应当如实说明来源，不得转让。"

// TestAlignment: what is drawn stands where the caret thinks it stands.
func TestAlignment(t *testing.T) {
	f := standard(t)
	f.SetText(strings.Repeat(sample, 5) + "\nAVATAR To. Wa, fi ffl Ty—1,000.00 km/h")
	m := f.view.measure
	for _, p := range f.buf.pars {
		for line := range p.lines {
			from, to := p.line(line)
			sum := p.x(line, to)
			whole := fyne.MeasureText(string(p.text[from:to]), m.size, fyne.TextStyle{}).Width
			if d := sum - whole; d > 1 || d < -1 {
				t.Errorf("line %q: caret at %v, drawn to %v", string(p.text[from:to]), sum, whole)
			}
			for i := from; i < to; i++ {
				drawn := fyne.MeasureText(string(p.text[from:i]), m.size, fyne.TextStyle{}).Width
				if d := p.x(line, i) - drawn; d > 1 || d < -1 {
					t.Errorf("%q: caret at %v, drawn to %v", string(p.text[from:i]), p.x(line, i), drawn)
				}
			}
		}
	}
	for _, txt := range f.view.page.texts.all[:f.view.page.texts.used] {
		if d := txt.Size().Width - txt.MinSize().Width; d > 0.6 || d < -0.6 {
			t.Errorf("%q is drawn %v wide, thought %v", txt.Text, txt.MinSize().Width, txt.Size().Width)
		}
	}
}

// TestLineBreaks: no line begins or ends with what must not stand there, and
// nothing that belongs together is parted.
func TestLineBreaks(t *testing.T) {
	f := standard(t)
	for width := float32(120); width < 600; width += 17 {
		f.Resize(fyne.NewSize(width, 200))
		f.SetText(strings.Repeat(sample, 3))
		p := f.buf.pars[0]
		for i := range p.lines {
			from, to := p.line(i)
			line := string(p.text[from:to])
			if i > 0 && strings.ContainsAny(line[:len(string(p.text[from]))], "，。；、）”%…—") && !strings.HasPrefix(line, "——") && !strings.HasPrefix(line, "……") {
				t.Errorf("width %v: line begins %q", width, line)
			}
			if strings.HasSuffix(line, "（") || strings.HasSuffix(line, "“") {
				t.Errorf("width %v: line ends %q", width, line)
			}
			if x := p.x(i, to); x > f.buf.width && !strings.HasSuffix(line, " ") {
				t.Errorf("width %v: line %q is %v wide", width, line, x)
			}
		}
		all := f.Text()
		for _, together := range []string{"141 GB", "4.8 TB/s", "1,234.56万", "70%", "——", "……"} {
			at := len([]rune(all[:strings.Index(all, together)]))
			if a, b := p.lineOf(at, false), p.lineOf(at+len([]rune(together))-1, false); a != b {
				t.Errorf("width %v: %s is parted", width, together)
			}
		}
	}
}

func TestMoves(t *testing.T) {
	f := standard(t)
	f.SetText("国产 GPU 12,345.67 元。\n\n第三段 end")
	f.Select(0, 0)
	var stops []int
	for range 10 {
		f.ctrl(fyne.KeyRight)
		stops = append(stops, f.Caret())
	}
	want := []int{3, 7, 17, 18, 19, 20, 21, 25, 28, 28}
	for i := range want {
		if stops[i] != want[i] {
			t.Fatalf("Ctrl+Right stops at %v, want %v", stops, want)
		}
	}
	f.ctrl(fyne.KeyLeft)
	if f.Caret() != 25 {
		t.Errorf("Ctrl+Left from the end stops at %d", f.Caret())
	}
	f.ctrl(fyne.KeyHome)
	f.shifted(fyne.KeyEnd)
	if f.SelectedText() != "国产 GPU 12,345.67 元。" {
		t.Errorf("Shift+End selects %q", f.SelectedText())
	}
	f.press(fyne.KeyLeft)
	if from, to := f.Selection(); from != 0 || to != 0 {
		t.Errorf("Left leaves %d..%d selected", from, to)
	}
}

// TestColumn: up and down keep the column over shorter lines.
func TestColumn(t *testing.T) {
	f := standard(t)
	f.SetText("一二三四五六\n一\n一二三四五六")
	f.Select(5, 5)
	f.press(fyne.KeyDown)
	if f.Caret() != 8 {
		t.Errorf("down into the short line stands at %d", f.Caret())
	}
	f.press(fyne.KeyDown)
	if f.Caret() != 14 {
		t.Errorf("column lost: %d", f.Caret())
	}
	f.press(fyne.KeyUp, fyne.KeyUp)
	if f.Caret() != 5 {
		t.Errorf("back at %d", f.Caret())
	}
	f.press(fyne.KeyUp)
	if f.Caret() != 0 {
		t.Errorf("above the first line: %d", f.Caret())
	}
}

// TestSeam: End stays on its line although the next one begins at the same place.
func TestSeam(t *testing.T) {
	f := standard(t)
	f.SetText(strings.Repeat("字", 100))
	f.Select(3, 3)
	f.press(fyne.KeyEnd)
	perLine := f.buf.pars[0].lines[1]
	at, _ := f.caretBox()
	if f.Caret() != perLine || at.Y > f.view.sizes.row {
		t.Errorf("End: caret %d at %v", f.Caret(), at)
	}
	f.press(fyne.KeyHome)
	if f.Caret() != 0 {
		t.Errorf("Home from the seam: %d", f.Caret())
	}
}

func TestClipboard(t *testing.T) {
	f := standard(t)
	f.SetText("一二三四")
	f.Select(1, 3)
	c := fyne.CurrentApp().Clipboard()
	f.TypedShortcut(&fyne.ShortcutCut{Clipboard: c})
	if f.Text() != "一四" || c.Content() != "二三" {
		t.Errorf("cut leaves %q, gives %q", f.Text(), c.Content())
	}
	c.SetContent("a\r\nb\rc\u2028d\u2029e\tf\x00\x1bg\xff\ufeff")
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
	if want := "一a\nb\nc\nd\ne fg四"; f.Text() != want {
		t.Errorf("pasted %q, want %q", f.Text(), want)
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
	if c.Content() != f.Text() {
		t.Errorf("copied %q", c.Content())
	}
}

func TestHugePaste(t *testing.T) {
	f := standard(t)
	huge := strings.Repeat(strings.Repeat(sample, 4)+"\n", 1<<20/(4*len(sample)))
	f.Insert(huge)
	if f.Text() != huge {
		t.Fatal("text differs")
	}
	f.Insert("完")
	for range 2 {
		if !f.Undo() {
			t.Error("nothing to take back")
		}
	}
	if f.Text() != "" {
		t.Error("undo does not empty it")
	}
}

// TestSetTextKeepsCaret: the caret stays at its words.
func TestSetTextKeepsCaret(t *testing.T) {
	f := standard(t)
	for _, c := range []struct {
		old, new    string
		caret, want int
	}{
		{"一二三四", "一二三四五", 2, 2},
		{"一二三四", "〇一二三四", 2, 3},
		{"一二三四", "一二", 4, 2},
		{"一二三四", "", 3, 0},
		{"一二三四", "一〇〇〇四", 4, 5},
		{"一\n二", "一\n〇\n二", 3, 5},
	} {
		f.SetText(c.old)
		f.Select(c.caret, c.caret)
		f.SetText(c.new)
		if f.Caret() != c.want || f.Text() != c.new {
			t.Errorf("%q to %q: caret %d goes to %d, want %d", c.old, c.new, c.caret, f.Caret(), c.want)
		}
	}
}

// TestNoWidth: without a width nothing is laid out, and nothing is lost.
func TestNoWidth(t *testing.T) {
	test.NewTempApp(t)
	e := New(Words{})
	e.SetText(strings.Repeat(sample, 200))
	e.MinSize()
	e.Resize(fyne.NewSize(20, 20))
	if n := e.buf.rows(); n != 1 {
		t.Errorf("%d rows without a width", n)
	}
	e.Resize(fyne.NewSize(600, 200))
	if n := e.buf.rows(); n < 100 {
		t.Errorf("%d rows with a width", n)
	}
}

// TestThemeChange lays out again.
func TestThemeChange(t *testing.T) {
	f := standard(t)
	f.SetText(strings.Repeat("字", 200))
	rows, low := f.buf.rows(), f.MinSize().Height
	th, err := look.New(look.Light, 200)
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(th)
	f.Refresh()
	if f.buf.rows() <= rows || f.MinSize().Height <= low {
		t.Errorf("rows %d after %d, height %v after %v", f.buf.rows(), rows, f.MinSize().Height, low)
	}
	if got, want := f.view.sizes.text, th.Size(theme.SizeNameText); got != want {
		t.Errorf("text size %v, want %v", got, want)
	}
}

func TestMinSize(t *testing.T) {
	f := standard(t)
	f.SetRows(2, 4)
	height := func() float32 { return (f.MinSize().Height - 2*f.view.sizes.inset) / f.view.sizes.row }
	for _, c := range []struct {
		text string
		want float32
	}{{"", 2}, {"一\n二\n三", 3}, {strings.Repeat("一\n", 9), 4}} {
		f.SetText(c.text)
		if got := height(); got != c.want {
			t.Errorf("%q: %v rows, want %v", c.text, got, c.want)
		}
	}
}

// TestCaretInView: typing at the end scrolls, the top shows again with Ctrl+Home,
// the wheel passes on at the ends.
func TestCaretInView(t *testing.T) {
	f := standard(t)
	passed := 0
	f.PassScroll = func(*fyne.ScrollEvent) { passed++ }
	inView := func() bool {
		at, size := f.caretBox()
		return at.Y >= 0 && at.Y+size.Height <= f.Size().Height
	}
	for range 30 {
		f.typeText("一段")
		f.press(fyne.KeyReturn)
		if !inView() {
			at, _ := f.caretBox()
			t.Fatalf("caret at %v", at)
		}
	}
	f.ctrl(fyne.KeyHome)
	if !inView() || f.top != 0 {
		t.Errorf("Ctrl+Home: top %v", f.top)
	}
	f.press(fyne.KeyPageDown)
	if f.Caret() == 0 || !inView() {
		t.Errorf("PageDown: caret %d", f.Caret())
	}
	f.Select(0, 0)
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)})
	if f.top != 30 || passed != 0 {
		t.Errorf("wheel: top %v, passed %d", f.top, passed)
	}
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 40)})
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 40)})
	if f.top != 0 || passed != 1 {
		t.Errorf("wheel back: top %v, passed %d", f.top, passed)
	}
}

// TestSelectShows: a finding far below is brought into view without the focus; a
// text that is set is shown from its beginning.
func TestSelectShows(t *testing.T) {
	f := standard(t)
	f.window.Canvas().Unfocus()
	f.SetText(benchText(3000, 200))
	if f.top != 0 {
		t.Errorf("a new text is scrolled to %v", f.top)
	}
	f.Select(2500, 2510)
	if at, _ := f.caretBox(); f.top == 0 || at.Y > f.Size().Height {
		t.Errorf("selection is at %v, scrolled to %v", at, f.top)
	}
}

// TestBlink: the caret is lit while it moves and goes dark only later.
func TestBlink(t *testing.T) {
	f := standard(t)
	if f.view.blink == nil {
		t.Fatal("no blinking with the focus")
	}
	f.typeText("一")
	f.view.blink.Tick(0.7)
	if !f.view.page.caret.Visible() {
		t.Error("dark right after a key")
	}
	f.clock.pass(time.Second)
	f.view.blink.Tick(0.7)
	if f.view.page.caret.Visible() {
		t.Error("lit in the dark half")
	}
	f.press(fyne.KeyLeft)
	if !f.view.page.caret.Visible() {
		t.Error("dark although moved")
	}
	f.window.Canvas().Unfocus()
	if f.view.blink != nil {
		t.Error("blinks without the focus")
	}
}

func TestReadOnly(t *testing.T) {
	for _, fix := range []func(*field){func(f *field) { f.SetReadOnly(true) }, func(f *field) { f.Disable() }} {
		f := standard(t)
		f.SetText("一二三")
		fix(f)
		f.typeText("x")
		f.press(fyne.KeyBackspace, fyne.KeyReturn)
		c := fyne.CurrentApp().Clipboard()
		c.SetContent("y")
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
		f.TypedShortcut(&fyne.ShortcutCut{Clipboard: c})
		f.ReplaceAll("一", "二", true)
		if f.Text() != "一二三" || c.Content() != "y" {
			t.Errorf("text %q, clipboard %q", f.Text(), c.Content())
		}
		f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
		if c.Content() != "一二三" {
			t.Errorf("copied %q", c.Content())
		}
	}
}

func TestPlaceHolder(t *testing.T) {
	f := standard(t)
	f.SetPlaceHolder("请写明用途")
	if got := f.shown(); len(got) != 1 || got[0] != "请写明用途" {
		t.Errorf("shown %q", got)
	}
	f.typeText("用")
	if got := f.shown(); len(got) != 1 || got[0] != "用" {
		t.Errorf("shown %q", got)
	}
}

func TestFocus(t *testing.T) {
	f := standard(t)
	var heard []bool
	f.OnFocus = func(on bool) { heard = append(heard, on) }
	if !f.view.page.caret.Visible() {
		t.Error("no caret with the focus")
	}
	f.window.Canvas().Unfocus()
	if f.view.page.caret.Visible() || len(heard) != 1 || heard[0] {
		t.Errorf("caret shows without the focus, or heard %v", heard)
	}
	if f.AcceptsTab() {
		t.Error("takes Tab")
	}
}
