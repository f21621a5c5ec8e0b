package document

import (
	"strconv"
	"strings"
	"time"

	"h200filing/forms"
	"h200filing/forms/gap"
)

// date is a known day, or the zero time.
func (w *writer) date(p forms.Path) time.Time {
	if q := w.report.Question(p); q != nil && q.State.Known() {
		t, _ := q.Value.(time.Time)
		return t
	}
	return time.Time{}
}

// grounds says of each candidate why it is excluded, or what would settle it.
func (w *writer) grounds(candidates []forms.Path) {
	w.heading(1, w.term("comparison.grounds"))
	for _, c := range candidates {
		x, ok := w.report.Examined(c)
		if !ok {
			continue
		}
		w.heading(2, w.term("comparison.examined", "product", w.report.RowTitle(c, w.lang), "verdict", w.inText(c.Join("verdict"))))
		for i, g := range x.Grounds {
			w.say("letter.item", "n", strconv.Itoa(i+1), "text", w.exclusion(g))
		}
		for i, s := range x.Settle {
			w.say("letter.item", "n", strconv.Itoa(i+1), "text", w.settlement(c, s))
		}
	}
}

// settlement writes one way to settle a candidate that stands; candidate is its row,
// which may have no product yet.
func (w *writer) settlement(candidate forms.Path, s gap.Settlement) string {
	key := "gap.settle." + string(s.Key)
	return w.fill(key, w.word(key), []string{"product", w.report.RowTitle(candidate, w.lang), "metric", w.bareMetric(s.Metric), "days", strconv.Itoa(s.DaysLeft)})
}

// exclusion writes one ground with what proves it.
func (w *writer) exclusion(g gap.Exclusion) string {
	if g.Fact == nil {
		on := w.term("undated")
		if g.InquiredOn != nil {
			on = w.day(*g.InquiredOn)
		}
		return w.term("ground."+string(g.Ground), "date", on)
	}
	return w.term("ground.figure", "metric", w.bareMetric(g.Fact.Metric),
		"threshold", w.quantity(g.Fact.Metric, g.Threshold), "value", w.quantity(g.Fact.Metric, g.Fact.Value),
		"source", w.citation(g.Fact.Source), "grade", w.choice("grade", string(g.Fact.Grade)), "date", w.retrieved(*g.Fact))
}

// quantity writes the figure of a metric with its unit, or that it is not known.
func (w *writer) quantity(metric string, v gap.Quantity) string {
	if v == nil {
		return w.word("unknown")
	}
	return w.measured(metric, *v)
}

// conclusions prints what section 8 says beside the letter: support of each
// ground, sensitivity, and the case for each candidate with the answer to it.
func (w *writer) conclusions() {
	w.heading(1, w.term("comparison.conclusions"))
	w.exactPairs("justification.unavailable_in_china", "justification.no_reasonable_terms", "justification.technical_support",
		"justification.quantity_support", "justification.commercial_support", "justification.supported", "justification.standing")
	if q := w.report.Question("justification.sensitivity"); q != nil {
		w.heading(1, w.label(q.Path))
		if !w.prose(q.Path) {
			w.add(Paragraph{Text: w.display(q)})
		}
	}
	w.mixed()
	w.heading(1, w.label("justification.counter"))
	rows := w.report.Rows("justification.counter")
	if len(rows) == 0 {
		w.say("no_rows")
	}
	for _, row := range rows {
		candidate := row.Join("candidate")
		if w.plain(candidate) == "" {
			w.heading(2, w.report.RowTitle(row, w.lang))
		} else {
			w.headed(2, w.plain(candidate), w.questionAt(candidate))
		}
		w.form(w.columnsOf("justification.counter"), row, without("justification.counter[].candidate"))
	}
}

// mixed shows how far a domestic product could bear a part of the purchase.
func (w *writer) mixed() {
	if len(w.report.Gap.Mixed) == 0 {
		return
	}
	w.heading(1, w.term("comparison.mixed"))
	t := Table{Columns: []Column{
		{Head: w.term("head.product"), Share: 2}, {Head: w.term("head.available"), Share: 1, Align: End},
		{Head: w.term("head.domestic"), Share: 1, Align: End}, {Head: w.term("head.remainder"), Share: 1, Align: End}, {Head: w.term("head.open"), Share: 3},
	}}
	for _, s := range w.report.Gap.Mixed {
		x, _ := w.report.Gap.Candidate(s.Candidate)
		var open []string
		for _, id := range s.Open {
			for _, row := range w.report.Rows("requirements") {
				if w.report.Public(row) == id {
					open = append(open, w.inText(row.Join("metric")))
				}
			}
		}
		if s.OneToOne {
			open = append([]string{w.term("comparison.one_to_one")}, open...)
		}
		note := strings.Join(open, w.term("semicolon"))
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: x.Product}, {Text: w.bare(s.Available)}, {Text: w.bare(s.Domestic)}, {Text: w.bare(s.Remainder)}, {Text: note}}})
	}
	w.add(t)
	w.small(w.term("comparison.mixed.note"))
}
