package document

import (
	"strconv"

	"h200filing/forms"
	"h200filing/forms/gap"
)

// letter is the application itself, in the manner of GB/T 9704: number, title,
// addressee, body, list of annexes, signature with room for the seal, contact.
func (w *writer) letter() {
	w.add(Paragraph{Text: w.inText("declaration.doc_no"), Flush: true, Question: "declaration.doc_no"}, Space{Lines: 1}, Title{Text: w.term("letter.title")})
	w.override()
	w.add(Paragraph{Text: w.term("letter.addressee"), Flush: true})
	w.say("letter.opening")
	w.aboutApplicant()
	w.aboutProject()
	w.aboutProduct()
	w.aboutDomestic()
	w.aboutSubstitution()
	w.aboutEndUse()
	w.say("letter.closing")
	w.annexList()
	w.add(Signature{
		Lines: []Pair{
			{Label: w.term("sign.signatory"), Value: w.inText("declaration.signatory"), Question: "declaration.signatory"},
			{Label: w.term("sign.hand")},
			{Value: w.inText("applicant.name"), Question: "applicant.name"},
		},
		Date: w.inText("declaration.issued_on"), Seal: true,
	})
	w.add(Paragraph{Text: w.term("letter.contact")})
	w.small(w.text.Notice)
}

// override prints on the cover who decided to apply although the data does not
// support the claim.
func (w *writer) override() {
	if !w.yes("override.used") {
		return
	}
	w.add(Paragraph{Text: w.term("letter.override"), Strong: true, Flush: true})
	w.exactPairs("override.name", "override.decided_on", "override.reason")
}

func (w *writer) aboutApplicant() {
	w.heading(1, w.term("letter.applicant"))
	w.say("letter.applicant.facts")
	w.prose("applicant.intro")
	w.say(w.party("importer"))
	w.say(w.party("end_user"))
	w.selfCheck()
}

// The questions of the self-check.
var (
	knockOuts = []string{"military_end_use", "classified_system", "sensitive_government"} // a yes ends the application
	cautions  = []string{"critical_infrastructure", "state_controlled", "state_funds"}    // a yes needs a reason
)

func (w *writer) selfCheck() {
	for _, group := range []struct {
		key    string
		checks []string
	}{{"knocked_out", knockOuts}, {"caution", cautions}} {
		var yes, no []string
		for _, c := range group.checks {
			name := w.term("eligibility." + c)
			switch {
			case w.yes(forms.Path("eligibility." + c)):
				yes = append(yes, name)
			case w.known(forms.Path("eligibility." + c)):
				no = append(no, name)
			}
		}
		if len(no) > 0 {
			w.say("letter.check."+group.key+".no", "items", w.join(no))
		}
		if len(yes) > 0 {
			w.say("letter.check."+group.key+".yes", "items", w.join(yes))
		}
	}
	w.prose("eligibility.exclusion_reason")
}

func (w *writer) aboutProject() {
	w.heading(1, w.term("letter.project"))
	w.heading(2, w.term("letter.project.facts.title"))
	w.say("letter.project.facts")
	w.say("letter.project.site")
	w.heading(2, w.term("letter.project.need.title"))
	w.proseOrBlank("project.background")
	w.heading(2, w.term("letter.sizing.title"))
	for _, row := range w.report.Rows("workloads") {
		w.add(Paragraph{Text: w.sizingSentence(row)})
	}
	w.say("letter.sizing.sum", "annex", w.annex("sizing"))
}

// sizingSentence sums up the sizing of a workload.
func (w *writer) sizingSentence(row forms.Path) string {
	name := w.report.RowTitle(row, w.lang)
	q := w.report.Question(row.Join("devices_needed"))
	if q == nil || q.State != forms.Computed {
		return w.term("letter.sizing.open", "name", name)
	}
	words := []string{"name", name}
	for _, key := range []string{"kind", "model_name", "must_run_from", "memory_needed_gb", "compute_needed_tflops", "binding", "devices_per_replica", "replicas", "devices_needed"} {
		words = append(words, key, w.inText(row.Join(key)))
	}
	bandwidth := w.plain(row.Join("bandwidth_needed_gbs"))
	if bandwidth == "" {
		return w.term("letter.sizing.training", words...)
	}
	return w.term("letter.sizing.inference", append(words, "bandwidth_needed_gbs", bandwidth)...)
}

func (w *writer) aboutProduct() {
	w.heading(1, w.term("letter.product"))
	w.say("letter.product.facts")
	w.say("letter.product.total")
	w.say("letter.product.duty."+w.bearer(), "annex", w.annex("costs"))
	if v := w.value("product.quantity_verdict"); v != "" {
		w.say("letter.product.quantity." + v)
	}
}

// bearer is who bears the US import duty: "buyer", "seller", or "open" while
// that is not known.
func (w *writer) bearer() string {
	if v := w.value("product.us_duty_borne_by"); v != "" {
		return v
	}
	return "open"
}

// aboutDomestic argues why domestic suppliers cannot meet the need; the heading
// claims no more than the data supports.
func (w *writer) aboutDomestic() {
	claim := "letter.domestic.open"
	if w.report.Supported() {
		claim = "letter.domestic"
	}
	w.heading(1, w.term(claim))
	w.heading(2, w.term("letter.survey.title"))
	w.surveySentence()
	for _, ground := range []struct {
		argument gap.Argument
		prose    forms.Path
	}{
		{gap.TechnicalFit, "justification.technical_fit"},
		{gap.QuantityTiming, "justification.quantity_timing"},
		{gap.Commercial, "justification.commercial"},
	} {
		w.ground(ground.argument, ground.prose)
	}
	w.heading(2, w.term("letter.tests.title"))
	w.say("letter.tests.borrowed")
	w.test("unavailable", "justification.unavailable_in_china", "justification.unavailable_reason")
	w.test("terms", "justification.no_reasonable_terms", "justification.terms_reason")
	w.say("letter.domestic.annex", "comparison", w.annex("comparison"), "inquiries", w.annex("inquiries"))
}

func (w *writer) surveySentence() {
	if w.report.Gap == nil {
		return
	}
	s := w.report.Gap.Support
	written := 0
	for _, row := range w.report.Rows("suppliers") {
		if w.known(row.Join("inquired_on")) && gap.WrittenChannel(w.value(row.Join("channel"))) {
			written++
		}
	}
	w.say("letter.survey", "suppliers", strconv.Itoa(s.Suppliers), "products", strconv.Itoa(s.Candidates), "written", strconv.Itoa(written))
	if len(s.Standing) > 0 {
		w.say("letter.survey.standing", "products", w.join(w.products(s.Standing)))
	}
}

// products names candidates by their ids.
func (w *writer) products(ids []string) []string {
	var out []string
	for _, id := range ids {
		if x, ok := w.report.Gap.Candidate(id); ok {
			out = append(out, x.Product)
		}
	}
	return out
}

// ground argues one of the three grounds: how far the data carries it, then the
// applicant's words.
func (w *writer) ground(argument gap.Argument, prose forms.Path) {
	var excluded []string
	total := 0
	if w.report.Gap != nil {
		total = len(w.report.Gap.Candidates)
		for _, a := range w.report.Gap.Arguments {
			if a.Argument == argument {
				excluded = w.products(a.Candidates)
			}
		}
	}
	key := "letter.ground." + string(argument)
	argued := w.plain(prose) != ""
	switch {
	case len(excluded) > 0:
		w.heading(2, w.term(key, "n", strconv.Itoa(len(excluded)), "total", strconv.Itoa(total)))
	default:
		w.heading(2, w.term(key+".none"))
	}
	w.prose(prose)
	switch {
	case len(excluded) > 0:
		w.say("letter.ground.data", "products", w.join(excluded))
	case argued:
		w.say("letter.ground.nodata")
	default:
		w.say("letter.ground.unused")
	}
}

// test states one of the two borrowed tests and the reason.
func (w *writer) test(name string, p, reason forms.Path) {
	switch {
	case !w.known(p):
		w.say("letter.test." + name + ".open")
	case w.yes(p):
		w.say("letter.test." + name + ".yes")
		w.prose(reason)
	default:
		w.say("letter.test." + name + ".no")
	}
}

func (w *writer) aboutSubstitution() {
	w.heading(1, w.term("letter.substitution"))
	if rows := w.report.Rows("substitution.domestic_purchases"); len(rows) > 0 {
		var items []string
		for _, row := range rows {
			words := []string{}
			for _, key := range []string{"product", "quantity", "amount_cny", "by"} {
				words = append(words, key, w.inText(row.Join(key)))
			}
			items = append(items, w.term("letter.purchase", words...))
		}
		w.say("letter.purchases", "items", w.join(items))
	} else {
		w.say("letter.purchases.none")
	}
	if w.known("substitution.share_before") && w.known("substitution.share_after") {
		w.say("letter.share")
	}
	w.say("letter.substitution.annex", "annex", w.annex("substitution"))
	if w.known("energy.subsidy_forgone_cny") {
		w.say("letter.energy", "annex", w.annex("energy"))
	}
}

// undertakings are the promises of section 11, in the order of the undertaking.
var undertakings = []string{"no_military", "no_transfer", "no_change_of_use", "no_reexport", "foreign_visit_ack", "data_law_ack"}

func (w *writer) aboutEndUse() {
	w.heading(1, w.term("letter.end_use"))
	w.say("letter.end_use.facts")
	n := 0
	for _, u := range undertakings {
		if !w.yes(forms.Path("end_use." + u)) {
			continue
		}
		if n++; n == 1 {
			w.say("letter.end_use.promise")
		}
		w.say("letter.item", "n", strconv.Itoa(n), "text", w.term("undertaking."+u))
	}
	w.say("letter.end_use.annex", "annex", w.annex("undertaking"))
}

// annexList names the annexes: "附件：1. 申请表" and what follows under it.
func (w *writer) annexList() {
	first := true
	for _, s := range w.specs {
		n := w.annexes[s.id]
		if n == "" {
			continue
		}
		key := "letter.annex.next"
		if first {
			key, first = "letter.annex.first", false
		}
		w.add(Paragraph{Text: w.term(key, "n", n, "title", w.term("part."+s.id))})
	}
}
