package document

import "h200filing/forms"

// inquiries records how the candidates were found and what their suppliers
// answered, a supplier each.
func (w *writer) inquiries() {
	w.heading(1, w.term("inquiries.search"))
	w.section("suppliers", without("suppliers"))
	w.heading(1, w.term("inquiries.suppliers"))
	rows := w.report.Rows("suppliers")
	if len(rows) == 0 {
		w.say("no_candidates")
	}
	for _, row := range rows {
		w.heading(2, w.term("comparison.band", "supplier", w.inText(row.Join("supplier")), "product", w.inText(row.Join("product"))))
		w.form(w.columnsOf("suppliers"), row, notInquired)
		if numbers := w.proofsOf(row.Join("evidence")); numbers != "" {
			w.small(numbers)
		}
	}
	w.small(w.term("inquiries.note", "annex", w.annex("comparison")))
}

// notInquired leaves out what the comparison prints, and the number of a part that was
// not taken from the catalogue.
func notInquired(q *forms.Question) bool {
	switch q.Field.ID {
	case "suppliers[].facts", "suppliers[].verdict":
		return true
	case "suppliers[].catalog_id":
		return !q.State.Known()
	}
	return false
}

// proofsOf says where the attachments stand that an answer names.
func (w *writer) proofsOf(p forms.Path) string {
	q := w.report.Question(p)
	if q == nil {
		return ""
	}
	var numbers []string
	titles, _ := q.Value.([]string)
	for _, t := range titles {
		if n, ok := w.proofs[t]; ok {
			numbers = append(numbers, w.term("evidence.number", "n", n))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return w.term("evidence.see", "annex", w.annex("evidence"), "numbers", w.join(numbers))
}
