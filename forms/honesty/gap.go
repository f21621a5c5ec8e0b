package honesty

import "github.com/shopspring/decimal"

var hundred = decimal.NewFromInt(100)

// measure is something that a value is compared with.
type measure struct {
	amount decimal.Decimal
	label  string
	path   string
	metric *metric
}

// judgeGap judges a difference or a share: of a product from the requirement or from another product.
func (r *reader) judgeGap(c *claim) {
	if len(c.topic.groups) != 1 || len(c.topic.unlisted) > 0 {
		return
	}
	against := r.aside
	if against.empty() {
		against = r.against
	}
	if c.delta == nil && against.empty() || against.generic || len(against.unlisted) > 0 {
		return
	}
	metrics := c.metrics
	if len(metrics) == 0 && c.number.unit == Percent {
		if r.domesticOnly() {
			return
		}
		metrics = r.tableMetrics()
	}
	var instead []Truth
	for _, s := range c.topic.groups[0] {
		if r.subjects[s].kind == isItem {
			return
		}
		for _, m := range metrics {
			found, ok := r.gaps(c, s, m, against)
			if ok {
				return
			}
			instead = append(instead, found...)
		}
	}
	if len(instead) > 0 {
		r.add(GapDiffers, c.token, metrics[:1], r.subjects[c.topic.groups[0][0]].label, instead)
	}
}

// domesticOnly reports a percentage of which no metric can be told although a word names one that is not compared.
func (r *reader) domesticOnly() bool { return r.inClause(cMetric) || r.inClause(cNow) }

// tableMetrics are those that the comparison has a requirement for.
func (r *reader) tableMetrics() []*metric {
	var out []*metric
	for i := range metricTable {
		if m := &metricTable[i]; len(r.rows[m.id]) > 0 && m.table {
			out = append(out, m)
		}
	}
	return out
}

// gaps are the differences that the data gives; ok where the claim states one.
func (r *reader) gaps(c *claim, s int, m *metric, against topic) (instead []Truth, ok bool) {
	for _, v := range r.values[valueKey{m.id, r.subjects[s].id}] {
		for _, w := range r.measures(m, against) {
			if w.amount.IsZero() {
				continue
			}
			truth := c.difference(v.Amount, w.amount)
			if c.states(truth) && c.rightWay(v.Amount, w.amount) {
				return nil, true
			}
			instead = append(instead, Truth{Key: c.gapKey(), Subject: r.subjects[s].label, Label: w.label, Value: c.rounded(truth),
				Unit: r.unitText(c.token), Path: w.path})
		}
	}
	return instead, false
}

// measures are the thresholds of the requirement, or the figures of the other product.
func (r *reader) measures(m *metric, against topic) []measure {
	var out []measure
	if len(against.groups) == 0 {
		for _, row := range r.rows[m.id] {
			out = append(out, measure{row.Threshold, row.Label, row.Path, m})
		}
		return out
	}
	for _, s := range against.groups[0] {
		for _, v := range r.values[valueKey{m.id, r.subjects[s].id}] {
			out = append(out, measure{v.Amount, v.Label, v.Path, m})
		}
	}
	return out
}

// difference is what the claim should state.
func (c *claim) difference(v, w decimal.Decimal) decimal.Decimal {
	switch {
	case c.ratio:
		return v.Mul(hundred).DivRound(w, scaleDigits)
	case c.number.unit == Percent:
		return v.Sub(w).Abs().Mul(hundred).DivRound(w.Abs(), scaleDigits)
	default:
		return v.Sub(w).Abs()
	}
}

func (c *claim) gapKey() string {
	if c.ratio {
		return TruthShare
	}
	return TruthGap
}

// rightWay reports whether the word of the difference points the way that the values lie.
func (c *claim) rightWay(v, w decimal.Decimal) bool {
	if c.delta == nil {
		return true
	}
	switch c.delta.word.op {
	case opBelow:
		return v.LessThan(w)
	case opAbove:
		return v.GreaterThan(w)
	}
	return true
}

// rounded shows a difference with the decimals of the claim, one at least for a percentage.
func (c *claim) rounded(v decimal.Decimal) string {
	if c.number.unit == Percent {
		return v.Round(max(1, c.number.places)).String()
	}
	return c.shown(v)
}
