package document

import (
	"strconv"

	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/forms/gap"
)

// comparison holds the needs against the domestic candidates: the needs first,
// then verdicts, charts, published figures, grounds, and what speaks for each.
func (w *writer) comparison() {
	w.clause("gap_method")
	w.catalogueNote()
	w.heading(1, w.label("requirements"))
	if q := w.report.Question("requirements"); q != nil {
		w.list(q)
	}
	candidates := w.report.Rows("suppliers")
	if len(candidates) == 0 || w.report.Gap == nil {
		w.say("no_candidates")
		return
	}
	w.heading(1, w.term("comparison.matrix"))
	for _, some := range abreast(candidates, acrossWide) {
		w.add(w.matrix(some))
	}
	w.small(w.term("comparison.matrix.note"))
	w.heading(1, w.term("comparison.charts"))
	for _, row := range w.report.Rows("requirements") {
		if bars, ok := w.bars(row, candidates); ok {
			w.add(w.fewUnknown(bars))
		}
	}
	w.heading(1, w.term("comparison.benchmark"))
	for _, some := range abreast(candidates, acrossWide) {
		w.add(w.benchmark(some))
	}
	w.heading(1, w.term("comparison.facts"))
	w.add(w.factTable(candidates))
	w.ownParts()
	w.grounds(candidates)
	w.conclusions()
}

// need writes a requirement: "显存容量不低于 136 GB".
func (w *writer) need(row forms.Path) string {
	metric, threshold := w.inText(row.Join("metric")), w.inText(row.Join("threshold"))
	if n, ok := w.decimal(row.Join("threshold")); ok && w.known(row.Join("metric")) {
		id := w.value(row.Join("metric"))
		metric, threshold = w.bareMetric(id), w.measured(id, n)
	}
	return w.term("need", "metric", metric, "op", w.inText(row.Join("op")), "threshold", threshold)
}

// matrix is verdict, gap and evidence of every requirement and candidate.
func (w *writer) matrix(candidates []forms.Path) Table {
	t := Table{Columns: []Column{{Head: w.term("head.need"), Share: 1.6}}}
	for _, c := range candidates {
		t.Columns = append(t.Columns, Column{Head: w.report.RowTitle(c, w.lang), Share: 2})
	}
	refs := references{}
	for _, requirement := range w.report.Rows("requirements") {
		head := w.need(requirement)
		if w.yes(requirement.Join("decisive")) {
			head += "\n" + w.term("decisive")
		}
		row := Row{Cells: []Cell{{Text: head, Tone: Head}}}
		for _, c := range candidates {
			cell, _ := w.report.Cell(requirement, c)
			row.Cells = append(row.Cells, w.verdict(cell, w.value(requirement.Join("op")), &refs))
		}
		t.Rows = append(t.Rows, row)
	}
	last := Row{Cells: []Cell{{Text: w.text.Fields["suppliers[].verdict"].Label, Tone: Head, Strong: true}}}
	for _, c := range candidates {
		last.Cells = append(last.Cells, w.cell(c.Join("verdict")))
	}
	t.Rows = append(t.Rows, last)
	t.Notes = refs.notes
	return t
}

var tones = map[gap.Verdict]Tone{gap.Meets: Good, gap.Short: Bad, gap.Unknown: Open, gap.NotApplicable: Plain}

// verdict is a cell of the matrix: the word, the figure with its unit and the
// number of its source, the gap.
func (w *writer) verdict(c gap.Cell, op string, refs *references) Cell {
	if c.Verdict == "" {
		return Cell{Text: w.term("verdict.unknown"), Tone: Open}
	}
	text := w.term("verdict." + string(c.Verdict))
	if c.Fact != nil && c.Fact.Value != nil {
		text += "\n" + w.measured(c.Metric, *c.Fact.Value) + refs.cite(w, *c.Fact)
	}
	if c.GapPercent != nil {
		text += "\n" + w.distance(op, *c.GapPercent)
	}
	if c.Verdict == gap.Unknown && c.Fact == nil {
		text += "\n" + w.word("not_disclosed")
	}
	return Cell{Text: text, Tone: tones[c.Verdict]}
}

// distance says by how much a value misses its threshold.
func (w *writer) distance(op string, percent decimal.Decimal) string {
	key := "gap.below"
	if op == string(gap.AtMost) || op == string(gap.Below) {
		key = "gap.above"
	}
	return w.term(key, "percent", w.bare(percent.Abs()))
}

// measured writes the figure of a metric with its unit.
func (w *writer) measured(metric string, v decimal.Decimal) string {
	return w.report.Measured(metric, v, w.lang)
}

// references numbers the sources under a table.
type references struct {
	notes []string
	known map[string]string
}

// cite returns the mark of a fact's source.
func (r *references) cite(w *writer, f gap.Fact) string {
	note := w.sourceOf(f)
	if mark, ok := r.known[note]; ok {
		return mark
	}
	n := strconv.Itoa(len(r.notes) + 1)
	mark := w.term("mark", "n", n)
	if r.known == nil {
		r.known = map[string]string{}
	}
	r.known[note] = mark
	r.notes = append(r.notes, w.term("mark.note", "n", n)+note)
	return mark
}

// sourceOf writes where a figure comes from, with date and grade.
func (w *writer) sourceOf(f gap.Fact) string {
	return w.term("reference", "source", w.citation(f.Source), "date", w.retrieved(f), "grade", w.choice("grade", string(f.Grade)))
}

// retrieved is the day on which a figure was found.
func (w *writer) retrieved(f gap.Fact) string {
	if f.RetrievedOn.IsZero() {
		return w.term("undated")
	}
	return w.day(f.RetrievedOn)
}

// bars draws a requirement. A metric that is yes or no has no chart.
func (w *writer) bars(requirement forms.Path, candidates []forms.Path) (Bars, bool) {
	metric := w.value(requirement.Join("metric"))
	threshold, ok := w.decimal(requirement.Join("threshold"))
	if !ok || metric == "" || accelerator.IsFlag(metric) {
		return Bars{}, false
	}
	b := Bars{Caption: w.need(requirement), Need: threshold.InexactFloat64()}
	b.NeedAt = w.term("bars.need", "value", w.measured(metric, threshold))
	if f, ok := w.reference(metric); ok {
		b.Bars = append(b.Bars, Bar{Label: w.inText("product.model"), Value: f.Value.InexactFloat64(), Text: w.measured(metric, *f.Value)})
	}
	for _, c := range candidates {
		cell, _ := w.report.Cell(requirement, c)
		bar := Bar{Label: w.report.RowTitle(c, w.lang), Tone: tones[cell.Verdict]}
		if cell.Fact == nil || cell.Fact.Value == nil {
			bar.Unknown, bar.Text, bar.Tone = true, w.word("not_disclosed"), Open
		} else {
			bar.Value, bar.Text = cell.Fact.Value.InexactFloat64(), w.measured(metric, *cell.Fact.Value)
		}
		if cell.GapPercent != nil {
			bar.Text = w.term("bars.gap", "value", bar.Text, "gap", w.distance(w.value(requirement.Join("op")), *cell.GapPercent))
		}
		b.Bars = append(b.Bars, bar)
	}
	return b, true
}

// mostUnknown is how many unknown bars a chart on paper shows one by one.
const mostUnknown = 8

// fewUnknown draws many unknown bars as one: the tables name them all, and empty
// outlines over several pages compare nothing.
func (w *writer) fewUnknown(b Bars) Bars {
	var known []Bar
	for _, bar := range b.Bars {
		if !bar.Unknown {
			known = append(known, bar)
		}
	}
	if rest := len(b.Bars) - len(known); rest > mostUnknown {
		b.Bars = append(known, Bar{Label: w.term("bars.rest", "n", strconv.Itoa(rest)), Text: w.word("unknown"), Unknown: true, Tone: Open})
	}
	return b
}

// reference is the catalogue's figure of the product applied for.
func (w *writer) reference(metric string) (gap.Fact, bool) {
	return w.catalogued(w.value("product.model"), metric)
}

// catalogued is a figure of the catalogue as a fact.
func (w *writer) catalogued(id, metric string) (gap.Fact, bool) {
	if w.report.Context.Catalogue == nil {
		return gap.Fact{}, false
	}
	part, _ := w.report.Context.Catalogue.ByID(id)
	f, ok := part.Figures[metric]
	return forms.CatalogueFact(metric, f), ok
}

// benchmark sets H200 beside the candidates, metric by metric: the figures that
// the applicant states, and the catalogue's for a candidate taken from it.
func (w *writer) benchmark(candidates []forms.Path) Table {
	t := Table{Columns: []Column{{Head: w.term("head.metric"), Share: 1.6}, {Head: w.inText("product.model"), Share: 1.6}}}
	for _, c := range candidates {
		t.Columns = append(t.Columns, Column{Head: w.report.RowTitle(c, w.lang), Share: 1.6})
	}
	refs := references{}
	for _, m := range accelerator.Metrics() {
		metric := m.ID
		if m.Kind == accelerator.Money { // what it costs is no property
			continue
		}
		row := Row{Cells: []Cell{{Text: w.metric(metric), Tone: Head}}}
		some := false
		put := func(f gap.Fact, ok bool) {
			if !ok || f.Value == nil {
				row.Cells = append(row.Cells, Cell{Text: w.word("not_disclosed"), Tone: Open})
				return
			}
			some = true
			row.Cells = append(row.Cells, Cell{Text: w.measured(metric, *f.Value) + refs.cite(w, f)})
		}
		put(w.reference(metric))
		for _, c := range candidates {
			put(w.fact(c, metric))
		}
		if some {
			t.Rows = append(t.Rows, row)
		}
	}
	t.Notes = append(refs.notes, w.term("comparison.dense"))
	return t
}

// fact is what is known of a candidate's metric.
func (w *writer) fact(candidate forms.Path, metric string) (gap.Fact, bool) {
	for _, row := range w.report.Rows(candidate.Join("facts")) {
		if w.value(row.Join("metric")) != metric {
			continue
		}
		v, ok := w.decimal(row.Join("value"))
		f := gap.Fact{Metric: metric, Value: &v, Grade: gap.Grade(w.value(row.Join("grade"))), Source: w.value(row.Join("source"))}
		f.RetrievedOn = w.date(row.Join("retrieved_on"))
		return f, ok
	}
	return w.catalogued(w.value(candidate.Join("catalog_id")), metric)
}

// factTable lists what the applicant states of each candidate, cell by cell.
func (w *writer) factTable(candidates []forms.Path) Table {
	t := Table{}
	columns := w.columnsOf("suppliers[].facts")
	for _, f := range columns {
		t.Columns = append(t.Columns, Column{Head: w.text.Fields[f.ID].Label, Share: share(f)})
	}
	for _, c := range candidates {
		t.Rows = append(t.Rows, Row{Band: w.term("comparison.band", "supplier", w.inText(c.Join("supplier")), "product", w.inText(c.Join("product")))})
		rows := w.report.Rows(c.Join("facts"))
		if len(rows) == 0 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.word("not_disclosed"), Span: len(columns), Tone: Open}}})
		}
		t.Rows = append(t.Rows, w.rows(columns, rows)...)
	}
	return t
}
