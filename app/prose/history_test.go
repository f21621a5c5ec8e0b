package prose

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

// undone gives the texts that undo goes back through.
func (f *field) undone() []string {
	var texts []string
	for f.Undo() {
		texts = append(texts, f.Text())
	}
	return texts
}

// TestBursts: what one undo takes back.
func TestBursts(t *testing.T) {
	second := func(f *field) { f.clock.pass(time.Second) }
	for _, c := range []struct {
		name string
		do   func(f *field)
		want []string
	}{
		{"one burst", func(f *field) { f.typeText("采购目的") }, []string{""}},
		{"a pause", func(f *field) { f.typeText("采购"); second(f); f.typeText("目的") }, []string{"采购", ""}},
		{"a caret moved", func(f *field) { f.typeText("采购"); f.press(fyne.KeyLeft); f.typeText("目") }, []string{"采购", ""}},
		{"kinds", func(f *field) { f.typeText("采购"); f.press(fyne.KeyBackspace, fyne.KeyBackspace); f.typeText("目") }, []string{"", "采购", ""}},
		{"a line break", func(f *field) { f.typeText("采购"); f.press(fyne.KeyReturn); f.typeText("目") }, []string{"采购\n", "采购", ""}},
		{"a long passage", func(f *field) { f.typeText(strings.Repeat("长", 70)) }, []string{strings.Repeat("长", 60), strings.Repeat("长", 30), ""}},
		{"a paste", func(f *field) { f.typeText("采"); f.Insert("购目"); f.typeText("的") }, []string{"采购目", "采", ""}},
		{"over a selection", func(f *field) { f.typeText("采购"); f.Select(0, 2); f.typeText("目") }, []string{"采购", ""}},
		{"deletes", func(f *field) {
			f.typeText("采购目的")
			f.Select(1, 1)
			f.press(fyne.KeyDelete, fyne.KeyDelete)
		}, []string{"采购目的", ""}},
	} {
		f := standard(t)
		c.do(f)
		last := f.Text()
		if diff := cmp.Diff(c.want, f.undone()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		for f.Redo() {
		}
		if f.Text() != last {
			t.Errorf("%s: redone to %q, was %q", c.name, f.Text(), last)
		}
	}
}

// TestUndoSelection: undo brings back what was selected.
func TestUndoSelection(t *testing.T) {
	f := standard(t)
	f.SetText("一二三四")
	f.Select(1, 3)
	f.press(fyne.KeyBackspace)
	f.TypedShortcut(&fyne.ShortcutUndo{})
	if f.SelectedText() != "二三" {
		t.Errorf("selected %q", f.SelectedText())
	}
	f.TypedShortcut(&fyne.ShortcutRedo{})
	if f.Text() != "一四" || f.Caret() != 1 {
		t.Errorf("text %q, caret %d", f.Text(), f.Caret())
	}
}

// TestHistoryIsBounded: it forgets the oldest steps only.
func TestHistoryIsBounded(t *testing.T) {
	f := standard(t)
	for range longestHistory + 10 {
		f.Insert("字")
	}
	if n := len(f.history.done); n > longestHistory || n < longestHistory/2 {
		t.Errorf("%d steps remembered", n)
	}
}
