package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/i18n"
)

// writer gathers the blocks of one part. Its methods are named after what they
// say; the words come from the pack's terms, all of which begin with "doc.".
type writer struct {
	*source
	id     string
	lang   i18n.Lang
	text   *forms.Text
	counts [5]int // of the headings, by level
	blocks []Block
	sheets []Part // parts that go with this one
}

func (s *source) writer(lang i18n.Lang, id string) *writer {
	return &writer{source: s, id: id, lang: lang, text: s.report.Form.Text(lang)}
}

// add adds blocks. Labels and values that follow upon others go on with their table.
func (w *writer) add(blocks ...Block) {
	for _, b := range blocks {
		if more, ok := b.(Pairs); ok && len(w.blocks) > 0 {
			if last, ok := w.blocks[len(w.blocks)-1].(Pairs); ok {
				w.blocks[len(w.blocks)-1] = Pairs{Items: slices.Concat(last.Items, more.Items)}
				continue
			}
		}
		w.blocks = append(w.blocks, b)
	}
}

// word is a term of the pack that is no sentence of the document alone.
func (w *writer) word(key string) string {
	t, ok := w.text.Terms[key]
	if !ok {
		w.fault("form pack: %s: no text for terms › %s", w.lang, key)
	}
	return t
}

// has reports whether the pack has a sentence.
func (w *writer) has(key string) bool { return w.text.Terms["doc."+key] != "" }

// term is a sentence of the document. {name} stands for one of the words, given
// as name and word by turns, or else for the answer at the path of that name.
func (w *writer) term(key string, words ...string) string {
	return w.fill("doc."+key, w.word("doc."+key), words)
}

var brace = regexp.MustCompile(`\{[^{}]*\}`)

func (w *writer) fill(key, text string, words []string) string {
	given := map[string]string{}
	for i := 0; i+1 < len(words); i += 2 {
		given[words[i]] = words[i+1]
	}
	return brace.ReplaceAllStringFunc(text, func(b string) string {
		name := strings.Trim(b, "{}")
		if s, ok := given[name]; ok {
			return s
		}
		if w.report.Form.Field(name) == nil {
			w.fault("form pack: terms › %s: {%s} is neither a word of it nor a question", key, name)
		}
		return w.inText(forms.Path(name))
	})
}

// inText is an answer inside of a sentence; what is not answered says so.
func (w *writer) inText(p forms.Path) string {
	if s := w.plain(p); s != "" {
		return s
	}
	if f := w.report.Form.Field(p.Pattern()); f != nil && f.Computed() {
		return w.term("open_in_text", "label", w.label(p))
	}
	return w.term("blank_in_text", "label", w.label(p))
}

// plain is an answer for the reader, "" where there is none.
func (w *writer) plain(p forms.Path) string {
	q := w.report.Question(p)
	if q == nil {
		return ""
	}
	return w.report.Display(q, w.lang)
}

// label names a question without its row.
func (w *writer) label(p forms.Path) string { return w.text.Fields[p.Pattern()].Label }

// choice is the text of a value of a choice list.
func (w *writer) choice(list, value string) string {
	if t := w.text.Choices[list][value]; t != "" {
		return t
	}
	return value
}

func (w *writer) yes(p forms.Path) bool {
	q := w.report.Question(p)
	return q != nil && q.Value == true
}

func (w *writer) known(p forms.Path) bool {
	q := w.report.Question(p)
	return q != nil && q.State.Known()
}

// id of a choice, text or reference answer.
func (w *writer) value(p forms.Path) string {
	if q := w.report.Question(p); q != nil && q.State.Known() {
		s, _ := q.Value.(string)
		return s
	}
	return ""
}

// decimal is a known number.
func (w *writer) decimal(p forms.Path) (decimal.Decimal, bool) {
	if q := w.report.Question(p); q != nil && q.State.Known() {
		n, ok := q.Value.(decimal.Decimal)
		return n, ok
	}
	return decimal.Decimal{}, false
}

// columnsOf lists the columns of a list of the form.
func (w *writer) columnsOf(list string) []*forms.Field {
	if f := w.report.Form.Field(list); f != nil {
		return f.Fields
	}
	return nil
}

// number writes a number that is no answer just as answers are written.
func (w *writer) number(n decimal.Decimal, kind forms.Type, unit string) string {
	f := &forms.Field{Type: kind, Unit: unit}
	if kind == forms.TypeMoney {
		f.Unit, f.Currency = "", unit
	}
	return w.report.Display(&forms.Question{Field: f, State: forms.Computed, Value: n}, w.lang)
}

// bare is a number without a unit.
func (w *writer) bare(n decimal.Decimal) string { return w.number(n, forms.TypeDecimal, "") }

// day writes a date that is no answer just as answers are written.
func (w *writer) day(value any) string {
	return w.report.Display(&forms.Question{Field: &forms.Field{Type: forms.TypeDate}, State: forms.Computed, Value: value}, w.lang)
}

// annex is the number of a part: "附件3", or "" for one that is none.
func (w *writer) annex(id string) string {
	if n := w.annexes[id]; n != "" {
		return w.term("annex", "n", n)
	}
	return ""
}

// heading adds a heading with its number: 1 一、 2 （一） 3 1. 4 （1）.
func (w *writer) heading(level int, text string) { w.headed(level, text, "") }

// headed is heading for a text that prints an answer.
func (w *writer) headed(level int, text, question string) {
	w.counts[level]++
	for deeper := level + 1; deeper < len(w.counts); deeper++ {
		w.counts[deeper] = 0
	}
	n := strconv.Itoa(w.counts[level])
	if level <= 2 {
		n = w.numeral(w.counts[level])
	}
	w.add(Heading{Level: level, Text: w.term("heading."+strconv.Itoa(level), "n", n, "title", text), Question: question})
}

// numeral is a number in the words of headings; beyond the pack's it is written
// in figures.
func (w *writer) numeral(n int) string {
	if words := strings.Fields(w.term("numerals")); n <= len(words) {
		return words[n-1]
	}
	return strconv.Itoa(n)
}

// say adds a sentence as a paragraph.
func (w *writer) say(key string, words ...string) {
	w.add(Paragraph{Text: w.term(key, words...)})
}

// small adds a note.
func (w *writer) small(text string) { w.add(Paragraph{Text: text, Small: true, Flush: true}) }

// clause adds what a clause of the pack says, with where it stands.
func (w *writer) clause(id string) {
	c, t := w.report.Form.Clause(id), w.text.Clauses[id]
	if c == nil {
		w.fault("form pack: no clause %q", id)
		return
	}
	w.small(w.term("clause", "name", t.Name, "text", t.Text, "source", c.Source, "date", w.dated(c.Date)))
}

// dated writes the date of a clause, which may know but the year or the month, as the
// dates of answers are written.
func (w *writer) dated(s string) string {
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return w.day(day)
	}
	if year, month, ok := strings.Cut(s, "-"); ok {
		return w.term("clause.month", "year", year, "month", strings.TrimPrefix(month, "0"))
	}
	return w.term("clause.year", "year", s)
}

// join puts words in a row.
func (w *writer) join(words []string) string { return strings.Join(words, w.word("comma")) }
