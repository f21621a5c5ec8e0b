package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/app/internal/stage"
)

// A code of the practice company with its last digit mistyped, and the right one.
const (
	wrongCode = "91520111MA0LXCY059"
	rightCode = "91520111MA0LXCY058"
)

// TestKeyboard is a new user's first hour, by keyboard alone: the practice
// application is made, broken, repaired from the review, exported and looked at
// page by page. What was done is held to the file and to what was exported; pictures
// of every page are kept.
func TestKeyboard(t *testing.T) {
	p := newProgram(t)
	w := p.open("^H200 采购申请$")
	v := w.Watch(w.id)
	v.Shot("light-100-start")
	w.Press("Tab", "Tab", "Tab", "Tab", "space") // new, open, copy, practice
	w.at("【练习】")
	file := p.made("config/fyne", appID, "practice", "*.h200")
	if c := p.check(file); !c.Ready || len(c.Blockers) > 0 {
		t.Fatalf("the practice application is not ready: %+v", c)
	}

	w.breakCode(file)
	w.repair(v, file)
	w.export(v)
	w.preview(v)
	w.quit()
	if got := p.stored(file, "applicant.uscc"); got != rightCode {
		t.Errorf("the code is %s in the end", got)
	}
	p.look(file)
}

// made waits for the one file of a pattern below the home.
func (p *program) made(parts ...string) string {
	p.t.Helper()
	var found []string
	pattern := filepath.Join(append([]string{p.Dir}, parts...)...)
	p.Until("a file "+pattern, func() bool {
		var err error
		if found, err = filepath.Glob(pattern); err != nil {
			p.t.Fatal(err)
		}
		return len(found) == 1
	})
	return found[0]
}

// breakCode mistypes the company's code.
func (w *shown) breakCode(file string) {
	w.t.Helper()
	for !strings.Contains(w.Title(w.id), "申请单位") {
		w.turn("ctrl+Prior")
	}
	w.Press("Tab") // from the name to the code
	w.enter(file, "applicant.uscc", wrongCode)
	if c := w.check(file); c.Ready || len(c.Blockers) != 1 || c.Blockers[0].Field != "applicant.uscc" {
		w.t.Fatalf("a wrong code gives %+v", c)
	}
}

// repair goes from the review to what is wrong and mends it.
func (w *shown) repair(v *stage.View, file string) {
	w.t.Helper()
	w.Press("ctrl+r")
	w.at("复核")
	v.Shot("light-100-review-broken")
	w.Press("F8")
	w.at("申请单位")
	v.Shot("light-100-applicant-broken")
	w.enter(file, "applicant.uscc", rightCode)
	if c := w.check(file); !c.Ready {
		w.t.Fatalf("mended, but %+v", c)
	}
	w.Press("ctrl+r")
	w.at("复核")
	v.Shot("light-100-review-ready")
}

// finals are the outputs of the final filing, and how often Tab has to be pressed
// from where the review begins: past its views and the three drafts.
var finals = []struct {
	extension string
	tabs      int
}{{".pdf", 5}, {".xlsx", 6}, {".zip", 7}}

// export makes the final filing and holds what is in it against each other.
func (w *shown) export(v *stage.View) {
	w.t.Helper()
	for _, f := range finals {
		w.Press("ctrl+r")
		for range f.tabs {
			w.Press("Tab")
		}
		v.Look("the button of " + f.extension)
		w.Press("space")
		v.Shot("light-100-export-where" + f.extension)
		w.Press("ctrl+a")
		w.Run("xdotool", "type", "--delay", "30", "final")
		w.Press("Return")
		out := w.made("final" + f.extension)
		v.Shot("light-100-exported" + f.extension)
		if info, err := os.Stat(out); err != nil || info.Size() < 10_000 {
			w.t.Errorf("%s: %v, %v", out, info, err)
		}
		w.Press("Tab", "space") // close
		v.Look("the review")
	}
	w.Run(w.bin, "verify", filepath.Join(w.Dir, "final.pdf"), filepath.Join(w.Dir, "final.xlsx"))
	w.Run(w.bin, "verify", filepath.Join(w.Dir, "final.zip"))
}

// sheet is how many white pixels tell that a page of paper is shown.
const sheet = 100_000

// preview looks at the pages that will be printed, and at the menu.
func (w *shown) preview(v *stage.View) {
	w.t.Helper()
	w.Press("ctrl+p")
	w.at("预览")
	w.Until("a page of paper", func() bool { return v.Count(color.RGBA{0xff, 0xff, 0xff, 0xff}) > sheet })
	v.Shot("light-100-preview")
	w.Press("Alt_L")
	v.Shot("light-100-menu")
	w.Press("Escape")
	v.Look("the menu gone")
}

// looks are how the window may look.
var looks = []struct {
	ground  string
	percent int
}{{"light", 100}, {"dark", 100}, {"light", 200}, {"dark", 200}}

// look keeps pictures of every page in every look, from the review back to the
// first.
func (p *program) look(file string) {
	p.t.Helper()
	for _, l := range looks {
		p.prefer(map[string]any{"ground": l.ground, "text_percent": l.percent})
		w := p.open("【练习】", file)
		v := w.Watch(w.id)
		w.Press("ctrl+r") // wherever it was left
		w.at("复核")
		for i := 0; ; i++ {
			v.Shot(fmt.Sprintf("%s-%d-page-%02d", l.ground, l.percent, i))
			if strings.Contains(w.Title(w.id), "资格自查") {
				break
			}
			w.turn("ctrl+Prior")
		}
		w.quit()
	}
}

// prefer sets what the window remembers from one day to the next.
func (p *program) prefer(wishes map[string]any) {
	p.t.Helper()
	path := filepath.Join(p.Folder("config/fyne/"+appID), "preferences.json")
	all := map[string]any{}
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		p.t.Fatal(err)
	}
	for key, value := range wishes {
		all[key] = value
	}
	if data, err = json.Marshal(all); err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}
