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
	w.small(w.term("customs.same.note"))
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

// consistency sets what the papers must agree on side by side; contract and
// declaration are filled in by hand once they exist.
func (w *writer) consistency() Table {
	t := Table{Columns: []Column{{Head: w.term("head.item"), Share: 1.5}, {Head: w.term("customs.application"), Share: 2}, {Head: w.term("customs.contract"), Share: 2}, {Head: w.term("customs.declaration"), Share: 2}}}
	for _, p := range []forms.Path{"product.model", "product.quantity", "product.unit_price", "product.goods_value", "product.origin_country", "product.hs_code"} {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.label(p), Tone: Head}, w.cell(p), {}, {}}})
	}
	return t
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
