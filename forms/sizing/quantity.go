package sizing

import "github.com/shopspring/decimal"

// Verdict is the outcome of the quantity check.
type Verdict string

// The verdicts. Above blocks (the quantity has no basis), Below warns.
const (
	Within    Verdict = "within"
	Above     Verdict = "above"
	Below     Verdict = "below"
	Unchecked Verdict = "incomplete"
)

// QuantityTolerance is how far an order may exceed the computed need, as a share of it.
var QuantityTolerance = decimal.New(10, -2)

// QuantityCheck compares an order with the need of all workloads together.
type QuantityCheck struct {
	Verdict  Verdict         `json:"verdict"`
	Ordered  decimal.Decimal `json:"ordered"`
	Needed   decimal.Decimal `json:"needed"` // rounded up to whole nodes when they are bought by the node
	Missing  []string        `json:"missing,omitempty"`
	Unusable []string        `json:"unusable,omitempty"`
}

// CheckQuantity adds the devices of the results, which are those of every workload on the product applied for, rounds
// them up to whole nodes where the site says so, and compares the order with that. Without an order, without a workload
// or with an incomplete one it checks nothing and says what lacks.
func CheckQuantity(ordered Quantity, results []Result, s Site) QuantityCheck {
	c := QuantityCheck{Verdict: Unchecked}
	switch {
	case ordered == nil:
		c.Missing = []string{"product.quantity"}
	case !(limit{min: 1, integer: true}).allows(*ordered):
		c.Unusable = []string{"product.quantity"}
	default:
		c.Ordered = *ordered
	}
	if len(results) == 0 {
		c.Missing = append(c.Missing, "workloads")
	}
	for _, r := range results {
		f := r.Figure(Devices)
		c.Missing, c.Unusable = union(c.Missing, f.Missing), union(c.Unusable, f.Unusable)
		c.Needed = c.Needed.Add(f.Value)
	}
	size := given("node_size", s.NodeSize, FromAnswer, "")
	if s.WholeNodes {
		c.Unusable = union(c.Unusable, size.unusable)
	}
	if len(c.Missing)+len(c.Unusable) > 0 {
		c.Needed = decimal.Zero
		return c
	}
	if s.WholeNodes {
		c.Needed = ceilDiv(c.Needed, size.input.Value).Mul(size.input.Value)
	}
	c.Verdict = compare(c.Ordered, c.Needed)
	return c
}

func compare(ordered, needed decimal.Decimal) Verdict {
	switch {
	case ordered.LessThan(needed):
		return Below
	case ordered.GreaterThan(needed.Add(needed.Mul(QuantityTolerance))):
		return Above
	default:
		return Within
	}
}
