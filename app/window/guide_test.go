package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"h200filing/assets/guide"
	"h200filing/i18n"
)

// read opens the guide and gives what it shows.
func (r *rig) read() []string {
	r.t.Helper()
	r.onGuide()
	if r.guide == nil {
		r.t.Fatal("the guide did not open")
	}
	return texts(r.guide.own.Content())
}

// TestGuideAtHand: the guide opens on what the window shows.
func TestGuideAtHand(t *testing.T) {
	r := newRig(t)
	for _, c := range []struct {
		chapter string
		show    func()
	}{
		{"start", func() {}},
		{"fill", func() { r.enter(t.TempDir()+"/a.h200", r.shelf.create) }},
		{"review", func() { r.desk.openReview() }},
	} {
		c.show()
		r.read()
		for id, line := range r.guide.items {
			if line.current != (id == c.chapter) {
				t.Errorf("%s: the line of %s is marked: %v", c.chapter, id, line.current)
			}
		}
	}
}

// TestGuideNames: every name in braces is a word of the window, in every language.
func TestGuideNames(t *testing.T) {
	for _, lang := range i18n.Langs() {
		chapters, err := guide.Read(string(lang))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range chapters {
			for _, b := range c.Blocks {
				for _, key := range named.FindAllStringSubmatch(b.Text, -1) {
					if !i18n.For(lang).Has(key[1]) {
						t.Errorf("%s: chapter %s names %s, which is no word of the window", lang, c.ID, key[1])
					}
				}
			}
			name(&c, i18n.For(lang))
			for _, b := range c.Blocks {
				if strings.ContainsAny(b.Text, "{}") {
					t.Errorf("%s: chapter %s shows braces: %s", lang, c.ID, b.Text)
				}
			}
		}
	}
}

// TestGuideFind: a search leaves the chapters that speak of it; Enter turns to the
// first, and a search for what is nowhere says so.
func TestGuideFind(t *testing.T) {
	r := newRig(t)
	r.read()
	test.Type(r.guide.find, "f8")
	shown := texts(r.guide.list)
	if !slices.Contains(shown, r.guide.title("keys")) || slices.Contains(shown, r.guide.title("safety")) {
		t.Errorf("F8 is found in %v", shown)
	}
	r.guide.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !r.guide.items["review"].current {
		t.Error("Enter did not turn to the first chapter found")
	}
	test.Type(r.guide.find, "没有这样的词")
	if shown := texts(r.guide.list); !slices.Contains(shown, r.words.Text("window.guide.nothing")) {
		t.Errorf("nothing is found, and the list says %v", shown)
	}
}

// TestGuideEscape: Escape closes the guide wherever the focus is.
func TestGuideEscape(t *testing.T) {
	r := newRig(t)
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	for name, press := range map[string]func(){
		"the search": func() { r.guide.find.TypedKey(escape) },
		"a chapter":  func() { r.guide.items["keys"].TypedKey(escape) },
		"nothing":    func() { r.guide.own.Canvas().OnTypedKey()(escape) },
	} {
		r.read()
		if press(); r.guide != nil {
			t.Errorf("with the focus on %s Escape leaves the guide open", name)
		}
	}
}

// TestGuideLanguage: the guide speaks the language of the window.
func TestGuideLanguage(t *testing.T) {
	r := newRig(t)
	r.read()
	r.setLang(i18n.English)
	if r.guide != nil {
		t.Error("the guide stays open in another language than the window")
	}
	if !slices.Contains(r.read(), "Beginning") {
		t.Error("the guide is not in English")
	}
}

func (g *guideWindow) title(id string) string {
	i := slices.IndexFunc(g.chapters, func(c guide.Chapter) bool { return c.ID == id })
	return g.chapters[i].Title
}
