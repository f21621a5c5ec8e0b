package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/forms/gap"
)

var compareWidths = []float64{40, 16, 16, 34}

// Rows that a chart takes, and its size in pixels: as wide as the columns.
const (
	chartRows   = 11
	chartWidth  = 760
	chartHeight = 330
)

// How many blocks stand on a page, unless they have many rows.
const (
	comparisonsPerPage = 2
	mostOnHalfPage     = 8
)

// The chart's colours differ in grey print as well as for the colour-blind.
const (
	barColour  = "8FAADC"
	needColour = "404040"
)

// planCompare writes a block for every requirement: the product applied for and
// every candidate with its figure, and a chart of them against the need. What is
// not known has no bar and says so.
func (b *builder) planCompare() {
	requirements, candidates := b.report.Rows("requirements"), b.report.Rows("suppliers")
	if b.report.Gap == nil || len(requirements) == 0 || len(candidates) == 0 {
		return
	}
	s := b.newSheet(b.term("xlsx.compare"))
	s.title, s.intro = b.term("xlsx.compare"), b.term("xlsx.compare.notice")
	b.planHead(s)
	s.widths = compareWidths
	s.head = len(s.rows)
	for i, requirement := range requirements {
		b.planComparison(s, requirement, i, candidates)
	}
}

func (b *builder) planComparison(s *sheet, requirement forms.Path, position int, candidates []forms.Path) {
	metric, title := b.metric(requirement)
	row := s.add(20, b.cell(look{kind: plainText}, fmt.Sprintf("%d. %s", position+1, title)))
	s.merge(1, 4, row)
	head := look{kind: heading}
	s.add(20, b.cell(head, b.term("xlsx.compare.product")), b.cell(head, b.term("xlsx.compare.value")),
		b.cell(head, b.term("xlsx.compare.need")), b.cell(head, b.term("xlsx.compare.verdict")))
	first := len(s.rows) + 1
	need := b.needCell(requirement, position)
	b.planCompared(s, b.answer("product.model"), b.reference(metric), need, b.term("xlsx.compare.reference"))
	for _, candidate := range candidates {
		cell, _ := b.report.Cell(requirement, candidate)
		var value any
		if cell.Fact != nil {
			value = cell.Fact.Value.InexactFloat64()
		}
		b.planCompared(s, b.report.RowTitle(candidate, b.lang), value, need, b.verdict(requirement, cell))
	}
	last := len(s.rows)
	s.charts = append(s.charts, placedChart{cell: cellName(1, last+2), chart: b.chart(s, title, first, last)})
	for range chartRows + 2 {
		s.add(24)
	}
	if position%comparisonsPerPage == comparisonsPerPage-1 || len(candidates) > mostOnHalfPage {
		s.breaks = append(s.breaks, len(s.rows))
	}
}

func (b *builder) planCompared(s *sheet, product string, value any, need excelize.Cell, verdict string) {
	number := look{kind: computed, right: true}
	n := max(lines(product, compareWidths[0]), lines(verdict, compareWidths[3]))
	s.add(height(n), b.cell(look{kind: label}, product), b.cell(number, value), need, b.cell(look{kind: computed}, verdict))
}

// metric gives the id of a requirement's metric and its name for a heading.
func (b *builder) metric(requirement forms.Path) (id, title string) {
	q := b.report.Question(requirement.Join("metric"))
	if q == nil || !q.State.Known() {
		return "", b.report.RowTitle(requirement, b.lang)
	}
	id, _ = q.Value.(string)
	title = b.report.MetricName(id, b.lang)
	if op := b.report.Question(requirement.Join("op")); op != nil && op.State.Known() {
		if threshold := b.report.Question(requirement.Join("threshold")); threshold != nil && threshold.State.Known() {
			title = b.term("doc.need", "metric", b.report.MetricBare(id, b.lang), "op", b.report.Display(op, b.lang),
				"threshold", b.measured(threshold, id))
		}
	}
	return id, title
}

// measured writes a number with the unit of its metric; what is asked by yes or no has
// none.
func (b *builder) measured(q *forms.Question, metric string) string {
	if unit := b.report.MetricUnit(metric, b.lang); unit != "" && !accelerator.IsFlag(metric) {
		return b.report.Display(q, b.lang) + " " + unit
	}
	return b.report.Display(q, b.lang)
}

// needCell follows the threshold in the table of requirements.
func (b *builder) needCell(requirement forms.Path, position int) excelize.Cell {
	id := b.style(look{kind: computed, right: true})
	threshold := b.report.Question(requirement.Join("threshold"))
	value := cached(b.content(threshold))
	at := fmt.Sprintf("INDEX(%s,%d)", Name("requirements[].threshold"), position+1)
	return excelize.Cell{StyleID: id, Formula: fmt.Sprintf(`IF(ISNUMBER(%s),%s,"")`, at, at), Value: value}
}

// reference is the published figure of the product applied for, or nil.
func (b *builder) reference(metric string) any {
	q := b.report.Question("product.model")
	if q == nil || b.report.Context.Catalogue == nil {
		return nil
	}
	id, _ := q.Value.(string)
	part, ok := b.report.Context.Catalogue.ByID(id)
	if figure, found := part.Figures[metric]; ok && found {
		return figure.Value.InexactFloat64()
	}
	return nil
}

// verdict says how a candidate stands, with the gap where it is short.
func (b *builder) verdict(requirement forms.Path, cell gap.Cell) string {
	word := b.term("doc.verdict." + string(cell.Verdict))
	if cell.GapPercent == nil {
		return word
	}
	key := "doc.gap.below"
	if op := b.report.Question(requirement.Join("op")); op != nil && (op.Value == "<=" || op.Value == "<") {
		key = "doc.gap.above"
	}
	return word + b.term("comma") + b.term(key, "percent", cell.GapPercent.Abs().String())
}

// placedChart is a chart, with what is drawn into it, and where its corner
// stands.
type placedChart struct {
	cell  string
	chart []*excelize.Chart
}

// chart draws figures against the need.
func (b *builder) chart(s *sheet, title string, first, last int) []*excelize.Chart {
	need := s.series(3, first, last)
	need.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{needColour}}
	need.Line = excelize.LineOptions{Width: 2, Dash: excelize.LineDashDash}
	need.Marker = excelize.ChartMarker{Symbol: "none"}
	across, up := axes()
	line := &excelize.Chart{Type: excelize.Line, Series: []excelize.ChartSeries{need}, XAxis: across, YAxis: up}
	return append(b.bars(s, title, 2, first, last), line)
}

// bars draws a column of a sheet, by the names in its first column.
func (b *builder) bars(s *sheet, title string, column, first, last int) []*excelize.Chart {
	bars := s.series(column, first, last)
	bars.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{barColour}}
	gapWidth := uint(80)
	no := false
	across, up := axes()
	return []*excelize.Chart{{
		Type: excelize.Col, Series: []excelize.ChartSeries{bars}, GapWidth: &gapWidth, VaryColors: &no,
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: clean(title), Font: &excelize.Font{Family: fontName, Size: fontSize}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: chartFont()},
		XAxis:     across, YAxis: up,
		PlotArea: excelize.ChartPlotArea{ShowVal: true}, ShowBlanksAs: "gap",
		Format: excelize.GraphicOptions{AltText: clean(title), Positioning: "oneCell"},
	}}
}

// series are the cells of a column, by its head and the names beside it.
func (s *sheet) series(column, first, last int) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name:       s.absolute(column, first-1, first-1),
		Categories: s.absolute(1, first, last),
		Values:     s.absolute(column, first, last),
	}
}

func axes() (across, up excelize.ChartAxis) {
	font := *chartFont()
	return excelize.ChartAxis{Font: font}, excelize.ChartAxis{Font: font, MajorGridLines: true}
}

func chartFont() *excelize.Font { return &excelize.Font{Family: fontName, Size: 9, Color: needColour} }
