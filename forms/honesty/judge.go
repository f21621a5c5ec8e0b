package honesty

import (
	"slices"
	"strings"
)

// fact is a value with the metric that it was looked up by.
type fact struct {
	*Value
	metric *metric
}

// factsOf are the values that a claim's metrics have for a subject.
func (r *reader) factsOf(c *claim, subject string, reach reach) []fact {
	var out []fact
	for _, m := range c.metrics {
		if m.id == "" || m.reach != reach || m.now && !r.inClause(cNow) {
			continue
		}
		for _, v := range r.values[valueKey{m.id, subject}] {
			if c.unitMatches(v, m) {
				out = append(out, fact{v, m})
			}
		}
	}
	return out
}

// judgeSubject judges a figure that is said of products.
func (r *reader) judgeSubject(c *claim) {
	groups := r.pairedGroup(c)
	var all []fact
	for _, group := range groups {
		var facts []fact
		for _, s := range group {
			facts = append(facts, r.factsOf(c, r.subjects[s].id, ofProduct)...)
		}
		if c.op != opNone && len(groups) > 1 && len(facts) > 0 && !r.carries(c, facts) {
			r.differs(c, facts, group)
			return
		}
		all = append(all, facts...)
	}
	switch {
	case len(all) > 0:
		if !r.carries(c, all) {
			r.differs(c, all, groups[0])
		}
	case r.hasReach(c, ofProject) || r.isPurchase(c):
		r.judgeOwn(c)
	default:
		r.unsourced(c, groups)
	}
}

// pairedGroup picks the name that the figure goes with where the sentence pairs them in order.
func (r *reader) pairedGroup(c *claim) [][]int {
	groups := c.topic.groups
	if !r.paired || len(groups) < 2 {
		return groups
	}
	if r.pair == nil {
		r.pair = map[Unit]int{}
	}
	i := r.pair[c.number.unit]
	r.pair[c.number.unit]++
	if i >= len(groups) {
		return groups
	}
	return groups[i : i+1]
}

func (r *reader) carries(c *claim, facts []fact) bool {
	for _, f := range facts {
		if f.metric.unit == Calendar && r.statesDate(c, f.Value) || f.metric.unit != Calendar && c.holds(f.Amount) {
			return true
		}
	}
	return false
}

func (r *reader) hasReach(c *claim, want reach) bool {
	for _, m := range c.metrics {
		if m.id != "" && m.reach == want {
			return true
		}
	}
	return false
}

// isPurchase reports a figure of the purchase, said of the product applied for.
func (r *reader) isPurchase(c *claim) bool {
	for _, group := range c.topic.groups {
		for _, s := range group {
			if r.subjects[s].kind != isReference {
				return false
			}
		}
	}
	return r.hasReach(c, ofPurchase)
}

// judgeOwn judges a figure of the application itself.
func (r *reader) judgeOwn(c *claim) {
	if r.elsewhere || c.topic.unnamed || r.otherPrecision(c) {
		return
	}
	facts := r.factsOf(c, "", ofProject)
	if len(c.topic.groups) == 0 || r.isPurchase(c) {
		facts = append(facts, r.factsOf(c, "", ofPurchase)...)
	}
	if c.topic.empty() || c.topic.own || c.topic.need { // whose devices are counted need not be said
		facts = append(facts, r.factsOf(&claim{number: c.number, metrics: devicesOf(c.metrics)}, Reference, ofProduct)...)
	}
	kept := facts[:0]
	for _, f := range facts {
		if targets[f.Metric] {
			if !c.need && c.op == opNone {
				continue
			}
			c.op = opNone // a bound that is required is stated as it is
		}
		if c.part && (!c.named || f.metric.unit == Piece) {
			continue
		}
		kept = append(kept, f)
	}
	if len(kept) > 0 && !r.carries(c, kept) {
		r.differs(c, kept, nil)
	}
}

// devicesOf are those of the metrics that count the devices needed.
func devicesOf(all []*metric) []*metric {
	var out []*metric
	for _, m := range all {
		if m.id == Devices || m.id == DevicesPerReplica {
			out = append(out, m)
		}
	}
	return out
}

// otherPrecision reports a size that holds for the number format which the clause names.
func (r *reader) otherPrecision(c *claim) bool {
	return c.number.unit == GB && slices.ContainsFunc(r.tokens[r.clause:r.at], func(t token) bool { return fits(&t, TFLOPS) != nil && t.word.metrics[0].unit == TFLOPS })
}

// targets are values that only a requirement states: the same words also tell what was measured.
var targets = map[string]bool{"workloads[].tokens_per_second": true, "workloads[].prompt_tokens_per_second": true}

// judgeNeed judges a figure that is said to be required.
func (r *reader) judgeNeed(c *claim) {
	var rows []*Requirement
	foreign := false
	for _, m := range c.metrics {
		for _, row := range r.rows[m.id] {
			rows = append(rows, row)
			if m.unit == c.number.unit && c.states(row.Threshold) {
				return
			}
		}
		foreign = foreign || !m.table || m.unit != c.number.unit
		if r.isReplicaNeed(c, m) {
			return
		}
	}
	if len(rows) == 0 && len(c.metrics) == 1 && c.metrics[0].id == AvailableQuantity { // what must be available is what is bought
		c.metrics = metricsOf([]string{"product.quantity"})
	}
	switch {
	case len(rows) > 0 && !foreign:
		r.add(RequirementDiffers, c.token, c.metrics, "", r.thresholds(c, rows))
	case r.hasOwnFacts(c):
		r.judgeOwn(c)
	case len(rows) == 0 && len(c.metrics) > 0 && !foreign && len(r.model.Requirements) > 0:
		r.add(RequirementNotInTable, c.token, c.metrics, "", nil)
	}
}

func (r *reader) hasOwnFacts(c *claim) bool {
	return len(r.factsOf(c, "", ofProject))+len(r.factsOf(c, "", ofPurchase)) > 0
}

// isReplicaNeed reports a figure that is what one replica needs, which 所需 may also mean.
func (r *reader) isReplicaNeed(c *claim, m *metric) bool {
	for _, v := range r.values[valueKey{perReplica[m.id], ""}] {
		if c.states(v.Amount) {
			return true
		}
	}
	return false
}

// unsourced warns of a figure of a candidate that the comparison does not hold.
func (r *reader) unsourced(c *claim, groups [][]int) {
	if !c.named || len(groups) != 1 || len(c.metrics) == 0 || len(r.model.Values) == 0 {
		return
	}
	for _, m := range c.metrics {
		if !m.table || m.unit == CNY {
			return
		}
	}
	for _, s := range groups[0] {
		if r.subjects[s].kind != isCandidate {
			return
		}
	}
	r.add(NumberUnsourced, c.token, c.metrics, r.subjects[groups[0][0]].label, nil)
}

// differs records that the figure is not what the facts say.
func (r *reader) differs(c *claim, facts []fact, group []int) {
	kind, soft := NumberDiffers, true
	subject := ""
	if len(group) > 0 {
		subject = r.subjects[group[0]].label
	}
	var instead []Truth
	for _, f := range facts {
		soft = soft && f.Soft
		truth := Truth{Key: TruthOwn, Label: f.Label, Path: f.Path}
		if at := r.subjectByID(f.Subject); at >= 0 {
			truth.Key, truth.Subject = TruthOf, r.subjects[at].label
		}
		if f.metric.unit == Calendar {
			kind, truth.Key, truth.Value = DateDiffers, TruthDate, f.On.Format("2006-01-02")
		} else {
			truth.Value, truth.Unit = c.shown(f.Amount), r.unitText(c.token)
		}
		instead = append(instead, truth)
	}
	if soft {
		kind = DiffersFromSizing
	}
	metrics := make([]*metric, 0, 1)
	r.add(kind, c.token, append(metrics, facts[0].metric), subject, instead)
}

func (r *reader) thresholds(c *claim, rows []*Requirement) []Truth {
	out := make([]Truth, len(rows))
	for i, row := range rows {
		out[i] = Truth{Key: TruthOwn, Label: row.Label, Value: c.shown(row.Threshold), Unit: r.unitText(c.token), Path: row.Path}
	}
	return out
}

// unitText is the unit of a figure as it is written, with its multiplier.
func (r *reader) unitText(t *token) string {
	n := &r.numbers[t.number]
	if n.unit == Percent {
		return "%"
	}
	return strings.TrimSpace(r.slice(n.unitAt, t.to))
}

// add records a finding at a token.
func (r *reader) add(kind Kind, t *token, metrics []*metric, subject string, instead []Truth) {
	metric := ""
	if len(metrics) > 0 {
		metric = metrics[0].id
	}
	r.addSpan(kind, t.from, t.to, metric, subject, instead)
}

func (r *reader) addSpan(kind Kind, from, to int, metric, subject string, instead []Truth) {
	r.findings = append(r.findings, Finding{
		Kind: kind, At: r.span(from, to), In: r.span(r.from, r.to),
		Words: r.slice(from, to), Sentence: r.slice(r.from, r.to),
		Metric: metric, Subject: subject, Instead: instead,
	})
}
