package document

import "h200filing/forms"

// undertaking is the promise on end user and end use, to be signed and sealed.
func (w *writer) undertaking() {
	w.small(w.term("undertaking.data_sheet"))
	w.clause("end_user_statement")
	w.add(Space{Lines: 0.5}, Paragraph{Text: w.term("letter.addressee"), Flush: true})
	w.say("undertaking.opening")
	w.heading(1, w.label("end_use.statement"))
	w.proseOrBlank("end_use.statement")
	w.heading(1, w.term("undertaking.parties"))
	w.say(w.party("importer"))
	w.say(w.party("end_user"))
	w.say("undertaking.site")
	w.heading(1, w.term("undertaking.promises"))
	w.add(w.checks("end_use", "undertaking", undertakings))
	w.heading(1, w.term("undertaking.access"))
	w.section("end_use", func(q *forms.Question) bool {
		return q.Path == "end_use.statement" || q.Field.Computed() || q.Field.Type == forms.TypeBool && q.Path != "end_use.remote_access"
	})
	w.sign()
	if w.known("end_user.name") {
		w.add(Signature{Lines: []Pair{{Label: w.term("sign.end_user"), Value: w.inText("end_user.name"), Question: "end_user.name"}, {Label: w.term("sign.hand")}},
			Date: w.term("sign.date"), Seal: true})
	}
}

// party names the sentence about importer or end user.
func (w *writer) party(role string) string {
	same := forms.Path(role + ".same_as_applicant")
	switch {
	case !w.known(same):
		return "letter." + role + ".open"
	case w.yes(same):
		return "letter." + role + ".same"
	}
	return "letter." + role + ".other"
}

// checks are statements with boxes; what was answered no stays unticked.
func (w *writer) checks(group, key string, names []string) Checks {
	var c Checks
	for _, name := range names {
		p := forms.Path(group + "." + name)
		c.Items = append(c.Items, Check{Text: w.term(key + "." + name), Ticked: w.yes(p), Question: string(p)})
	}
	return c
}

// sign is the place where the applicant signs and seals.
func (w *writer) sign() {
	w.add(Signature{
		Lines: []Pair{
			{Label: w.term("sign.applicant"), Value: w.inText("applicant.name"), Question: "applicant.name"},
			{Label: w.term("sign.signatory"), Value: w.inText("declaration.signatory"), Question: "declaration.signatory"},
			{Label: w.term("sign.hand")},
		},
		Date: w.inText("declaration.issued_on"), Seal: true,
	})
}
