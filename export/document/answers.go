package document

import (
	"strings"

	"h200filing/forms"
)

// questionAt is the path under which an answer is found again in the outputs:
// with row positions.
func (w *writer) questionAt(p forms.Path) string { return w.report.Public(p) }

// display is an answer for the reader. What is not answered reads so, and a
// value that lacks something names it.
func (w *writer) display(q *forms.Question) string {
	switch {
	case q == nil:
		return w.term("blank")
	case q.State == forms.Incomplete:
		return w.lacks(q)
	case q.Field.Type == forms.TypeProse && q.State.Known():
		return strings.Join(lines(w.report.Display(q, w.lang)), "\n")
	}
	if s := w.belowZero(q); s != "" {
		return s
	}
	if s := w.report.Display(q, w.lang); s != "" {
		return s
	}
	if w.options.Draft {
		return w.word("not_answered")
	}
	return w.term("blank")
}

// belowZero words a negative result for which the pack has a sentence, as "40 too
// many" for what is left of a quantity; "" is any other answer.
func (w *writer) belowZero(q *forms.Question) string {
	n, ok := w.decimal(q.Path)
	key := "below_zero." + q.Field.ID
	if !ok || !n.IsNegative() || !w.has(key) {
		return ""
	}
	size := *q
	size.Value = n.Abs()
	return w.term(key, "n", w.report.Display(&size, w.lang))
}

// lacks says what a computed value waits for.
func (w *writer) lacks(q *forms.Question) string {
	var names []string
	for _, p := range q.Missing {
		l := w.report.Label(p, w.lang)
		if p.Parent() == q.Path.Parent() {
			l = w.label(p)
		}
		names = addNew(names, l)
	}
	if len(names) == 0 {
		return w.word("unknown")
	}
	return w.term("lacks", "names", w.join(names))
}

// lines cuts prose into its paragraphs; blank ones are left out.
func lines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		if line = strings.TrimSpace(line); line != "" { // U+3000 too
			out = append(out, line)
		}
	}
	return out
}

// prose adds a long answer in its paragraphs. It reports whether there is one.
func (w *writer) prose(p forms.Path) bool {
	text := lines(w.plain(p))
	for _, line := range text {
		w.add(Paragraph{Text: line, Question: w.questionAt(p)})
	}
	return len(text) > 0
}

// proseOrBlank adds a long answer, or says that it is not given.
func (w *writer) proseOrBlank(p forms.Path) {
	if !w.prose(p) {
		w.add(Paragraph{Text: w.inText(p), Question: w.questionAt(p)})
	}
}

// labelled adds a long answer under its label.
func (w *writer) labelled(q *forms.Question) {
	if w.plain(q.Path) == "" {
		w.add(Pairs{Items: []Pair{w.pair(q)}})
		return
	}
	w.add(Paragraph{Text: w.label(q.Path), Strong: true, Flush: true})
	w.prose(q.Path)
}

// wideFrom is the length in characters from which a value takes the whole width.
const wideFrom = 22

// pair is a question as label and value, with the formula of a computed one.
func (w *writer) pair(q *forms.Question) Pair {
	p := Pair{Label: w.label(q.Path), Value: w.display(q), Question: w.questionAt(q.Path), Note: w.formula(q)}
	p.Wide = p.Note != "" || len([]rune(p.Value)) > wideFrom || strings.Contains(p.Value, "\n")
	return p
}

// formula tells how a computed number came about. Of conditions it shows the branch
// taken; a choice that the program made, and what is counted over rows, has none that
// a reader could work out.
func (w *writer) formula(q *forms.Question) string {
	x := w.report.Explain(q, w.lang)
	switch {
	case x.Formula == "", !q.Field.Type.Numeric(), x.Filled == w.word("formula.list"):
		return ""
	case q.State != forms.Computed:
		return w.term("formula", "formula", x.Applied)
	}
	return w.term("formula.filled", "formula", x.Applied, "filled", x.Filled)
}

// form adds the questions of a row or, with row "", of a section: short ones as
// pairs, long ones in paragraphs, lists as tables. skip leaves questions out.
func (w *writer) form(fields []*forms.Field, row forms.Path, skip func(*forms.Question) bool) {
	var pairs Pairs
	for _, f := range fields {
		q := w.report.Question(place(f, row))
		switch {
		case q == nil || skip != nil && skip(q):
		case f.Type == forms.TypeRows:
			w.flush(&pairs)
			w.list(q)
		case f.Type == forms.TypeProse && w.plain(q.Path) != "":
			w.flush(&pairs)
			w.labelled(q)
		default:
			pairs.Items = append(pairs.Items, w.pair(q))
		}
	}
	w.flush(&pairs)
}

// flush adds the pairs gathered so far, if any, and empties them.
func (w *writer) flush(pairs *Pairs) {
	if len(pairs.Items) > 0 {
		w.add(*pairs)
	}
	*pairs = Pairs{}
}

// place is where a field stands in a row or at the top.
func place(f *forms.Field, row forms.Path) forms.Path {
	if row == "" {
		return forms.Path(f.ID)
	}
	return row.Join(f.Key)
}

// section adds the questions of a section.
func (w *writer) section(id string, skip func(*forms.Question) bool) {
	for _, s := range w.report.Form.Sections {
		if s.ID == id {
			w.form(s.Fields, "", skip)
		}
	}
}

// without skips the named questions.
func without(names ...forms.Path) func(*forms.Question) bool {
	return func(q *forms.Question) bool {
		for _, n := range names {
			if q.Path == n || n == forms.Path(q.Field.ID) {
				return true
			}
		}
		return false
	}
}

// list adds the rows of a list: a table where a row fits on a line, or else row
// by row.
func (w *writer) list(q *forms.Question) {
	rows := w.report.Rows(q.Path)
	if len(rows) == 0 {
		w.add(Pairs{Items: []Pair{{Label: w.label(q.Path), Value: w.term("no_rows"), Wide: true}}})
		return
	}
	if columns := w.columns(q.Field, rows); columns != nil {
		w.add(w.table(w.caption(q), columns, rows))
		return
	}
	w.add(Paragraph{Text: w.label(q.Path), Strong: true, Flush: true})
	for _, row := range rows {
		w.heading(4, w.report.RowTitle(row, w.lang))
		w.form(q.Field.Fields, row, nil)
	}
}

// caption is the label of a list, "" where the heading above says it already.
func (w *writer) caption(q *forms.Question) string {
	label := w.label(q.Path)
	if n := len(w.blocks); n > 0 {
		if h, ok := w.blocks[n-1].(Heading); ok && strings.HasSuffix(h.Text, label) {
			return ""
		}
	}
	return label
}

// mostColumns is how many columns a table of answers has at most.
const mostColumns = 8

// columns are the fields of a list that are asked in some row; nil where they do
// not fit into a table.
func (w *writer) columns(list *forms.Field, rows []forms.Path) []*forms.Field {
	var out []*forms.Field
	for _, f := range list.Fields {
		asked := false
		for _, row := range rows {
			asked = asked || w.report.Question(row.Join(f.Key)) != nil
		}
		switch {
		case !asked:
		case f.Type == forms.TypeProse, f.Type == forms.TypeRows:
			return nil
		default:
			out = append(out, f)
		}
	}
	if len(out) > mostColumns {
		return nil
	}
	return out
}

// table sets rows of answers as a table.
func (w *writer) table(caption string, columns []*forms.Field, rows []forms.Path) Table {
	t := Table{Caption: caption}
	for _, f := range columns {
		t.Columns = append(t.Columns, Column{Head: w.text.Fields[f.ID].Label, Share: share(f), Align: align(f)})
	}
	t.Rows = w.rows(columns, rows)
	return t
}

// rows sets the answers of each row side by side.
func (w *writer) rows(columns []*forms.Field, rows []forms.Path) []Row {
	var out []Row
	for _, row := range rows {
		var cells []Cell
		for _, f := range columns {
			cells = append(cells, w.cell(row.Join(f.Key)))
		}
		out = append(out, Row{Cells: cells})
	}
	return out
}

// cell is an answer in a table.
func (w *writer) cell(p forms.Path) Cell {
	q := w.report.Question(p)
	c := Cell{Text: w.display(q)}
	if q != nil {
		c.Question = w.questionAt(p)
		if !q.State.Known() {
			c.Tone = Open
		}
	}
	return c
}

// share weighs a column by what it holds.
func share(f *forms.Field) float64 {
	switch {
	case f.Type == forms.TypeText || f.Type.Multiple() || f.Type == forms.TypeRef:
		return 2
	case f.Type == forms.TypeMoney || f.Type == forms.TypeDate || f.Choices != "":
		return 1.5
	}
	return 1
}

func align(f *forms.Field) Align {
	if f.Type.Numeric() {
		return End
	}
	return Start
}
