package document

import (
	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/forms/accelerator"
)

// benchmarkAnnex measures every domestic part of the catalogue by the product
// applied for: a row a part, a column a figure, each with its source. What nobody
// published says so and is never estimated.
func (w *writer) benchmarkAnnex() {
	w.catalogueNote()
	w.small(w.term("benchmark.note"))
	w.small(w.term("comparison.dense"))
	w.heading(1, w.term("benchmark.table"))
	yard, ok := w.yardstick()
	parts := w.report.CatalogueParts()
	if !ok || len(parts) == 0 {
		w.say("no_candidates")
		return
	}
	metrics := w.benchmarked(append([]accelerator.Part{yard}, parts...))
	t := Table{Columns: []Column{{Head: w.term("benchmark.product"), Share: 2.1}}}
	for _, m := range metrics {
		t.Columns = append(t.Columns, Column{Head: w.metric(m.ID), Share: 1.3})
	}
	refs := references{}
	for i, p := range append([]accelerator.Part{yard}, parts...) {
		row := Row{Cells: []Cell{{Text: p.Supplier + "\n" + p.Product, Tone: Head, Strong: i == 0}}}
		for _, m := range metrics {
			row.Cells = append(row.Cells, w.benchmarkCell(m, p, yard, i == 0, &refs))
		}
		t.Rows = append(t.Rows, row)
	}
	w.add(t)
	w.heading(1, w.term("benchmark.sources"))
	for _, note := range refs.notes {
		w.small(note)
	}
}

// yardstick is the product applied for, as the catalogue has it.
func (w *writer) yardstick() (accelerator.Part, bool) {
	if w.report.Context.Catalogue == nil {
		return accelerator.Part{}, false
	}
	return w.report.Context.Catalogue.ByID(w.value("product.model"))
}

// benchmarked are the figures that some part has; what it costs is no property.
func (w *writer) benchmarked(parts []accelerator.Part) []accelerator.Metric {
	var out []accelerator.Metric
	for _, m := range accelerator.Metrics() {
		if m.Kind == accelerator.Money {
			continue
		}
		for _, p := range parts {
			if _, ok := p.Figures[m.ID]; ok {
				out = append(out, m)
				break
			}
		}
	}
	return out
}

// benchmarkCell is a figure with the number of its source and, under it, what
// part of the yardstick's figure it makes.
func (w *writer) benchmarkCell(m accelerator.Metric, p, yard accelerator.Part, own bool, refs *references) Cell {
	f, ok := p.Figures[m.ID]
	if !ok {
		return Cell{Text: w.word("not_disclosed"), Tone: Open}
	}
	text := w.bare(f.Value)
	if m.Kind == accelerator.Flag {
		text = w.measured(m.ID, f.Value)
	}
	text += refs.cite(w, forms.CatalogueFact(m.ID, f))
	if whole, known := yard.Figures[m.ID]; known && !own && m.Kind != accelerator.Flag && whole.Value.IsPositive() {
		percent := f.Value.Mul(decimal.NewFromInt(100)).DivRound(whole.Value, 0)
		text += "\n" + w.term("benchmark.of", "percent", w.bare(percent))
	}
	return Cell{Text: text}
}
