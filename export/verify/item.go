package verify

import (
	"strings"
	"unicode"

	"h200filing/export/document"
)

// item is a text of the document and what it belongs to.
type item struct {
	text     string // as the document has it
	solid    []rune // without white space
	question string // public path, or ""
	part     string // label and title of the part
	opens    bool   // begins a page
}

// itemsOf lists the texts of a document in reading order. A label belongs to the
// question whose value follows it.
func itemsOf(doc *document.Document) []item {
	var out []item
	for _, part := range doc.Parts {
		name := strings.TrimSpace(part.Label + " " + part.Title)
		opens := true
		add := func(text, question string) {
			if s := solid(text); len(s) > 0 {
				out = append(out, item{text, s, question, name, opens})
				opens = false
			}
		}
		add(part.Label, "")
		add(part.Title, "")
		for _, block := range part.Blocks {
			switch b := block.(type) {
			case document.Pairs:
				for _, p := range b.Items {
					add(p.Label, p.Question)
					add(p.Value, p.Question)
					add(p.Note, p.Question)
				}
			default:
				_, opens = b.(document.Enclosure)
				document.Part{Blocks: []document.Block{block}}.Each(add)
				opens = false
			}
		}
	}
	return out
}

// solid drops white space and what cannot be seen: a page sets them as it likes.
func solid(s string) []rune {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if visible(r) {
			out = append(out, r)
		}
	}
	return out
}

func visible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) && r != '\uFFFE' && r != '\uFFFF'
}

// replaced is the item's text with some of its visible characters replaced.
func (it item) replaced(from, to int, with string) string {
	var b strings.Builder
	n := 0
	for _, r := range it.text {
		if n == from {
			b.WriteString(with)
			with = ""
		}
		if !visible(r) {
			if n <= from || n >= to {
				b.WriteRune(r)
			}
			continue
		}
		if n < from || n >= to {
			b.WriteRune(r)
		}
		n++
	}
	return b.String() + with
}
