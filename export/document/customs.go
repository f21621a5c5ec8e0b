package document

import "h200filing/forms"

// customs prepares the declaration: the codes in question, what has to be
// declared, which papers go with it, and the check that all say the same.
func (w *writer) customs() {
	w.clause("customs_scrutiny")
	w.heading(1, w.term("customs.codes"))
	w.add(w.codes())
	w.small(w.term("customs.codes.note"))
	w.clause("hs_classification")
	w.heading(1, w.term("customs.elements"))
	w.add(w.productPairs(func(q *forms.Question) bool {
		return !q.Field.Computed() && !q.Field.Type.Numeric() && q.Field.Type != forms.TypeDate
	}))
	w.heading(1, w.term("customs.same"))
	w.add(w.consistency())
	papers := w.report.Question("papers")
	if papers == nil || len(w.report.Rows("papers")) == 0 {
		w.small(w.term("customs.same.open"))
	} else {
		w.small(w.term("customs.same.done"))
		w.heading(1, w.term("customs.papers.listed"))
		w.list(papers)
	}
	w.heading(1, w.term("customs.papers"))
	w.add(w.papers())
	w.small(w.term("customs.papers.note"))
}

// codes are the commodity codes that come into question; they are suggestions.
func (w *writer) codes() Table {
	t := Table{Columns: []Column{{Head: w.label("product.hs_code"), Share: 3}, {Head: w.term("customs.elements.head"), Share: 3}, {Head: w.term("customs.chosen"), Share: 1, Align: Center}}}
	chosen, listed := w.value("product.hs_code"), false
	for _, code := range w.report.Form.Choices["hs_code"] {
		elements := w.term("customs.elements.unknown")
		if w.has("customs.elements." + code) {
			elements = w.term("customs.elements." + code)
		}
		row := Row{Cells: []Cell{{Text: w.choice("hs_code", code)}, {Text: elements}, {Text: ""}}}
		if code == chosen {
			listed = true
			row.Cells[2] = Cell{Text: w.term("chosen"), Tone: Good}
		}
		t.Rows = append(t.Rows, row)
	}
	if chosen != "" && !listed {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: chosen, Question: "product.hs_code"}, {Text: w.term("customs.elements.unknown")}, {Text: w.term("chosen"), Tone: Good}}})
	}
	return t
}

// consistency sets application, contract, declarations and device register side
// by side, with what the comparison gives.
func (w *writer) consistency() Table {
	t := Table{Columns: []Column{{Head: w.term("head.item"), Share: 1.2}, {Head: w.term("customs.application"), Share: 2}, {Head: w.term("customs.contract"), Share: 2},
		{Head: w.term("customs.declaration"), Share: 2}, {Head: w.term("customs.arrived"), Share: 2}, {Head: w.term("customs.verdict"), Share: 1.2}}}
	tones := map[forms.Agreeing]Tone{forms.Agrees: Good, forms.Differs: Bad, forms.Partly: Open, forms.NoPaper: Open}
	for _, a := range w.report.Agreements() {
		row := Row{Cells: []Cell{{Text: w.label(a.Question), Tone: Head}, w.cell(a.Question)}}
		for _, v := range []any{a.Contract, a.Declaration, a.Register} {
			row.Cells = append(row.Cells, Cell{Text: w.sideOf(a.Question, v)})
		}
		row.Cells = append(row.Cells, Cell{Text: w.term("customs." + string(a.Outcome)), Tone: tones[a.Outcome]})
		t.Rows = append(t.Rows, row)
	}
	return t
}

// sideOf writes what a paper says just as the application writes its answer.
func (w *writer) sideOf(question forms.Path, v any) string {
	q := w.report.Question(question)
	if v == nil || q == nil {
		return ""
	}
	return w.report.Display(&forms.Question{Path: question, Field: q.Field, State: forms.Computed, Value: v}, w.lang)
}

// paperKinds are the papers of the declaration, and the kind of attachment that
// holds one; "" is a paper that comes into being later.
var paperKinds = []struct{ paper, kind string }{
	{"contract", "contract_draft"}, {"invoice", ""}, {"packing_list", ""}, {"transport", ""}, {"origin", ""},
	{"licence", "business_licence"}, {"authorisation", "id_authorisation"}, {"approval", "approval"}, {"end_user_statement", ""}, {"export_licence", ""},
}

// papers ticks what lies among the attachments.
func (w *writer) papers() Checks {
	there := map[string]bool{}
	for _, row := range w.report.Rows("attachments") {
		if w.known(row.Join("file")) {
			there[w.value(row.Join("kind"))] = true
		}
	}
	var c Checks
	for _, p := range paperKinds {
		c.Items = append(c.Items, Check{Text: w.term("customs.paper." + p.paper), Ticked: there[p.kind]})
	}
	return c
}
