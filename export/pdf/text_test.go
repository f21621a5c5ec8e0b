package pdf

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/export/document"
	"h200filing/i18n"
)

// hidden names the fields that are not printed.
var hidden = map[string]bool{"Question": true, "ID": true, "Lang": true}

// texts collects every printed text of a block.
func texts(v reflect.Value) []string {
	var out []string
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); s != "" {
			out = append(out, s)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return nil
		}
		for i := range v.Len() {
			out = append(out, texts(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !hidden[v.Type().Field(i).Name] {
				out = append(out, texts(v.Field(i))...)
			}
		}
	case reflect.Interface:
		return texts(v.Elem())
	}
	return out
}

// prose makes n characters of Chinese text with marks and Western words in it.
func prose(n int) string { return proseOf(n, 0x4000) }

// proseOf uses no more than the given number of Han characters.
func proseOf(n, distinct int) string {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"，", "。", "；", "（含税）", "“国产”", "——", "……", " NVIDIA H200 ", "141 GB", "25%", "￥864,000.00元", "①②", "℃", "𠮷", "𫟹", "《办法》"}
	var b strings.Builder
	for size := 0; size < n; {
		if rng.IntN(9) == 0 {
			s := pieces[rng.IntN(len(pieces))]
			b.WriteString(s)
			size += len([]rune(s))
			continue
		}
		b.WriteRune(rune(0x4E00 + rng.IntN(distinct)*(0x4000/distinct)))
		size++
	}
	return b.String()
}

func oneBlock(blocks ...document.Block) document.Document {
	return document.Document{Lang: i18n.Hans, PageOf: "{n}/{total}", Parts: []document.Part{{ID: "a", Lang: i18n.Hans, Blocks: blocks}}}
}

func TestEveryTextIsOnThePages(t *testing.T) {
	doc := sample(t)
	p, _ := mustLayOut(t, doc)
	all := shown(p, true)
	for _, part := range doc.Parts {
		for _, text := range texts(reflect.ValueOf(part.Blocks)) {
			// A text cut by the end of a page goes on behind other cells, and
			// an attachment is as good as its pages.
			if len(text) > 4000 || strings.HasPrefix(text, "该附件") {
				continue
			}
			if !strings.Contains(all, solid(text)) {
				t.Errorf("%s: lost %q", part.ID, text)
			}
		}
	}
}

func TestExtractedTextIsThePages(t *testing.T) {
	doc := sample(t)
	doc.Parts = doc.Parts[:5] // attachments bring text of their own
	doc.Parts = append(doc.Parts, document.Part{ID: "long", Title: "长文", Lang: i18n.Hans, Blocks: []document.Block{document.Paragraph{Text: prose(20000)}}})
	p, _ := mustLayOut(t, doc)
	path := save(t, mustRender(t, doc))
	for name, got := range map[string]string{
		"pdftotext": tool(t, "pdftotext", path, "-"),
		"mutool":    tool(t, "mutool", "draw", "-q", "-F", "txt", path),
	} {
		got := strings.ReplaceAll(got, "warning: ICC support is not available", "")
		if d := cmp.Diff(count(shown(p, false)), count(solid(got))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// All characters of 通用规范汉字表, 196 of them beyond U+FFFF, in every face.
func TestAllCharactersOfTheTable(t *testing.T) {
	data, err := os.ReadFile("../../assets/fonts/testdata/tgh.txt")
	if err != nil {
		t.Fatal(err)
	}
	table := solid(string(data))
	if n := len([]rune(table)); n != 8105 {
		t.Fatalf("%d characters", n)
	}
	file := mustRender(t, oneBlock(
		document.Paragraph{Text: table}, document.Heading{Level: 1, Text: table}, document.Heading{Level: 2, Text: table},
		document.Title{Text: table}, document.Verbatim{Text: table}))
	for name, got := range map[string]string{"poppler": tool(t, "pdftotext", save(t, file), "-"), "pdfium": pdfiumText(t, file)} {
		n := count(got)
		for _, r := range table {
			if n[r] != 5 {
				t.Errorf("%s: %c U+%04X is there %d times of 5", name, r, r, n[r])
			}
		}
	}
}

func TestParagraphsReadOn(t *testing.T) {
	text := prose(600)
	got := tool(t, "pdftotext", save(t, mustRender(t, oneBlock(document.Paragraph{Text: text}))), "-")
	if !strings.Contains(solid(got), solid(text)[:900]) {
		t.Errorf("text is not in reading order:\n%s", got)
	}
}

// Any text at all is shown: as itself, as a box with its code point at the foot of
// the page, or not at all if it has no shape.
func TestAnyTextIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text") + rapid.SampledFrom([]string{"", "\xff", "\xe4\xb8", "𠮷\u0301"}).Draw(t, "end")
		doc := oneBlock(document.Paragraph{Text: text}, document.Verbatim{Text: text},
			document.Table{Columns: []document.Column{{Head: text}, {}}, Rows: []document.Row{{Cells: []document.Cell{{Text: text}}}}})
		faces, err := loadFaces()
		if err != nil {
			t.Fatal(err)
		}
		g := newGlyphs(faces)
		p, err := layOut(new(crew), faces, &doc)
		if err != nil {
			t.Fatal(err)
		}
		want := solid(clean(text))
		if got := shown(p, true); strings.Count(got, want) < 4 && want != "" {
			t.Fatalf("%q four times expected in %q", want, got)
		}
		for _, r := range want {
			if feet := shown(plan{pages: []page{{ops: p.pages[len(p.pages)-1].foot}}}, true); !g.find(fang, r).ok && !strings.Contains(feet, fmt.Sprintf("U+%04X", r)) && !strings.Contains(feet, "…") {
				t.Fatalf("%U is not told at the foot: %q", r, feet)
			}
		}
		if _, err := Render(doc); err != nil {
			t.Fatal(err)
		}
	})
}

// A character that no face has is a box on the page, its code point stands below,
// and readers find the character itself; ☐ and ☑ are no such characters.
func TestMissingCharacters(t *testing.T) {
	path := save(t, mustRender(t, oneBlock(document.Paragraph{Text: "甲😀乙👍丙☐☑丁"})))
	got := solid(tool(t, "pdftotext", path, "-"))
	for _, want := range []string{"甲😀乙👍丙☐☑丁", "□U+1F600□U+1F44D"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "U+2610") {
		t.Error("☐ is told by its code point")
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\tb\r\nc\rd":        "a b\nc\nd",
		"a\x00b\u200bc\ufeff": "abc",
		"\xe4\xb8":            "\uFFFD",
		"字\U000E0100":         "字",
		"a\u2028b":            "a\nb",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}
