package guide

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// langs are the languages of the product; i18n stands on the same floor.
var langs = []string{"zh-Hans", "zh-Hant", "en"}

// TestAlike holds the guide's languages to each other: the same chapters with the
// same kinds of blocks and the same pictures, all of them there.
func TestAlike(t *testing.T) {
	var model []string
	for _, lang := range langs {
		chapters, err := Read(lang)
		if err != nil {
			t.Fatal(err)
		}
		var shape []string
		for _, c := range chapters {
			if c.Title == "" || len(c.Blocks) == 0 {
				t.Errorf("%s: chapter %s is empty", lang, c.ID)
			}
			shape = append(shape, "# "+c.ID)
			for _, b := range c.Blocks {
				if strings.TrimSpace(b.Text) == "" {
					t.Errorf("%s: chapter %s: a block without text", lang, c.ID)
				}
				shape = append(shape, strings.Repeat("-", int(b.Kind)+1)+b.Name)
				if b.Kind == Figure {
					holdsPicture(t, b.Name, lang)
				}
			}
		}
		if model == nil {
			model = shape
		}
		if diff := cmp.Diff(model, shape); diff != "" {
			t.Errorf("%s differs from %s:\n%s", lang, langs[0], diff)
		}
	}
}

func holdsPicture(t *testing.T, name, lang string) {
	t.Helper()
	data, err := Picture(name, lang)
	if err != nil {
		t.Error(err)
		return
	}
	if _, err := png.DecodeConfig(bytes.NewReader(data)); err != nil {
		t.Errorf("%s.%s: %v", name, lang, err)
	}
}

func TestParse(t *testing.T) {
	got, err := parse([]byte("# One {#one}\n\nA first\nline.\n\n## Part\n\n- a\n- b\n\n3. c\n4. d\n\n![caption](pic)\n\n# Two {#two}\n\nx “{name}”\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Chapter{
		{ID: "one", Title: "One", Blocks: []Block{
			{Kind: Paragraph, Text: "A first line."}, {Kind: Heading, Text: "Part"},
			{Kind: Item, Text: "a"}, {Kind: Item, Text: "b"},
			{Kind: Item, Text: "c", Number: 3}, {Kind: Item, Text: "d", Number: 4},
			{Kind: Figure, Text: "caption", Name: "pic"}}},
		{ID: "two", Title: "Two", Blocks: []Block{{Kind: Paragraph, Text: "x “{name}”"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestRefused: what would not be shown is said when the guide is read.
func TestRefused(t *testing.T) {
	for name, source := range map[string]string{
		"before the first chapter": "words\n\n# One {#one}\n",
		"no id":                    "# One\n\nwords\n",
		"bold":                     "# One {#one}\n\nsome **bold** words\n",
		"code":                     "# One {#one}\n\n    code\n",
		"item of two paragraphs":   "# One {#one}\n\n- a\n\n  b\n",
		"link":                     "# One {#one}\n\n[a](b)\n",
	} {
		if got, err := parse([]byte(source)); err == nil {
			t.Errorf("%s: read as %v", name, got)
		}
	}
	if _, err := Read("xx"); err == nil {
		t.Error("a guide in no language")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("# One {#one}\n\nwords\n\n- a\n\n![c](p)\n")
	f.Fuzz(func(t *testing.T, source string) {
		chapters, err := parse([]byte(source))
		if err != nil {
			return
		}
		for _, c := range chapters {
			if c.ID == "" {
				t.Errorf("%q: a chapter without an id", source)
			}
		}
	})
}
