package document

import (
	"slices"

	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/forms/sizing"
)

// energy tells what the accelerators draw and which subsidy is forgone, for the
// product applied for and for each candidate.
func (w *writer) energy() {
	w.clause("energy_subsidy")
	w.heading(1, w.term("energy.answers"))
	w.section("energy", nil)
	w.heading(1, w.term("energy.options"))
	candidates := w.report.Rows("suppliers")
	if len(w.report.Sizing) == 0 {
		w.say("energy.none")
		return
	}
	for some := range slices.Chunk(append([]forms.Path{""}, candidates...), across+1) {
		w.add(w.optionTable(some))
	}
	w.small(w.term("energy.note"))
}

// totals are the figures that add up over the workloads.
var totals = []sizing.Key{sizing.Installed, sizing.ITPower, sizing.AnnualEnergy, sizing.AnnualCost, sizing.SubsidisedCost, sizing.SubsidyDifference}

// optionTable is a table of options; the empty row is the product applied for.
func (w *writer) optionTable(rows []forms.Path) Table {
	t := Table{Columns: []Column{{Head: w.term("head.figure"), Share: 1.4}}}
	for _, row := range rows {
		name := w.inText("product.model")
		if row != "" {
			name = w.report.RowTitle(row, w.lang)
		}
		t.Columns = append(t.Columns, Column{Head: name, Share: 1.3, Align: End})
	}
	var open gaps
	for _, key := range totals {
		line := Row{Cells: []Cell{{Text: w.input(string(key)), Tone: Head}}}
		for _, row := range rows {
			line.Cells = append(line.Cells, open.short(w, w.figure(w.total(row, key))))
		}
		t.Rows = append(t.Rows, line)
	}
	t.Notes = open.notes
	return t
}

// total adds a figure up over the workloads; one that is incomplete makes the
// sum so, and one that does not apply makes it not apply.
func (w *writer) total(candidate forms.Path, key sizing.Key) sizing.Figure {
	sum := sizing.Figure{Key: key, State: sizing.Complete, Value: decimal.Zero}
	for _, s := range w.report.Sizing {
		result := s.Product
		for _, c := range s.Candidates {
			if c.Candidate == candidate {
				result = c.Result
			}
		}
		f := result.Figure(key)
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

func union(have, more []string) []string {
	for _, m := range more {
		have = addNew(have, m)
	}
	return have
}
