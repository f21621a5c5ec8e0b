package document

import (
	"cmp"
	"strings"

	"h200filing/forms"
)

// costs shows every amount of the purchase with its formula and the values that
// were filled in.
func (w *writer) costs() {
	w.clause("money_method")
	w.heading(1, w.term("costs.inputs"))
	w.add(w.productPairs(func(q *forms.Question) bool {
		return !q.Field.Computed() && (q.Field.Type.Numeric() || q.Field.ID == "product.currency" || q.Field.ID == "product.us_duty_borne_by" || q.Field.Type == forms.TypeDate)
	}))
	w.heading(1, w.term("costs.lines"))
	t := Table{Columns: []Column{{Head: w.term("head.item"), Share: 2}, {Head: w.term("head.amount"), Share: 2, Align: End}, {Head: w.term("head.formula"), Share: 4}, {Head: w.term("head.filled"), Share: 3}}}
	var open gaps
	for _, q := range w.sectionQuestions("product") {
		if !q.Field.Computed() || q.Field.Type != forms.TypeMoney {
			continue
		}
		x := w.report.Explain(q, w.lang)
		c := open.short(w, w.cell(q.Path))
		filled := x.Filled
		if q.State != forms.Computed {
			filled = ""
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.label(q.Path), Tone: Head}, c, {Text: afterSign(x.Applied)}, {Text: filled}}})
	}
	t.Notes = open.notes
	w.add(t)
	w.exactPairs("product.total_cny_capital")
	w.small(w.term("costs.rounding"))
	w.heading(1, w.term("costs.duty"))
	w.say("costs.duty." + w.bearer())
	w.heading(1, w.term("costs.band"))
	w.add(w.bandTable())
	w.say("costs.band.note." + cmp.Or(w.value("product.us_duty_band"), "open"))
	w.clause("us_import_duty")
}

// afterSign is a formula without the name that stands before it in its row.
func afterSign(formula string) string {
	_, right, _ := strings.Cut(formula, "=")
	return strings.TrimSpace(right)
}

// bandTable holds the product's figures against the band of the US import duty.
func (w *writer) bandTable() Table {
	t := Table{Columns: []Column{{Head: w.term("head.metric"), Share: 2}, {Head: w.term("costs.band.limits"), Share: 2, Align: End}, {Head: w.term("sheet.own"), Share: 1.5, Align: End}, {Head: w.term("sheet.verdict"), Share: 1.5}}}
	for _, l := range forms.USDutyBand() {
		span := w.term("costs.band.range", "above", w.bare(*l.Above), "below", w.measured(l.Metric, *l.Below))
		own, verdict := Cell{Text: w.word("unknown"), Tone: Open}, Cell{Text: w.term("verdict.unknown"), Tone: Open}
		if f, ok := w.ofProduct(l.Metric); ok {
			own, verdict = Cell{Text: w.measured(l.Metric, *f.Value)}, Cell{Text: w.term("costs.band.out"), Tone: Open}
			if l.Holds(*f.Value) {
				verdict = Cell{Text: w.term("costs.band.in"), Tone: Plain}
			}
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.metric(l.Metric), Tone: Head}, {Text: span}, own, verdict}})
	}
	return t
}

// sectionQuestions lists the questions of a section outside of lists.
func (w *writer) sectionQuestions(id string) []*forms.Question {
	var out []*forms.Question
	for _, q := range w.report.Questions() {
		if q.Field.Section.ID == id && q.Field.List == nil {
			out = append(out, q)
		}
	}
	return out
}

// productPairs are the questions about the product that pass.
func (w *writer) productPairs(pass func(*forms.Question) bool) Pairs {
	var out Pairs
	for _, q := range w.sectionQuestions("product") {
		if pass(q) {
			out.Items = append(out.Items, w.pair(q))
		}
	}
	return out
}

// exactPairs adds the named questions as pairs.
func (w *writer) exactPairs(paths ...forms.Path) {
	var out Pairs
	for _, p := range paths {
		if q := w.report.Question(p); q != nil {
			out.Items = append(out.Items, w.pair(q))
		}
	}
	w.add(out)
}
