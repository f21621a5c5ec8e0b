package document

import (
	"slices"
	"strconv"
	"strings"

	"h200filing/forms"
	"h200filing/forms/sizing"
)

// sizing shows how many accelerators each workload takes: its inputs, each step
// with formula and values, and the same for every candidate.
func (w *writer) sizing() {
	w.clause("sizing_method")
	for _, row := range w.report.Rows("workloads") {
		w.heading(1, w.report.RowTitle(row, w.lang))
		w.heading(2, w.term("sizing.inputs"))
		w.form(w.columnsOf("workloads"), row, nil)
		s := w.report.SizedAt(row)
		if s == nil {
			continue
		}
		w.heading(2, w.term("sizing.steps", "product", w.device(s.Product)))
		w.add(w.steps(s.Product))
		w.heading(2, w.term("sizing.candidates"))
		w.candidateTables(s)
	}
	w.heading(1, w.term("sizing.quantity"))
	w.exactPairs("product.quantity", "product.devices_needed", "product.quantity_justified", "product.quantity_verdict")
}

// measure is how a unit of the engine is written: as money, or with the unit
// text of the pack.
type measure struct {
	kind forms.Type
	unit string
}

var measures = map[string]measure{
	"GB": {forms.TypeDecimal, "gb"}, "GB/s": {forms.TypeDecimal, "gbs"}, "TFLOPS": {forms.TypeDecimal, "tflops"},
	"kW": {forms.TypeDecimal, "kw"}, "kWh": {forms.TypeDecimal, "kwh"}, "B": {forms.TypeDecimal, "bytes"},
	"CNY": {forms.TypeMoney, "CNY"}, "%": {forms.TypePercent, ""}, "": {forms.TypeDecimal, "cards"},
}

// counts are the units of figures that count anything but devices.
var counts = map[sizing.Key]string{sizing.Nodes: "nodes", sizing.NodesPerRack: "nodes", sizing.Racks: "racks"}

// racked are the figures that wait for the power of a rack, which need not be
// given.
var racked = []sizing.Key{sizing.NodePower, sizing.NodesPerRack, sizing.Racks}

// unasked reports whether a figure is left out, for nobody asked for racks.
func (w *writer) unasked(key sizing.Key) bool {
	q := w.report.Question("project.rack_power_kw")
	return slices.Contains(racked, key) && (q == nil || q.State != forms.Answered && q.State != forms.Flawed)
}

// figure writes the value of a step, or what it lacks.
func (w *writer) figure(f sizing.Figure) Cell {
	switch f.State {
	case sizing.NotApplicable:
		return Cell{Text: w.term("not_applicable")}
	case sizing.Incomplete:
		var names []string
		for _, key := range slices.Concat(f.Missing, f.Unusable) {
			names = append(names, w.input(key))
		}
		return Cell{Text: w.term("lacks", "names", w.join(names)), Tone: Open}
	}
	m, ok := measures[f.Unit]
	switch {
	case counts[f.Key] != "":
		m = measure{forms.TypeDecimal, counts[f.Key]}
	case !ok:
		return Cell{Text: w.bare(f.Value) + " " + f.Unit}
	}
	return Cell{Text: w.number(f.Value, m.kind, m.unit)}
}

// input names an input of the engine: a question, a metric or an earlier step.
func (w *writer) input(key string) string {
	name := w.report.FigureName(key, w.lang)
	if name == key {
		return w.term("figure." + key) // names the text that the pack lacks
	}
	return name
}

// bareMetric names a metric in a sentence whose values bear the unit.
func (w *writer) bareMetric(id string) string { return w.report.MetricBare(id, w.lang) }

// metric names a metric of the comparison.
func (w *writer) metric(id string) string { return w.report.MetricName(id, w.lang) }

// gaps moves what cells lack into notes under the table.
type gaps struct{ notes []string }

// short is a cell that stands for what it lacks by a mark; the answer that it prints
// stays its own.
func (g *gaps) short(w *writer, c Cell) Cell {
	if c.Tone != Open {
		return c
	}
	for i, n := range g.notes {
		if at := strconv.Itoa(i + 1); n == w.term("mark.note", "n", at)+c.Text {
			return Cell{Text: w.term("open", "n", at), Tone: Open, Question: c.Question}
		}
	}
	n := strconv.Itoa(len(g.notes) + 1)
	g.notes = append(g.notes, w.term("mark.note", "n", n)+c.Text)
	return Cell{Text: w.term("open", "n", n), Tone: Open, Question: c.Question}
}

// steps is the table of all steps of a sizing.
func (w *writer) steps(r sizing.Result) Table {
	t := Table{Columns: []Column{
		{Head: w.term("head.figure"), Share: 2}, {Head: w.term("head.result"), Share: 2, Align: End},
		{Head: w.term("head.formula"), Share: 4}, {Head: w.term("head.filled"), Share: 3},
	}}
	var sources []string
	var open gaps
	for _, f := range r.Figures {
		if f.State == sizing.NotApplicable || f.Key == sizing.PerReplicaAtLeast && r.Binding != "" || f.Key == sizing.PurchaseCost || w.unasked(f.Key) {
			continue // what it costs is told in full in its own annex
		}
		for _, in := range f.Inputs {
			if in.Origin == sizing.FromDevice {
				sources = addNew(sources, w.term("sizing.source", "metric", w.input(in.Key), "value", w.bare(in.Value), "source", w.citation(in.Source)))
			}
		}
		formula, filled := w.report.FigureFormula(f, w.lang)
		if f.State != sizing.Complete { // it would have holes
			filled = ""
		}
		t.Rows = append(t.Rows, step(Cell{Text: w.input(string(f.Key)), Tone: Head}, open.short(w, w.figure(f)), formula, filled))
	}
	t.Notes = open.notes
	if r.Binding != "" {
		t.Notes = append(t.Notes, w.term("sizing.binding", "binding", w.binding(r)))
	}
	t.Notes = append(t.Notes, sources...)
	return t
}

// step is a row of name, result, formula and the values filled in. What is not known
// yet has neither of the last two, and takes their room to say what it lacks.
func step(name, result Cell, formula, filled string) Row {
	if formula == "" && filled == "" {
		result.Span = 3
		return Row{Cells: []Cell{name, result}}
	}
	return Row{Cells: []Cell{name, result, {Text: formula}, {Text: filled}}}
}

func addNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// binding names the need that decides the number of devices.
func (w *writer) binding(r sizing.Result) string {
	return w.choice("binding", strings.TrimPrefix(string(r.Binding), "devices_by_"))
}

// citation writes where a figure of a device comes from.
func (w *writer) citation(s string) string {
	switch s {
	case "supplier_reply":
		return w.term("source.reply")
	case "application":
		return w.term("source.application")
	}
	return s
}

// compared are the figures that products are compared by.
var compared = []sizing.Key{sizing.ByMemory, sizing.ByBandwidth, sizing.ByCompute, sizing.PerReplica, sizing.PerReplicaAtLeast, sizing.Devices,
	sizing.Installed, sizing.Nodes, sizing.Racks, sizing.ITPower, sizing.AnnualEnergy, sizing.AnnualCost, sizing.SubsidisedCost, sizing.PurchaseCost}

// device names what a result is about; a product not chosen yet says so.
func (w *writer) device(r sizing.Result) string {
	if r.Device == "" {
		return w.inText("product.model")
	}
	return r.Device
}

// candidateTables set the product applied for beside the candidates.
func (w *writer) candidateTables(s *forms.Sized) {
	if len(s.Candidates) == 0 {
		w.say("no_candidates")
		return
	}
	results, rest := w.sizedResults(s.Candidates)
	for _, some := range abreast(results, across) {
		all := append([]sizing.Result{s.Product}, some...)
		t := Table{Columns: []Column{{Head: w.term("head.figure"), Share: 1.4}}}
		binding := Row{Cells: []Cell{{Text: w.text.Fields["workloads[].binding"].Label, Tone: Head}}}
		for _, r := range all {
			t.Columns = append(t.Columns, Column{Head: w.device(r), Share: 1.3, Align: End})
			name := w.word("unknown")
			if r.Binding != "" {
				name = w.binding(r)
			}
			binding.Cells = append(binding.Cells, Cell{Text: name})
		}
		var open gaps
		for _, key := range compared {
			if w.unasked(key) {
				continue
			}
			row := Row{Cells: []Cell{{Text: w.input(string(key)), Tone: Head}}}
			for _, r := range all {
				row.Cells = append(row.Cells, open.short(w, w.figure(r.Figure(key))))
			}
			t.Rows = append(t.Rows, row)
		}
		t.Rows = append(t.Rows, binding)
		t.Notes = open.notes
		w.add(t)
	}
	rest.say(w)
	w.small(w.term("sizing.candidates.note"))
}
