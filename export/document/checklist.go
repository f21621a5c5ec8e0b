package document

import (
	"strconv"

	"h200filing/forms"
)

// checklist prints what the checks found and what could not be checked. It stands
// in drafts only: what the applicant has to look at is none of the authority's.
func (w *writer) checklist() {
	w.small(w.term("checklist.note"))
	for _, level := range []forms.Level{forms.Blocker, forms.Warning, forms.Quality} {
		var items [][2]string
		for _, f := range w.report.Of(level) {
			items = append(items, [2]string{w.report.Label(f.Path, w.lang), w.report.Message(f, w.lang).String()})
		}
		w.findings("checklist."+string(level), items)
	}
	var items [][2]string
	for _, u := range w.report.UncheckedLines(w.lang) {
		items = append(items, [2]string{w.report.Label(u.Path, w.lang), u.Text})
	}
	w.findings("checklist.unchecked", items)
}

// findings is a table of what was found at which question.
func (w *writer) findings(key string, items [][2]string) {
	w.heading(1, w.term(key, "n", strconv.Itoa(len(items))))
	if len(items) == 0 {
		w.say("checklist.none")
		return
	}
	t := Table{Columns: []Column{{Head: w.term("head.number"), Share: 0.6, Align: Center}, {Head: w.term("head.question"), Share: 2}, {Head: w.term("head.message"), Share: 5}}}
	for i, item := range items {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: strconv.Itoa(i + 1)}, {Text: item[0]}, {Text: item[1]}}})
	}
	w.add(t)
}
