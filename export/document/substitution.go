package document

// substitution is the plan to move to domestic accelerators.
func (w *writer) substitution() {
	w.clause("domestic_condition")
	w.heading(1, w.term("substitution.fleet"))
	if q := w.report.Question("project.fleet"); q != nil {
		w.list(q)
	}
	w.heading(1, w.term("substitution.plan"))
	w.section("substitution", nil)
}
