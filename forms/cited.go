package forms

import (
	"h200filing/forms/accelerator"
	"h200filing/forms/gap"
)

// The built-in checks of a figure that differs from the catalogue's.
const (
	catalogueBelowRule   = "catalogue.below"   // worse than the vendor's own figure, on no quote or test at hand
	catalogueQuotedRule  = "catalogue.quoted"  // worse than the vendor's own figure, on a quote or test at hand
	catalogueDiffersRule = "catalogue.differs" // any other difference, and a correction that worsens the catalogue
)

var catalogueRules = []string{catalogueBelowRule, catalogueQuotedRule, catalogueDiffersRule}

// catalogueValues are what the messages of these checks may name.
var catalogueValues = []string{"product", "metric", "stated", "source", "catalogue", "catalogue_source", "catalogue_date"}

// cited is a figure that an application states beside the catalogue's of the same
// product and metric.
type cited struct {
	product string
	row     Path // of the figure
	stated  gap.Fact
	metric  accelerator.Metric
	known   accelerator.Figure
}

// worse reports whether the stated figure speaks less for the product than the
// catalogue's.
func (c cited) worse() bool {
	switch c.metric.Better {
	case accelerator.Higher:
		return c.stated.Value.LessThan(c.known.Value)
	case accelerator.Lower:
		return c.stated.Value.GreaterThan(c.known.Value)
	}
	return false
}

func (c cited) equal() bool { return c.stated.Value.Equal(c.known.Value) }

// contradicts reports whether the stated figure is worse than the vendor's own.
func (c cited) contradicts() bool { return c.known.Grade == accelerator.Official && c.worse() }

// proven reports whether a worse figure rests on a quote or a test that is at
// hand.
func (e *evaluation) proven(c cited, evidenced bool) bool {
	quoted := c.stated.Grade == gap.Quoted || c.stated.Grade == gap.Tested
	return quoted && evidenced && c.stated.Strength(e.report.Context.Today) == gap.Strong
}

// prevails reports whether the stated figure is compared, not the catalogue's. A
// vendor's own figure gives way to none that is worse without proof, nor to one
// on weaker evidence: who understates a domestic product gains nothing by it.
func (e *evaluation) prevails(c cited, evidenced bool) bool {
	switch {
	case c.known.Grade != accelerator.Official || c.equal():
		return true
	case c.worse():
		return e.proven(c, evidenced)
	}
	return c.stated.Strength(e.report.Context.Today) == gap.Strong
}

// evidenced reports whether a candidate's row names evidence that is there.
func (e *evaluation) evidenced(row Path) bool {
	q := e.report.byPath[row.Join("evidence")]
	return q != nil && q.State == Answered && len(q.names()) > 0
}

// catalogueFindings compares the figures of candidates, and the applicant's
// corrections, with the catalogue.
func (e *evaluation) catalogueFindings() {
	for _, row := range e.rowPaths("suppliers") {
		part, _ := e.part(row)
		evidenced := e.evidenced(row)
		for _, fact := range e.rowsWithin(row.Join("facts")) {
			if c, ok := e.cite(fact, e.word(row.Join("product")), part); ok {
				e.findCited(c, evidenced)
			}
		}
	}
	for _, row := range e.rowPaths(partsList) {
		part, _ := e.partOf(e.shipped, e.word(row.Join("id")), e.word(row.Join("product")))
		for _, figure := range e.rowsWithin(row.Join("figures")) {
			if c, ok := e.cite(figure, e.word(row.Join("product")), part); ok && c.worse() {
				e.find(c.finding(catalogueDiffersRule, Warning, e))
			}
		}
	}
}

// cite lays a row with metric, value, source, date and grade beside the figure
// of a part; false where one of the two has none.
func (e *evaluation) cite(row Path, product string, part accelerator.Part) (cited, bool) {
	c := cited{product: product, row: row, stated: e.statedFact(row)}
	metric, known := accelerator.MetricByID(c.stated.Metric)
	figure, has := part.Figures[c.stated.Metric]
	c.metric, c.known = metric, figure
	return c, known && has && c.stated.Value != nil
}

func (e *evaluation) statedFact(row Path) gap.Fact {
	return gap.Fact{
		Metric:      metricName(e.word(row.Join("metric"))),
		Value:       e.quantity(row.Join("value")),
		Grade:       gap.Grade(e.word(row.Join("grade"))),
		Source:      e.word(row.Join("source")),
		RetrievedOn: e.day(row.Join("retrieved_on")),
	}
}

func (e *evaluation) findCited(c cited, evidenced bool) {
	switch {
	case c.equal():
	case !c.contradicts():
		e.find(c.finding(catalogueDiffersRule, Warning, e))
	case e.proven(c, evidenced):
		e.find(c.finding(catalogueQuotedRule, Warning, e))
	default:
		e.find(c.finding(catalogueBelowRule, Blocker, e))
	}
}

// finding names both figures with their sources.
func (c cited) finding(rule string, level Level, e *evaluation) Finding {
	q := e.report.byPath[c.row.Join("value")]
	f := Finding{Rule: rule, Level: level, Path: q.Path, Clause: q.Field.Clause, values: map[string]any{
		"product": c.product, "metric": metricID(c.metric.ID),
		"stated": measure{*c.stated.Value, c.metric.ID}, "source": nil,
		"catalogue": measure{c.known.Value, c.metric.ID}, "catalogue_source": c.known.Source, "catalogue_date": c.known.RetrievedOn,
	}}
	if c.stated.Source != "" {
		f.values["source"] = citation(c.stated.Source)
	}
	return f
}
