package document

import (
	"github.com/shopspring/decimal"

	"h200filing/forms"
)

// substitution is the plan to move to domestic accelerators.
func (w *writer) substitution() {
	w.clause("domestic_condition")
	w.heading(1, w.term("substitution.fleet"))
	if q := w.report.Question("project.fleet"); q != nil {
		w.list(q)
	}
	w.heading(1, w.term("substitution.shares"))
	w.add(w.shareBars())
	w.heading(1, w.term("substitution.plan"))
	w.section("substitution", without("substitution.share_before", "substitution.share_after")) // drawn above
}

// shareBars draws the share of domestic accelerators before and after.
func (w *writer) shareBars() Bars {
	b := Bars{}
	for _, one := range [][2]string{{"before", "substitution.share_before"}, {"after", "substitution.share_after"}} {
		q := w.report.Question(forms.Path(one[1]))
		bar := Bar{Label: w.term("substitution." + one[0]), Text: w.display(q), Question: one[1], Tone: Open, Unknown: true}
		if q != nil && q.State.Known() {
			if n, ok := q.Value.(decimal.Decimal); ok {
				bar.Value, bar.Tone, bar.Unknown = n.InexactFloat64(), Plain, false
			}
		}
		b.Bars = append(b.Bars, bar)
	}
	return b
}
