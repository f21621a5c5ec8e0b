package gap

import (
	"slices"

	"github.com/shopspring/decimal"
)

// mixed lists the candidates that could bear a part of the purchase: nothing but a short quantity speaks against them,
// no decisive figure of theirs is short on any evidence, and a quote says how many can be had.
func (e *evaluation) mixed(all []Examined) []Split {
	need, ok := newNumber(e.in.Need.Quantity)
	if !ok || !need.value.IsPositive() {
		return nil
	}
	type ranked struct {
		Split
		candidate *Candidate
	}
	var list []ranked
	for i := range e.columns {
		c := e.columns[i].candidate
		open, fit := e.open(i)
		available, quoted := e.available(i)
		if !fit || !quoted || !all[i].onlyQuantity() {
			continue
		}
		s := split(need.value, available, c.Devices)
		s.Candidate, s.Open = c.ID, open
		list = append(list, ranked{s, c})
	}
	slices.SortFunc(list, func(a, b ranked) int {
		if c := a.Remainder.Cmp(b.Remainder); c != 0 {
			return c
		}
		return byName(a.candidate, b.candidate)
	})
	var out []Split
	for _, l := range list {
		out = append(out, l.Split)
	}
	return out
}

// open names the decisive requirements on which the candidate is unknown; false when it is short on one, other than on
// the quantity itself.
func (e *evaluation) open(i int) (open []string, fit bool) {
	for r := range e.criteria {
		c, cell := &e.criteria[r], e.cell(r, i)
		switch {
		case !c.decisive || c.metric == MetricQuantity:
		case cell.Verdict == Short:
			return nil, false
		case cell.Verdict == Unknown:
			open = append(open, c.id)
		}
	}
	return open, true
}

// available is the quantity that a written quote promises; false when none does or it is none at all.
func (e *evaluation) available(i int) (decimal.Decimal, bool) {
	one := decimal.NewFromInt(1)
	cell, ok := e.term(i, termCheck{NeedQuantity, MetricQuantity, AtLeast, &one}, quotes)
	if !ok || cell.Verdict != Meets {
		return decimal.Zero, false
	}
	return cell.Fact.Value.Floor(), true
}

func (x *Examined) onlyQuantity() bool {
	for _, g := range x.Grounds {
		if g.Ground != QuantityShort {
			return false
		}
	}
	return true
}

// split divides a need of so many reference devices. A sized candidate covers the share that its devices make of the
// number it would take; one that was not sized is counted device for device.
func split(need, available decimal.Decimal, sized Quantity) Split {
	takes, oneToOne := need, true
	if n, ok := newNumber(sized); ok && n.value.IsPositive() {
		takes, oneToOne = n.value, false
	}
	domestic := decimal.Min(available, takes)
	// need · (takes − domestic) ÷ takes, rounded up exactly
	rest, over := need.Mul(takes.Sub(domestic)).QuoRem(takes, 0)
	if over.IsPositive() {
		rest = rest.Add(decimal.NewFromInt(1))
	}
	return Split{Available: available, Domestic: domestic, Remainder: rest, OneToOne: oneToOne}
}
