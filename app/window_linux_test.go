package main

import (
	"path/filepath"
	"testing"
)

// TestWindow types the applicant's name and code into a real window, closes it,
// and reads them back from the file.
func TestWindow(t *testing.T) {
	p := newProgram(t)
	const name = "Qianshan Zhiyan (Example) Technology Co., Ltd."
	file := filepath.Join(p.Dir, "window.h200")
	p.Run(p.bin, "new", file)
	w := p.open("^资格自查 – window$", file)
	w.turn("ctrl+Next")
	w.at("申请单位")
	w.enter(file, "applicant.name", name) // the page opens with the focus on its first question
	w.Press("Tab")
	w.enter(file, "applicant.uscc", rightCode)
	w.Keep("applicant")
	w.quit()
	for path, want := range map[string]string{"applicant.name": name, "applicant.uscc": rightCode} {
		if got := p.stored(file, path); got != want {
			t.Errorf("%s is %q, typed was %q", path, got, want)
		}
	}
}
