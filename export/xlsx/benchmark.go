package xlsx

import (
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"h200filing/forms/accelerator"
)

const (
	partWidth   = 34
	figureWidth = 12
)

var citedWidths = []float64{30, 22, 12, 10, 12, 16, 52, 13}

// planBenchmark measures every domestic part of the catalogue by the product
// applied for: a sheet of figures, part by part, and a table of the same with
// the source of each.
func (b *builder) planBenchmark() {
	yard, ok := b.yardstick()
	parts := b.report.CatalogueParts()
	if !ok || len(parts) == 0 {
		return
	}
	all := append([]accelerator.Part{yard}, parts...)
	b.planFigures(all)
	b.planCited(all)
}

// yardstick is the product applied for, as the catalogue has it.
func (b *builder) yardstick() (accelerator.Part, bool) {
	q := b.report.Question("product.model")
	if q == nil || b.report.Context.Catalogue == nil {
		return accelerator.Part{}, false
	}
	id, _ := q.Value.(string)
	return b.report.Context.Catalogue.ByID(id)
}

// properties are the metrics that some part has; what it costs is none.
func properties(parts []accelerator.Part) []accelerator.Metric {
	var out []accelerator.Metric
	for _, m := range accelerator.Metrics() {
		for _, p := range parts {
			if _, ok := p.Figures[m.ID]; ok && m.Kind != accelerator.Money {
				out = append(out, m)
				break
			}
		}
	}
	return out
}

func (b *builder) planFigures(parts []accelerator.Part) {
	s := b.newSheet(b.term("xlsx.benchmark"))
	s.title, s.intro = b.term("xlsx.benchmark"), b.term("xlsx.benchmark.notice")
	b.planHead(s)
	metrics := properties(parts)
	s.widths = []float64{partWidth}
	head := []any{b.cell(look{kind: heading}, b.term("xlsx.benchmark.product"))}
	rows := 1
	for _, m := range metrics {
		s.widths = append(s.widths, figureWidth)
		name := b.report.MetricName(m.ID, b.lang)
		rows = max(rows, lines(name, figureWidth))
		head = append(head, b.cell(look{kind: heading}, name))
	}
	s.head, s.side = s.add(height(rows), head...), 1
	for _, p := range parts {
		name := p.Supplier + " " + p.Product
		cells := []any{b.cell(look{kind: label}, name)}
		for _, m := range metrics {
			cells = append(cells, b.figureCell(m, p))
		}
		s.add(height(max(2, lines(name, partWidth))), cells...)
	}
}

// figureCell is a figure as a number, or that nobody published it.
func (b *builder) figureCell(m accelerator.Metric, p accelerator.Part) excelize.Cell {
	f, ok := p.Figures[m.ID]
	switch {
	case !ok:
		return b.cell(look{kind: note, right: true}, b.term("not_disclosed"))
	case m.Kind == accelerator.Flag:
		return b.cell(look{kind: computed, right: true}, b.truth(!f.Value.IsZero()))
	}
	return b.cell(look{kind: computed, right: true}, f.Value.InexactFloat64())
}

// planCited lists every figure with its source, as a table that can be filtered.
func (b *builder) planCited(parts []accelerator.Part) {
	s := b.newSheet(b.term("xlsx.benchmark.sources"))
	s.title, s.intro = b.term("xlsx.benchmark.sources"), b.term("xlsx.benchmark.notice")
	b.planHead(s)
	s.widths = citedWidths
	var head []any
	for _, column := range []string{"product", "metric", "value", "unit", "percent", "grade", "source", "date"} {
		head = append(head, b.cell(look{kind: heading}, b.term("xlsx.benchmark."+column)))
	}
	s.head = s.add(height(2), head...)
	for _, p := range parts {
		for _, m := range properties(parts) {
			if f, ok := p.Figures[m.ID]; ok {
				b.planCitation(s, p, m, f, parts[0].Figures[m.ID])
			}
		}
	}
	no := false
	s.table = &excelize.Table{
		Range: cellName(1, s.head) + ":" + cellName(len(citedWidths), len(s.rows)),
		Name:  "catalogue._figures", StyleName: "", ShowRowStripes: &no,
	}
}

func (b *builder) planCitation(s *sheet, p accelerator.Part, m accelerator.Metric, f, whole accelerator.Figure) {
	var percent any
	if m.Kind != accelerator.Flag && whole.Value.IsPositive() {
		percent = f.Value.Mul(decimal.NewFromInt(100)).DivRound(whole.Value, 1).InexactFloat64()
	}
	value := any(f.Value.InexactFloat64())
	if m.Kind == accelerator.Flag {
		value = b.truth(!f.Value.IsZero())
	}
	text, number := look{kind: computed}, look{kind: computed, right: true}
	s.add(height(max(lines(p.Product, citedWidths[0]), lines(b.report.MetricName(m.ID, b.lang), citedWidths[1]), lines(f.Source, citedWidths[6]))),
		b.cell(look{kind: label}, p.Product), b.cell(text, b.report.MetricName(m.ID, b.lang)), b.cell(number, value), b.cell(text, b.report.MetricUnit(m.ID, b.lang)),
		b.cell(number, percent), b.cell(text, b.text.Choices["grade"][string(f.Grade)]), b.cell(text, f.Source), b.cell(text, f.RetrievedOn.Format(time.DateOnly)))
}
