package prose

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

func TestMatches(t *testing.T) {
	f := standard(t)
	f.SetText("H200和ｈ２００，h20\nNVIDIA H200")
	for _, c := range []struct {
		query string
		exact bool
		want  []Range
	}{
		{"h200", false, []Range{{0, 4}, {5, 9}, {21, 25}}},
		{"H200", true, []Range{{0, 4}, {21, 25}}},
		{"", false, nil},
		{"\n", false, nil},
	} {
		if diff := cmp.Diff(c.want, f.Matches(c.query, c.exact)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.query, diff)
		}
	}
	f.SetText("啊啊啊")
	if got := f.Matches("啊啊", true); len(got) != 1 {
		t.Errorf("overlapping matches %v", got)
	}
}

func TestFindAndReplace(t *testing.T) {
	f := standard(t)
	f.SetText("甲乙甲丙甲")
	f.Select(1, 1)
	var stops []int
	for range 4 {
		f.Find("甲", true, false)
		stops = append(stops, f.Caret())
	}
	f.Find("甲", true, true)
	if diff := cmp.Diff([]int{3, 5, 1, 3, 1}, append(stops, f.Caret())); diff != "" {
		t.Errorf("stops (-want +got):\n%s", diff)
	}
	if f.Find("丁", true, false) {
		t.Error("finds what is not there")
	}
	f.Replace("甲", "〇〇", true)
	if f.Text() != "〇〇乙甲丙甲" || f.SelectedText() != "甲" || f.Caret() != 4 {
		t.Errorf("replaced to %q, caret %d", f.Text(), f.Caret())
	}
	if n := f.ReplaceAll("甲", "一\n二", true); n != 2 || f.Text() != "〇〇乙一\n二丙一\n二" {
		t.Errorf("%d replaced to %q", n, f.Text())
	}
	f.Undo()
	if f.Text() != "〇〇乙甲丙甲" {
		t.Errorf("one undo gives %q", f.Text())
	}
	f.Redo()
	if f.Text() != "〇〇乙一\n二丙一\n二" {
		t.Errorf("redo gives %q", f.Text())
	}
}

func TestFindBar(t *testing.T) {
	f := standard(t)
	found := -1
	b := NewFindBar(f.Editor, FindWords{Found: func(n int) string { found = n; return "" }})
	f.SetText("甲乙甲")
	if b.Visible() {
		t.Error("the bar shows from the start")
	}
	f.Select(0, 1)
	f.ctrl(fyne.KeyF)
	if !b.Visible() || b.query.Text != "甲" || found != 2 {
		t.Errorf("visible %v, asks for %q, %d found", b.Visible(), b.query.Text, found)
	}
	b.next()
	if f.Caret() != 3 {
		t.Errorf("next stands at %d", f.Caret())
	}
	b.with.SetText("丁")
	b.replaceAll()
	if f.Text() != "丁乙丁" || found != 0 {
		t.Errorf("text %q, %d found", f.Text(), found)
	}
	b.previous()
	b.replace()
	if f.Text() != "丁乙丁" {
		t.Errorf("a question without an answer changes the text to %q", f.Text())
	}
	b.query.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.Visible() {
		t.Error("the bar is not closed")
	}
}
