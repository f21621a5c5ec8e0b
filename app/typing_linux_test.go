package main

import (
	"testing"

	"h200filing/app/internal/stage"
)

// TestTyping types a paragraph into the program under fcitx5 with pinyin, corrected
// in every way there is: into a single line, into a long text and into a field of a
// row. The file has it to the character.
func TestTyping(t *testing.T) {
	p := newProgram(t)
	p.StartPinyin()
	file := p.practised("typing.h200")
	// What is missing is what F8 leads to, past what may be looked at.
	fields := []struct {
		path string
		way  []string // the pages that F8 shows
	}{
		{"applicant.industry", []string{"申请单位"}},                   // one line
		{"applicant.intro", []string{"申请单位"}},                      // a long text
		{"experts[0].specialty", []string{"申请单位", "拟购产品", "专家论证"}}, // a row; the long text might be longer
	}
	for _, f := range fields {
		p.Run(p.bin, "set", file, f.path+"=")
	}
	w := p.open("typing", file)
	w.Press("ctrl+r")
	w.at("复核")
	strokes := stage.Paragraph
	for _, f := range fields {
		for _, page := range f.way {
			w.Press("F8")
			w.at(page)
		}
		w.Pinyin()
		w.Type(strokes, func(text string) bool { return w.stored(file, f.path) == text })
		w.Latin()
		strokes = stage.Learned()
	}
	w.Keep("typed")
	w.quit()
	for _, f := range fields {
		want := stage.Paragraph[len(stage.Paragraph)-1].Text
		if got := p.stored(file, f.path); got != want {
			t.Errorf("%s is %q, typed was %q", f.path, got, want)
		}
	}
	if c := p.check(file); len(c.Blockers) > 0 {
		t.Errorf("the file lacks %v", c.Blockers)
	}
}
