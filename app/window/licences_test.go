package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"h200filing/i18n"
)

// TestAbout: the page says what the program is made of.
func TestAbout(t *testing.T) {
	r := newRig(t)
	r.onAbout()
	said := strings.Join(texts(r.win.Canvas().Overlays().Top()), "\n")
	for _, want := range []string{r.setting.Form.Version, r.setting.Catalogue.Version, "2026-11-23", fyneVersion(), "Go 1."} {
		if want == "" || !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, said)
		}
	}
}

// TestLicenceSheet: all works are listed and one is read; words narrow the list, and
// words that nothing has leave nothing.
func TestLicenceSheet(t *testing.T) {
	r := newRig(t)
	s, err := newLicenceSheet(r.Window)
	if err != nil {
		t.Fatal(err)
	}
	names := func() (out []string) {
		for _, i := range s.shown {
			out = append(out, s.all[i].Name)
		}
		return out
	}
	s.find("")
	if len(s.shown) != len(s.all) || s.at != 0 || !strings.Contains(strings.Join(s.text.lines, "\n"), "OFL") {
		t.Errorf("%d of %d are shown, %d is read", len(s.shown), len(s.all), s.at)
	}
	s.find(" Freetype ")
	if got := names(); len(got) != 1 || got[0] != "PDFium" || !strings.Contains(strings.Join(s.text.lines, "\n"), "FreeType") {
		t.Errorf("found %q", got)
	}
	s.find("apache-2.0")
	if got := names(); !slices.Contains(got, "github.com/tetratelabs/wazero") || slices.Contains(got, "Go") {
		t.Errorf("found %q", got)
	}
	s.find("没有这样的文字")
	if len(s.shown) != 0 || strings.Join(s.text.lines, "\n") != "" {
		t.Errorf("found %q, reads %q", names(), strings.Join(s.text.lines, "\n"))
	}
}

// TestLicenceSizes: list and text have room in every window and at every text size.
func TestLicenceSizes(t *testing.T) {
	for _, height := range []float32{600, 768, 1080} {
		for _, percent := range []int{100, 200} {
			for _, lang := range i18n.Langs() {
				t.Run(fmt.Sprintf("%v %d %s", height, percent, lang), func(t *testing.T) {
					r := newRig(t)
					r.setLang(lang)
					r.setTextPercent(percent)
					size := fyne.NewSize(height*4/3, height)
					r.win.Resize(size)
					test.Tap(r.menuButton("window.about.licences"))
					top := r.win.Canvas().Overlays().Top()
					if least := top.MinSize(); least.Width > size.Width || least.Height > size.Height {
						t.Errorf("it wants %v of %v", least, size)
					}
				})
			}
		}
	}
}

// menuButton opens the page about the program and finds a button on it.
func (r *rig) menuButton(key string) fyne.Tappable {
	r.t.Helper()
	r.onAbout()
	return r.button(r.words.Text(key))
}

// TestLicencesByKeys: Tab leads from the search to the list and on to the button that
// closes; Escape closes from the search.
func TestLicencesByKeys(t *testing.T) {
	r := newRig(t)
	r.onLicences()
	if _, ok := r.win.Canvas().Focused().(*dialogField); !ok {
		t.Fatalf("the focus is on %T", r.win.Canvas().Focused())
	}
	r.win.Canvas().FocusNext()
	if _, ok := r.win.Canvas().Focused().(*widget.List); !ok {
		t.Errorf("Tab leads to %T", r.win.Canvas().Focused())
	}
	r.win.Canvas().FocusPrevious()
	r.pressed(fyne.KeyEscape)
	if r.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the licences")
	}
}
