package xlsx

import (
	"github.com/xuri/excelize/v2"

	"h200filing/forms"
	"h200filing/forms/sizing"
)

var optionWidths = []float64{28, 12, 12, 14, 15, 15, 16} // a page upright

// optionFigures are the columns of the sheet of options, with the formats of
// their numbers; those with a caption are drawn.
var optionFigures = []struct {
	key     sizing.Key
	unit    string // key of the pack's unit texts
	format  string
	caption string // term of the chart's title, "" is no chart
}{
	{sizing.Installed, "cards", "#,##0", "doc.chart.devices"},
	{sizing.ITPower, "kw", "#,##0.00", "doc.chart.it_power"},
	{sizing.AnnualEnergy, "kwh", "#,##0", ""},
	{sizing.AnnualCost, "CNY", "#,##0.00", "doc.chart.annual_cost"},
	{sizing.SubsidisedCost, "CNY", "#,##0.00", ""},
	{sizing.PurchaseCost, "CNY", "#,##0.00", "doc.chart.purchase"},
}

// planOptions sets the product applied for and every candidate side by side in
// what they take, draw and cost, with a chart of each that is known of two at least.
// What is not known says so and has no bar.
func (b *builder) planOptions() {
	if len(b.report.Sizing) == 0 {
		return
	}
	s := b.newSheet(b.term("xlsx.options"))
	s.title, s.intro = b.term("xlsx.options"), b.term("xlsx.options.notice")
	b.planHead(s)
	s.widths = optionWidths
	s.head = len(s.rows) + 1
	head := []any{b.cell(look{kind: heading}, b.term("xlsx.compare.product"))}
	rows := 1
	for i, f := range optionFigures {
		text := b.term("xlsx.head.with_unit", "label", b.term("doc.figure."+string(f.key)), "unit", b.text.Units[f.unit])
		rows = max(rows, lines(text, optionWidths[i+1]))
		head = append(head, b.cell(look{kind: heading}, text))
	}
	s.add(height(rows), head...)
	first := len(s.rows) + 1
	for _, option := range b.report.Options() {
		b.planOption(s, option)
	}
	last := len(s.rows)
	if last-first >= mostOnHalfPage {
		s.breaks = append(s.breaks, last)
	}
	for i, f := range optionFigures {
		if f.caption == "" || b.knownOptions(f.key) < 2 {
			continue // one bar compares nothing
		}
		if n := len(s.charts); n > 0 && n%comparisonsPerPage == 0 {
			s.breaks = append(s.breaks, len(s.rows))
		}
		s.charts = append(s.charts, placedChart{cell: cellName(1, len(s.rows)+2), chart: b.bars(s, b.term(f.caption), i+2, first, last)})
		for range chartRows + 2 {
			s.add(24)
		}
	}
}

// knownOptions counts the options of which a figure is known.
func (b *builder) knownOptions(key sizing.Key) int {
	n := 0
	for _, option := range b.report.Options() {
		if b.report.Total(option, key).State == sizing.Complete {
			n++
		}
	}
	return n
}

func (b *builder) planOption(s *sheet, option forms.Path) {
	name := b.answer("product.model")
	if option != "" {
		name = b.report.RowTitle(option, b.lang)
	}
	cells := []any{b.cell(look{kind: label}, name)}
	for _, figure := range optionFigures {
		var cell excelize.Cell
		switch f := b.report.Total(option, figure.key); f.State {
		case sizing.Complete:
			cell = b.cell(look{kind: computed, right: true, format: figure.format}, f.Value.InexactFloat64())
		case sizing.NotApplicable:
			cell = b.cell(look{kind: computed, right: true}, b.term("doc.not_applicable"))
		default:
			cell = b.cell(look{kind: computed, right: true}, b.term("xlsx.options.unknown_short"))
		}
		cells = append(cells, cell)
	}
	s.add(height(lines(name, optionWidths[0])), cells...)
}
