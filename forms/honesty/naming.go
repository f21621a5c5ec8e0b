package honesty

import "slices"

// How far from a figure, in characters, a word behind it may stand that names its metric.
const (
	behindFigure = 3
	behindDate   = 5
	beforeDate   = 8
)

// metricsOf decides what the figure measures: by a word right behind it, else the nearest before it in the clause, else
// what the unit alone speaks of.
func (r *reader) metricsOf(c *claim) {
	unit := c.number.unit
	if c.delta != nil || c.ratio {
		c.metrics = r.comparedMetrics(unit)
		return
	}
	before, gap := r.metricBefore(c)
	if unit == Calendar && (r.dateInRange(c) || gap > beforeDate) {
		before = nil
	}
	if before == nil || gap > 1 || unit != Calendar {
		if behind := r.metricBehind(c); behind != nil {
			before = behind
		}
	}
	if before == nil && c.need { // 晚于项目要求的 150 天
		before = r.carried(unit)
	}
	if before == nil && r.lastName >= r.clause {
		before = r.themed(unit)
	}
	if before != nil {
		c.metrics, c.named = before, true
		return
	}
	if counted := r.counted(c); counted != nil {
		c.metrics = counted
		return
	}
	if c.topic.named() && c.op == opNone && !c.need && r.aside.empty() && r.lastName < r.clause {
		return // neither word nor name: it may be anything of the product
	}
	c.metrics = metricsOf(defaultMetrics[unit])
}

// counted are the metrics of a number of devices that stands right behind a name: Atlas 800I A2 128 张.
func (r *reader) counted(c *claim) []*metric {
	if c.number.unit != Piece || r.lastName < 0 || r.at != r.lastName+1 || c.token.from-r.tokens[r.lastName].to > 2 || len(c.topic.groups) == 0 {
		return nil
	}
	for _, s := range c.topic.groups[0] {
		switch {
		case r.subjects[s].kind == isItem:
			return metricsOf([]string{FleetCount, PurchaseCount})
		case r.subjects[s].kind == isReference && r.aside.named():
			return metricsOf([]string{"product.quantity", Devices})
		}
	}
	return nil
}

// fits are the metrics of a word that are measured in a unit.
func fits(t *token, unit Unit) []*metric {
	if !t.is(cMetric) {
		return nil
	}
	all := t.word.metrics
	if !slices.ContainsFunc(all, func(m *metric) bool { return !measured(m, unit) }) {
		return all
	}
	var out []*metric
	for _, m := range all {
		if measured(m, unit) {
			out = append(out, m)
		}
	}
	return out
}

func measured(m *metric, unit Unit) bool { return m.unit == unit || m.unit == CNY && unit == USD }

func (r *reader) metricBefore(c *claim) (metrics []*metric, gap int) {
	for i := r.at - 1; i >= r.clause; i-- {
		t := &r.tokens[i]
		if m := fits(t, c.number.unit); m != nil {
			return r.byPrecision(m, i), c.token.from - t.to
		}
	}
	return nil, 0
}

// byPrecision narrows 算力 by the number format that stands before it.
func (r *reader) byPrecision(m []*metric, i int) []*metric {
	if len(m) > 1 && m[0].unit == TFLOPS && i > r.clause {
		if p := r.tokens[i-1]; p.is(cMetric) && len(p.word.metrics) == 1 && p.word.metrics[0].unit == TFLOPS {
			return p.word.metrics
		}
	}
	return m
}

func (r *reader) metricBehind(c *claim) []*metric {
	reach := behindFigure
	if c.number.unit == Calendar {
		reach = behindDate
	}
	for i := r.at + 1; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.isNumber() || t.is(cComma|cList|cNot|cOp) || t.from-c.token.to > reach {
			return nil
		}
		if m := fits(t, c.number.unit); m != nil {
			if i+1 < len(r.tokens) && r.tokens[i+1].isNumber() && r.numbers[r.tokens[i+1].number].unit == c.number.unit &&
				r.tokens[i+1].from-t.to <= 2 {
				return nil // it names the next figure
			}
			return m
		}
		if t.is(cPerDevice) || t.name != nil {
			reach += t.to - t.from
		}
	}
	return nil
}

// carried are the metrics of the last word of the sentence that fits.
func (r *reader) carried(unit Unit) []*metric {
	for i := r.at - 1; i >= 0; i-- {
		if m := fits(&r.tokens[i], unit); m != nil {
			return m
		}
	}
	return nil
}

// themes follow a metric that a whole sentence is about: 从交货期看.
var themes = []string{"看", "来看", "方面", "而言", "来说", "上看", ":", "上"}

// themed are the metrics that the sentence says it is about.
func (r *reader) themed(unit Unit) []*metric {
	for i := r.clause - 1; i >= 0; i-- {
		m := fits(&r.tokens[i], unit)
		if m != nil && slices.ContainsFunc(themes, func(theme string) bool { return r.hasPrefix(r.tokens[i].to, theme) }) {
			return m
		}
	}
	return nil
}

// comparedMetrics are what a difference or share is of: the last metric of the comparison that the sentence names, of the
// figure's unit where that is no percentage.
func (r *reader) comparedMetrics(unit Unit) []*metric {
	for i := r.at - 1; i >= 0; i-- {
		t := &r.tokens[i]
		if !t.is(cMetric) {
			continue
		}
		var out []*metric
		for _, m := range t.word.metrics {
			if m.table && (unit == Percent || measured(m, unit)) {
				out = append(out, m)
			}
		}
		if out != nil {
			return r.byPrecision(out, i)
		}
		if unit == Percent {
			return nil
		}
	}
	if unit == GB || unit == GBPerSecond {
		return metricsOf(defaultMetrics[unit])
	}
	return nil
}

func (r *reader) dateInRange(c *claim) bool {
	next := skip(r.r, c.token.to)
	if next < len(r.r) && (r.r[next] == '至' || r.r[next] == '到' || r.r[next] == '-') {
		return true
	}
	prev := c.token.from - 1
	for prev >= 0 && r.r[prev] == ' ' {
		prev--
	}
	return prev >= 0 && (r.r[prev] == '至' || r.r[prev] == '到' || r.r[prev] == '-')
}
