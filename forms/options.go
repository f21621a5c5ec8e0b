package forms

import (
	"slices"

	"github.com/shopspring/decimal"

	"h200filing/forms/sizing"
)

// sourceApplication is the source of the price that the applicant itself states.
const sourceApplication = "application"

// Options lists the ways to meet the need that are compared with each other: the
// product applied for, as the empty path, then the rows of suppliers.
func (r *Report) Options() []Path { return append([]Path{""}, r.Rows("suppliers")...) }

// Total adds a figure of an option up over all workloads. One workload that is
// incomplete makes the sum so, and one to which the figure does not apply makes
// it not apply; without a workload nothing applies.
func (r *Report) Total(option Path, key sizing.Key) sizing.Figure {
	sum := sizing.Figure{Key: key, State: sizing.Complete, Value: decimal.Zero}
	if len(r.Sizing) == 0 {
		sum.State = sizing.NotApplicable
	}
	for i := range r.Sizing {
		f := r.Sizing[i].of(option).Figure(key)
		sum.Unit = f.Unit
		switch {
		case f.State == sizing.NotApplicable:
			return f
		case f.State == sizing.Incomplete:
			sum.State = sizing.Incomplete
			sum.Missing = union(sum.Missing, append(slices.Clone(f.Missing), f.Unusable...))
		default:
			sum.Value = sum.Value.Add(f.Value)
		}
	}
	return sum
}

// of is the sizing on an option; the empty path is the product applied for.
func (s *Sized) of(option Path) sizing.Result {
	for _, c := range s.Candidates {
		if c.Candidate == option {
			return c.Result
		}
	}
	return s.Product
}

func union(have, more []string) []string {
	for _, m := range more {
		if !slices.Contains(have, m) {
			have = append(have, m)
		}
	}
	return have
}
