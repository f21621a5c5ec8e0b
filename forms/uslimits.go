package forms

import (
	"fmt"

	"github.com/shopspring/decimal"

	"h200filing/forms/accelerator"
	"h200filing/forms/rules"
)

// USLimit is a bound of a US rule on a figure of the product. Compute figures are
// dense; a sparse one is never held against it.
type USLimit struct {
	Metric string           // "tpp" or "memory_bandwidth_gbs"
	Above  *decimal.Decimal // the figure lies above it; nil is no lower bound
	Below  *decimal.Decimal // and below this one
}

// Holds reports whether a figure lies between the bounds; both are outside.
func (l USLimit) Holds(v decimal.Decimal) bool {
	return (l.Above == nil || v.GreaterThan(*l.Above)) && (l.Below == nil || v.LessThan(*l.Below))
}

// USExportLimits are the limits of the rule on exports to China and Macau: total
// processing performance below 21,000 and total DRAM bandwidth below 6,500 GB/s
// (91 FR 1684, effective 2026-01-15; the pack's clause bis_rule).
func USExportLimits() []USLimit {
	return []USLimit{{Metric: "tpp", Below: bound(21000)}, {Metric: "memory_bandwidth_gbs", Below: bound(6500)}}
}

// USDutyBand is the band of the 25 % import duty that the H200 concerns: TPP
// between 14,000 and 17,500 and DRAM bandwidth between 4,500 and 5,000 GB/s
// (proclamation of 2026-01-14; the pack's clause us_import_duty). Outside of it
// only counsel can say.
func USDutyBand() []USLimit {
	return []USLimit{{"tpp", bound(14000), bound(17500)}, {"memory_bandwidth_gbs", bound(4500), bound(5000)}}
}

func bound(n int64) *decimal.Decimal { d := decimal.NewFromInt(n); return &d }

// within makes a function of a pack: whether its arguments lie in the limits.
func within(limits []USLimit) rules.Function {
	return known(func(args []any) (any, error) {
		if len(args) != len(limits) {
			return nil, fmt.Errorf("%d figures for %d limits", len(args), len(limits))
		}
		for i, l := range limits {
			v, err := rules.Number(args[i])
			if err != nil {
				return nil, err
			}
			if !l.Holds(v) {
				return false, nil
			}
		}
		return true, nil
	})
}

// productTPP is the total processing performance of the product applied for,
// worked out from its dense figures and never taken as stated.
func (e *evaluation) productTPP(q *Question) {
	q.Missing = []Path{"product.model"}
	if tpp, _, ok := accelerator.TPP(e.productPart().Figures); ok {
		q.settle(tpp)
	}
}

func (e *evaluation) productBandwidth(q *Question) {
	q.Missing = []Path{"product.model"}
	if f, ok := e.productPart().Figures["memory_bandwidth_gbs"]; ok {
		q.settle(f.Value)
	}
}

// productPart is the catalogue's part of the product applied for, or an empty one.
func (e *evaluation) productPart() accelerator.Part {
	return e.report.cataloguePart(e.word("product.model"))
}

// cataloguePart finds a part by its id, or gives an empty one.
func (r *Report) cataloguePart(id string) accelerator.Part {
	if r.Context.Catalogue == nil {
		return accelerator.Part{}
	}
	part, _ := r.Context.Catalogue.ByID(id)
	return part
}

// TPP tells how the total processing performance of the product applied for came
// about: the dense figure that decides, with its metric. False where the
// catalogue has no compute figure of it.
func (r *Report) TPP() (tpp decimal.Decimal, metric accelerator.Metric, figure accelerator.Figure, ok bool) {
	q := r.byPath["product.model"]
	if q == nil || !q.State.Known() {
		return
	}
	id, _ := q.Value.(string)
	part := r.cataloguePart(id)
	tpp, by, ok := accelerator.TPP(part.Figures)
	metric, _ = accelerator.MetricByID(by)
	return tpp, metric, part.Figures[by], ok
}
