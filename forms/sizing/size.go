package sizing

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Size computes every figure of a workload on one kind of device at a site. It never fails: what cannot be computed is
// incomplete and says why.
func Size(w Workload, d Device, s Site) Result {
	e := &evaluation{kind: w.Kind, in: operands(w, d, s), out: make([]Figure, 0, figures), peak: "device.peak"}
	if metric, ok := PeakMetric(w.Precision); ok {
		e.peak = "device." + metric
	}
	e.kvBytes(w)
	e.run(needFormulas)
	e.run(deviceFormulas)
	binding := e.perReplica()
	e.run(siteFormulas)
	e.installed(s.WholeNodes)
	e.racks()
	e.run(costFormulas)
	if !d.Domestic { // the subsidy is for domestic devices only
		e.replace(Figure{Key: SubsidisedCost, State: NotApplicable, Unit: "CNY"})
	}
	return Result{Workload: w.Name, Device: d.Name, Figures: e.out, Binding: binding}
}

// figures is the number of keys.
const figures = 26

// evaluation holds the operands and the figures computed so far.
type evaluation struct {
	kind Kind
	peak string // input key that device.peak stands for
	in   map[string]operand
	out  []Figure
}

// run evaluates formulas in order. Those of one key stand side by side; the one for the workload's kind counts.
func (e *evaluation) run(formulas []formula) {
	for len(formulas) > 0 {
		same := 1
		for same < len(formulas) && formulas[same].key == formulas[0].key {
			same++
		}
		if i := slices.IndexFunc(formulas[:same], e.applies); i >= 0 {
			e.add(e.compute(formulas[i]))
		} else {
			e.add(e.unfit(formulas[0]))
		}
		formulas = formulas[same:]
	}
}

func (e *evaluation) applies(f formula) bool {
	return f.kinds == nil && e.kind.known() || slices.Contains(f.kinds, e.kind)
}

func (k Kind) known() bool { return k == Training || k == FineTuning || k == Inference }

// unfit is a figure that this kind of workload has not, or that waits for the kind to be told.
func (e *evaluation) unfit(f formula) Figure {
	out := Figure{Key: f.key, State: NotApplicable, Unit: f.unit}
	switch {
	case e.kind == "":
		out.State, out.Missing = Incomplete, []string{"kind"}
	case !e.kind.known():
		out.State, out.Unusable = Incomplete, []string{"kind"}
	}
	return out
}

func (e *evaluation) compute(f formula) Figure {
	out := Figure{Key: f.key, State: Complete, Unit: f.unit}
	values := make([]decimal.Decimal, 0, len(f.needs))
	for _, need := range f.needs {
		o := e.in[need]
		out.Missing = union(out.Missing, o.missing)
		out.Unusable = union(out.Unusable, o.unusable)
		if o.state != Complete {
			out.State = Incomplete
			continue
		}
		out.Inputs = append(out.Inputs, o.input)
		values = append(values, o.input.Value)
	}
	if out.State == Incomplete {
		out.Inputs = nil
		return out
	}
	out.Formula = strings.ReplaceAll(f.text, peak, e.peak)
	out.Value = f.eval(values)
	return out
}

// add appends a figure and makes it an operand of later formulas.
func (e *evaluation) add(f Figure) {
	e.out = append(e.out, f)
	e.in[string(f.Key)] = operand{
		input: Input{Key: string(f.Key), Value: f.Value, Unit: f.Unit, Origin: FromComputed},
		state: f.State, missing: f.Missing, unusable: f.Unusable,
	}
}

func (e *evaluation) replace(f Figure) {
	i := slices.IndexFunc(e.out, func(o Figure) bool { return o.Key == f.Key })
	e.out[i] = f
}

// union appends what is new, keeping the order.
func union(have, more []string) []string {
	for _, m := range more {
		if !slices.Contains(have, m) {
			have = append(have, m)
		}
	}
	return have
}
