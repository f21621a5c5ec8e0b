package document

// truth is the declaration that all is true and complete.
func (w *writer) truth() {
	w.clause("first_set_annex")
	w.add(Space{Lines: 0.5}, Paragraph{Text: w.term("letter.addressee"), Flush: true})
	w.say("truth.opening")
	w.add(w.checks("declaration", "truth", []string{"truthful", "complete", "consent"}))
	w.say("truth.closing")
	w.sign()
}
