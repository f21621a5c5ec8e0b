package honesty

import "slices"

// claim is a figure with what it is said of.
type claim struct {
	token   *token
	number  *number
	metrics []*metric
	named   bool // a word of the clause names the metric
	topic   topic
	need    bool // it is the requirement's
	op      op
	approx  bool
	delta   *token // the word that makes it a difference
	ratio   bool   // a share of what is compared with
	part    bool   // of a part of the whole
}

// judgeFigure finds out what a figure claims and judges it.
func (r *reader) judgeFigure(t *token) {
	c := claim{token: t, number: &r.numbers[t.number], topic: r.main}
	if c.number.unit == Other || r.silent() {
		return
	}
	if r.judgeCount(&c) {
		return
	}
	r.comparison(&c)
	r.subjectOf(&c)
	r.metricsOf(&c)
	r.scope(&c)
	c.part = r.inClause(cPart)
	switch {
	case c.delta != nil || c.ratio:
		r.judgeGap(&c)
	case c.need:
		r.judgeNeed(&c)
	case len(c.topic.unlisted) > 0:
	case len(c.topic.groups) > 0:
		r.judgeSubject(&c)
	default:
		r.judgeOwn(&c)
	}
}

// comparison reads the words right before and behind the figure.
func (r *reader) comparison(c *claim) {
	i := r.at - 1
	for ; i >= r.clause && r.tokens[i].is(cApprox); i-- {
		c.approx = true
	}
	if i >= r.clause && r.tokens[i].is(cDelta) && c.token.from-r.tokens[i].to <= 4 {
		c.delta = &r.tokens[i]
	}
	if r.op != nil && c.token.from-r.op.to <= 16 {
		c.op = r.op.word.op
	}
	if r.at+1 < len(r.tokens) {
		next := &r.tokens[r.at+1]
		near := next.from-c.token.to <= 1
		if near && next.is(cPostOp) {
			c.op = next.word.op
		}
		if near && next.is(cApprox) {
			c.approx = true
		}
	}
	if c.number.more {
		c.op = opAtLeast
	}
}

// subjectOf decides whom the figure is said of.
func (r *reader) subjectOf(c *claim) {
	percent := c.number.unit == Percent
	switch compared := !r.aside.empty(); {
	case c.delta != nil:
		return
	case compared && percent && r.than != nil:
		c.ratio = true
		return
	case compared:
		c.topic = r.aside
	}
	if name := r.nameBehind(c); name != nil {
		c.topic = topic{groups: [][]int{name.subjects}}
	}
	c.need = c.topic.need || r.needBehind(c)
	if (c.op == opBelow || c.op == opAbove) && (c.need || !r.aside.empty() || r.metricBehindOp()) {
		c.op = opNone // what is compared with has a name, and the figure is its own
	}
	threshold := c.op == opAtLeast || c.op == opAtMost
	if threshold && (c.topic.empty() || c.topic.own) && !percent && r.demands() {
		c.need = true
	}
}

// demands reports a bound that nobody else is said to keep: the sentence speaks of a requirement, or the clause begins
// with what is measured.
func (r *reader) demands() bool {
	for i := 0; i < r.at; i++ {
		if r.tokens[i].is(cNeed) {
			return true
		}
	}
	start := r.from
	if r.clause > 0 {
		start = r.tokens[r.clause-1].to
	}
	for i := r.clause; i < r.at; i++ {
		if t := &r.tokens[i]; t.is(cMetric) {
			return t.from-start <= 4 && !offered(t.word.metrics)
		}
	}
	return false
}

// offered reports metrics that a supplier states rather than the need.
func offered(all []*metric) bool {
	return slices.ContainsFunc(all, func(m *metric) bool { return m.id == AvailableQuantity || m.id == UnitPrice })
}

// metricBehindOp reports a metric between the comparison and the figure: 超过可供数量 48 张.
func (r *reader) metricBehindOp() bool {
	for i := r.at - 1; i >= r.clause && &r.tokens[i] != r.op; i-- {
		if r.tokens[i].is(cMetric) {
			return r.op != nil
		}
	}
	return false
}

// nameBehind is the product that a number of devices is counted of, 32 张 H200, or that something was done to on a day,
// 10 月 12 日向华为询价.
func (r *reader) nameBehind(c *claim) *naming {
	date := c.number.unit == Calendar && !c.topic.named()
	if !date && c.number.unit != Piece || r.at+1 >= len(r.tokens) {
		return nil
	}
	next := &r.tokens[r.at+1]
	if next.is(cDomestic) && r.at+2 < len(r.tokens) {
		next = &r.tokens[r.at+2]
	}
	if next.name == nil || next.name.unlisted != "" || next.from-c.token.to > 4 {
		return nil
	}
	return next.name
}

// needBehind reports a figure that is followed by the word requirement: 136 GB 的显存需求.
func (r *reader) needBehind(c *claim) bool {
	for i := r.at + 1; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.from-c.token.to > 14 || !t.is(cNeed|cMetric|cPerDevice|cOwn) || i == r.at+1 && t.from-c.token.to > 4 {
			return false
		}
		if t.is(cNeed) {
			return true
		}
	}
	return false
}

// scope turns the metrics of a device into those of a replica where the clause speaks of one, and drops those of a device
// where it speaks of many.
func (r *reader) scope(c *claim) {
	for i := r.at - 1; i >= r.clause; i-- {
		t := &r.tokens[i]
		switch {
		case t.is(cPerDevice):
			return
		case t.is(cPerReplica):
			for k, m := range c.metrics {
				if id, ok := perReplica[m.id]; ok {
					c.metrics = append([]*metric(nil), c.metrics...)
					c.metrics[k] = metricByID()[id]
				}
			}
			return
		case t.is(cInTotal):
			kept := c.metrics[:0:0]
			for _, m := range c.metrics {
				if m.id != Memory && m.id != MemoryBandwidth && m.id != "tdp_w" {
					kept = append(kept, m)
				}
			}
			c.metrics = kept
			return
		}
	}
}
