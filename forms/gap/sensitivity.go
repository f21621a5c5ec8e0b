package gap

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
)

// sensitivity says for each decisive requirement how little it would take to let a candidate meet it, and to admit one:
// a candidate is admitted when every ground of its exclusion hangs on that requirement.
func (e *evaluation) sensitivity(all []Examined) []Sensitivity {
	out := make([]Sensitivity, 0, len(e.criteria))
	for r := range e.criteria {
		c := &e.criteria[r]
		if !c.decisive || !c.usable {
			continue
		}
		s := Sensitivity{Requirement: c.id, Metric: c.metric}
		nearest, admits := -1, -1
		for i := range e.columns {
			if e.cell(r, i).Verdict != Short {
				continue
			}
			if nearest < 0 || e.closer(r, i, nearest) {
				nearest = i
			}
			if all[i].hangsOn(c.id) && (admits < 0 || e.closer(r, i, admits)) {
				admits = i
			}
		}
		if nearest >= 0 {
			x := e.relaxation(r, nearest)
			s.Nearest = &x
		}
		if admits >= 0 {
			x := e.relaxation(r, admits)
			s.Admits = &x
		}
		out = append(out, s)
	}
	return out
}

// hangsOn reports whether the exclusion rests on that requirement alone.
func (x *Examined) hangsOn(requirement string) bool {
	for _, g := range x.Grounds {
		if g.Requirement != requirement {
			return false
		}
	}
	return x.Excluded
}

// closer reports whether candidate a falls less short of requirement r than b; names decide between equals.
func (e *evaluation) closer(r, a, b int) bool {
	c := &e.criteria[r]
	va, _ := newNumber(e.cell(r, a).Fact.Value)
	vb, _ := newNumber(e.cell(r, b).Fact.Value)
	if f := c.favour(va, vb); f != 0 {
		return f > 0
	}
	return byName(e.columns[a].candidate, e.columns[b].candidate) < 0
}

func byName(a, b *Candidate) int {
	return cmp.Or(cmp.Compare(a.Supplier, b.Supplier), cmp.Compare(a.Product, b.Product), cmp.Compare(a.ID, b.ID))
}

func (e *evaluation) relaxation(r, i int) Relaxation {
	c, cell := &e.criteria[r], e.cell(r, i)
	to, _ := newNumber(cell.Fact.Value)
	return Relaxation{
		Requirement: c.id, Candidate: cell.Candidate, Threshold: c.threshold.value,
		To: to.value, By: to.away(c.threshold), Percent: cell.GapPercent,
	}
}

// joint lists, for each candidate that only requirements exclude, all that would have to give together; the one with
// the least largest share comes first.
func (e *evaluation) joint(all []Examined) []JointRelaxation {
	index := make(map[string]int, len(e.criteria))
	for r := range e.criteria {
		index[e.criteria[r].id] = r
	}
	type ranked struct {
		JointRelaxation
		candidate *Candidate
	}
	var list []ranked
	for i, x := range all {
		j := ranked{JointRelaxation{Candidate: x.ID, Relaxations: make([]Relaxation, 0, len(x.Grounds))}, e.columns[i].candidate}
		for _, g := range x.Grounds {
			r, ok := index[g.Requirement]
			if !ok {
				j.Relaxations = nil
				break
			}
			j.Relaxations = append(j.Relaxations, e.relaxation(r, i))
			j.Largest = larger(j.Largest, g.GapPercent)
		}
		if len(j.Relaxations) > 0 {
			list = append(list, j)
		}
	}
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(compareShares(a.Largest, b.Largest), cmp.Compare(len(a.Relaxations), len(b.Relaxations)), byName(a.candidate, b.candidate))
	})
	var out []JointRelaxation
	for _, j := range list {
		out = append(out, j.JointRelaxation)
	}
	return out
}

func larger(a, b *decimal.Decimal) *decimal.Decimal {
	if a == nil || b != nil && b.GreaterThan(*a) {
		return b
	}
	return a
}

// compareShares puts an unknown share, which a threshold of zero gives, last.
func compareShares(a, b *decimal.Decimal) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	default:
		return a.Cmp(*b)
	}
}
