package gap

// criterion is a requirement made ready for comparison.
type criterion struct {
	id        string
	metric    string // canonical
	op        Op
	threshold number
	usable    bool
	decisive  bool
}

func newCriterion(r Requirement) criterion {
	c := criterion{id: r.ID, metric: canonical(r.Metric), op: r.Op, decisive: r.Decisive}
	c.threshold, c.usable = newNumber(r.Threshold)
	switch r.Op {
	case AtLeast, Above, AtMost, Below, Equal:
	default:
		c.usable = false
	}
	if c.metric == "" {
		c.usable = false
	}
	return c
}

func (c *criterion) met(v number) bool {
	d := v.cmp(c.threshold)
	switch c.op {
	case AtLeast:
		return d >= 0
	case Above:
		return d > 0
	case AtMost:
		return d <= 0
	case Below:
		return d < 0
	default:
		return d == 0
	}
}

// favour is above zero when a serves the candidate better than b, below zero when b does.
func (c *criterion) favour(a, b number) int {
	switch c.op {
	case AtLeast, Above:
		return a.cmp(b)
	case AtMost, Below:
		return b.cmp(a)
	default:
		return b.away(c.threshold).Cmp(a.away(c.threshold))
	}
}

// choose picks the figure that this criterion goes by; nil when there is none.
func (c *criterion) choose(all []evidence, of []int32) *evidence {
	var best *evidence
	for _, i := range of {
		if e := &all[i]; best == nil || prefer(e, best, c) {
			best = e
		}
	}
	return best
}

// judge fills in verdict, gap and figure.
func (c *criterion) judge(cell *Cell, e *evidence) {
	switch {
	case !c.usable:
		cell.Verdict = NotApplicable
		return
	case e == nil:
		cell.Verdict = Unknown
		return
	}
	cell.Fact, cell.Strength = e.fact, strengthOf[e.rank]
	switch {
	case !e.valued:
		cell.Verdict = NotApplicable
	case c.met(e.number):
		cell.Verdict = Meets
	default:
		cell.Verdict = Short
		cell.GapPercent = gapPercent(e.number, c.threshold)
	}
}
