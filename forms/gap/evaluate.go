package gap

import "maps"

// Evaluate examines the claim. It never fails: what cannot be judged is unknown or not applicable. The result points at
// facts and thresholds of the input, which must not be changed afterwards.
func Evaluate(in Input) Result {
	e := newEvaluation(in)
	r := Result{Matrix: e.matrix(), Candidates: make([]Examined, len(in.Candidates))}
	for i := range e.columns {
		r.Candidates[i] = e.examine(i)
	}
	r.Support = support(r.Candidates)
	r.Arguments = arguments(r.Candidates)
	r.Sensitivity = e.sensitivity(r.Candidates)
	r.Joint = e.joint(r.Candidates)
	r.Tailored = e.tailored()
	r.Stale = e.stale()
	r.Mixed = e.mixed(r.Candidates)
	for _, c := range e.criteria {
		if !c.usable {
			r.Unusable = append(r.Unusable, c.id)
		}
	}
	return r
}

// evaluation holds the input made ready for comparison and the cells.
type evaluation struct {
	in       Input
	today    int32
	criteria []criterion
	columns  []column
	cells    []Cell // by requirement, then candidate
}

// column is one candidate.
type column struct {
	candidate *Candidate
	evidence  []evidence
	byMetric  [][]int32 // indexes into evidence, by metric number
}

func newEvaluation(in Input) *evaluation {
	e := &evaluation{in: in, today: dayOf(in.Today), criteria: make([]criterion, 0, len(in.Requirements))}
	metrics := maps.Clone(termMetric)
	for _, r := range in.Requirements {
		c := newCriterion(r)
		e.criteria = append(e.criteria, c)
		if _, ok := metrics[c.metric]; !ok {
			metrics[c.metric] = len(metrics)
		}
	}
	e.columns = make([]column, len(in.Candidates))
	for i := range in.Candidates {
		e.columns[i] = newColumn(&in.Candidates[i], metrics, e.today)
	}
	e.cells = make([]Cell, len(e.criteria)*len(e.columns))
	for r := range e.criteria {
		c := &e.criteria[r]
		m := metrics[c.metric]
		for i := range e.columns {
			col := &e.columns[i]
			cell := &e.cells[r*len(e.columns)+i]
			cell.Requirement, cell.Candidate, cell.Metric = c.id, col.candidate.ID, c.metric
			c.judge(cell, c.choose(col.evidence, col.byMetric[m]))
		}
	}
	return e
}

func newColumn(c *Candidate, metrics map[string]int, today int32) column {
	col := column{candidate: c, evidence: gather(c, today), byMetric: make([][]int32, len(metrics))}
	index := make([]int32, len(col.evidence)) // one backing array: most metrics have one fact
	for i := range col.evidence {
		m, ok := metrics[canonical(col.evidence[i].fact.Metric)]
		if !ok {
			continue
		}
		if col.byMetric[m] == nil {
			col.byMetric[m] = index[i : i : i+1]
		}
		col.byMetric[m] = append(col.byMetric[m], int32(i))
	}
	return col
}

func (e *evaluation) cell(requirement, candidate int) *Cell {
	return &e.cells[requirement*len(e.columns)+candidate]
}

func (e *evaluation) matrix() [][]Cell {
	out := make([][]Cell, len(e.criteria))
	for r := range out {
		out[r] = e.cells[r*len(e.columns) : (r+1)*len(e.columns) : (r+1)*len(e.columns)]
	}
	return out
}

// term judges a candidate by a check that no requirement row states, by its written quotes or by every figure; false when
// there is nothing to check against.
func (e *evaluation) term(i int, t termCheck, by func(*evidence) bool) (Cell, bool) {
	c := newCriterion(Requirement{ID: t.id, Metric: t.metric, Op: t.op, Threshold: t.threshold, Decisive: true})
	if !c.usable {
		return Cell{}, false
	}
	col := &e.columns[i]
	var best *evidence
	for _, k := range col.byMetric[termMetric[t.metric]] {
		if ev := &col.evidence[k]; by(ev) && (best == nil || prefer(ev, best, &c)) {
			best = ev
		}
	}
	cell := Cell{Requirement: t.id, Candidate: col.candidate.ID, Metric: t.metric}
	c.judge(&cell, best)
	return cell, true
}

func quotes(e *evidence) bool { return e.rank == strong && e.fact.Grade == Quoted }

func everything(*evidence) bool { return true }

// termMetric numbers the metrics that are looked up even when no requirement names them.
var termMetric = map[string]int{MetricLeadTime: 0, MetricQuantity: 1, MetricPrice: 2}
