package prose

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// fixedMeasure knows no face: Han is 10 wide, the rest 5.
func fixedMeasure() *measure {
	return measureWith(10, func(s string) float32 {
		w := float32(0)
		for _, r := range s {
			switch {
			case attached(r):
			case solid(r):
				w += 10
			default:
				w += 5
			}
		}
		return w
	})
}

var letters = []rune("一二三国产，。；、）（“”——……·’-12345.67,%GB kW/ab NVIDIA H200 \u0301\u200d𠀀元")

// codes are long words with joints.
var codes = []rune("abcXYZ0123456789-_./:=&?，")

func drawText(t *rapid.T, name string, most int) string {
	if rapid.IntRange(0, 4).Draw(t, "kind") == 0 {
		return rapid.StringOfN(rapid.SampledFrom(codes), 0, most, -1).Draw(t, name)
	}
	return rapid.StringOfN(rapid.SampledFrom(letters), 0, most, -1).Draw(t, name)
}

// TestMend: mending the lines around a change gives what breaking all of them
// gives, advances included.
func TestMend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := fixedMeasure()
		width := float32(rapid.IntRange(20, 300).Draw(t, "width"))
		p := newParagraph([]rune(strings.Repeat(drawText(t, "text", 60), rapid.IntRange(1, 12).Draw(t, "times"))))
		p.layout(m, width)
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			from := rapid.IntRange(0, len(p.text)).Draw(t, "from")
			to := min(len(p.text), from+rapid.IntRange(0, 30).Draw(t, "length"))
			p.splice(m, from, to, []rune(drawText(t, "with", 30)))
			whole := newParagraph(slices.Clone(p.text))
			whole.layout(m, width)
			if !slices.Equal(whole.lines, p.lines) {
				t.Fatalf("lines of %q at %v: whole %v, mended %v", string(p.text), width, whole.lines, p.lines)
			}
			if !slices.Equal(whole.adv, p.adv) {
				t.Fatalf("advances of %q: whole %v, mended %v", string(p.text), whole.adv, p.adv)
			}
			if whole.count != p.count {
				t.Fatalf("count %d, want %d", p.count, whole.count)
			}
		}
	})
}

// TestLinesPartition: every character is on one line, and every caret has a place.
func TestLinesPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newParagraph([]rune(drawText(t, "text", 200)))
		p.layout(fixedMeasure(), float32(rapid.IntRange(5, 200).Draw(t, "width")))
		next := 0
		for i := range p.lines {
			from, to := p.line(i)
			if from != next || to <= from && len(p.text) > 0 {
				t.Fatalf("line %d is %d..%d after %d", i, from, to, next)
			}
			next = to
		}
		if next != len(p.text) {
			t.Fatalf("lines end at %d of %d", next, len(p.text))
		}
		for col := range len(p.text) + 1 {
			line := p.lineOf(col, false)
			if from, to := p.line(line); col < from || col > to {
				t.Fatalf("caret %d is put in line %d, %d..%d", col, line, from, to)
			}
		}
	})
}

// machine does to an editor what users do, and to a model what should come of it.
type machine struct {
	*field
	model []rune
	steps int // changes so far
}

func (m *machine) set(from, to int, with string) {
	m.model = slices.Replace(m.model, from, to, []rune(with)...)
	m.steps++
}

// act does one drawn action.
func (m *machine) act(t *rapid.T) {
	from, to := m.Selection()
	switch rapid.IntRange(0, 9).Draw(t, "action") {
	case 0, 1:
		s := drawText(t, "typed", 5)
		for _, r := range s {
			from, to := m.Selection()
			m.TypedRune(r)
			m.set(from, to, string(r))
		}
	case 2:
		m.press(fyne.KeyReturn)
		m.set(from, to, "\n")
	case 3:
		s := drawText(t, "pasted", 80) + "\n" + drawText(t, "more", 9)
		m.Insert(s)
		m.set(from, to, s)
	case 4:
		if from == to {
			from = m.left(from)
		}
		m.press(fyne.KeyBackspace)
		m.set(from, to, "")
	case 5:
		if from == to {
			to = m.right(to)
		}
		m.press(fyne.KeyDelete)
		m.set(from, to, "")
	case 6:
		m.Select(rapid.IntRange(-1, 200).Draw(t, "anchor"), rapid.IntRange(-1, 200).Draw(t, "caret"))
	case 7:
		keys := []fyne.KeyName{
			fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd,
			fyne.KeyPageUp, fyne.KeyPageDown,
		}
		key := rapid.SampledFrom(keys).Draw(t, "key")
		[]func(...fyne.KeyName){m.press, m.shifted, m.ctrl}[rapid.IntRange(0, 2).Draw(t, "how")](key)
	case 8:
		m.clock.pass(time.Duration(rapid.IntRange(0, 2000).Draw(t, "ms")) * time.Millisecond)
	case 9:
		m.Resize(fyne.NewSize(float32(rapid.IntRange(0, 500).Draw(t, "width")), 200))
	}
}

// TestEdits: whatever is done, the text is the model's; undone to the end it is the
// first text, done again to the end it is the last.
func TestEdits(t *testing.T) {
	f := standard(t)
	rapid.Check(t, func(t *rapid.T) {
		f.tracker.Reset()
		first := drawText(t, "first", 40)
		f.SetText(first + "\x00")
		f.SetText(first)
		f.history = &history{now: f.now}
		f.Select(0, 0)
		m := &machine{field: f, model: []rune(first)}
		for range rapid.IntRange(1, 25).Draw(t, "actions") {
			m.act(t)
			if f.Text() != string(m.model) {
				t.Fatalf("text %q, model %q", f.Text(), string(m.model))
			}
			if n := countOf(m.model); f.Count() != n {
				t.Fatalf("count %d, model %d", f.Count(), n)
			}
			if c := f.Caret(); c < 0 || c > len(m.model) {
				t.Fatalf("caret %d of %d", c, len(m.model))
			}
		}
		for f.Undo() {
		}
		if f.Text() != first {
			t.Fatalf("undone to %q, began with %q", f.Text(), first)
		}
		for f.Redo() {
		}
		if f.Text() != string(m.model) {
			t.Fatalf("redone to %q, ended with %q", f.Text(), string(m.model))
		}
	})
}

// TestMarksFollow: a mark covers the same characters after changes elsewhere.
func TestMarksFollow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune("前文甲乙丙丁后文")
		marks := []Mark{{From: 2, To: 6}}
		for range 5 {
			at := rapid.IntRange(0, len(text)).Draw(t, "at")
			removed := rapid.IntRange(0, min(3, len(text)-at)).Draw(t, "removed")
			if at+removed > marks[0].From && at < marks[0].To {
				continue // inside the mark
			}
			with := rapid.StringOfN(rapid.SampledFrom([]rune("〇〡")), 0, 3, -1).Draw(t, "with")
			text = slices.Replace(text, at, at+removed, []rune(with)...)
			marks = shift(marks, at, removed, len([]rune(with)))
			if got := string(text[marks[0].From:marks[0].To]); got != "甲乙丙丁" {
				t.Fatalf("mark covers %q of %q", got, string(text))
			}
		}
	})
}

// FuzzClean: cleaned text is valid, stays as it is when cleaned again, and keeps
// what may stay.
func FuzzClean(f *testing.F) {
	f.Add("一\r\n二\x00\u2028\xff\t三")
	f.Fuzz(func(t *testing.T, s string) {
		c := clean(s)
		if !isClean(c) || clean(c) != c {
			t.Errorf("%q is cleaned to %q", s, c)
		}
		if isClean(s) && c != s {
			t.Errorf("clean %q is changed to %q", s, c)
		}
	})
}
