package forms

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"h200filing/forms/accelerator"
)

// partsList is the list in which the applicant adds parts to the catalogue and
// corrects its figures: parts[] {id, product, supplier, domestic, figures[]}.
const partsList = "parts"

// catalogue joins the applicant's parts to the catalogue. What the catalogue
// would refuse — a sparse figure, another unit than the metric's, a date in the
// future, no source — is left out and stands as a finding of the rules parts.*
// at its row; a figure that counts is thus always one that the file itself could
// hold.
func (e *evaluation) catalogue() {
	c := e.report.Context.Catalogue
	if c == nil || e.report.Form.fields[partsList] == nil {
		return
	}
	for _, row := range e.rowPaths(partsList) {
		p, ok := e.ownPart(row, c)
		if !ok {
			continue
		}
		for metric, f := range p.Figures {
			one := p
			one.Figures = map[string]accelerator.Figure{metric: f}
			if _, err := c.With([]accelerator.Part{one}, e.report.Context.Today); err != nil {
				delete(p.Figures, metric)
			}
		}
		if with, err := c.With([]accelerator.Part{p}, e.report.Context.Today); err == nil {
			c = with
		}
	}
	e.report.Context.Catalogue = c
}

// ownPart reads a row of parts. A row that names a part of the catalogue, by its
// id or else by its product, corrects it; a new one without an id goes by its
// product. False while the row names no product or no supplier.
func (e *evaluation) ownPart(row Path, c *accelerator.Catalogue) (accelerator.Part, bool) {
	p := accelerator.Part{
		ID: e.word(row.Join("id")), Supplier: e.word(row.Join("supplier")), Product: e.word(row.Join("product")),
		Role: accelerator.Explanation, Figures: map[string]accelerator.Figure{},
	}
	if p.Supplier == "" || p.Product == "" {
		return p, false
	}
	if e.truth(row.Join("domestic")) {
		p.Role = accelerator.Domestic
	}
	if p.ID == "" {
		known, _ := c.Find(p.Product)
		p.ID = cmp.Or(known.ID, p.Product)
	}
	for _, figure := range e.rowsWithin(row.Join("figures")) {
		metric := e.word(figure.Join("metric"))
		if f, ok := e.ownFigure(figure, metric); ok {
			p.Figures[metricName(metric)] = f
		}
	}
	return p, true
}

// ownFigure reads a row of figures; false where it states no value or another
// unit than that of its metric.
func (e *evaluation) ownFigure(row Path, metric string) (accelerator.Figure, bool) {
	value := e.quantity(row.Join("value"))
	m, known := accelerator.MetricByID(metricName(metric))
	if value == nil || !known || !sameUnit(m, e.word(row.Join("unit"))) {
		return accelerator.Figure{}, false
	}
	return accelerator.Figure{
		Value: *value, Dense: e.truth(row.Join("dense")), Grade: accelerator.Grade(e.word(row.Join("grade"))),
		Source: e.word(row.Join("source")), RetrievedOn: e.day(row.Join("retrieved_on")),
	}, true
}

// noUnit is the choice for a metric that is yes or no.
const noUnit = "none"

func sameUnit(m accelerator.Metric, unit string) bool { return unit == metricUnit(m) }

func metricUnit(m accelerator.Metric) string {
	if m.Kind == accelerator.Flag {
		return noUnit
	}
	return m.Unit
}

// CatalogueParts lists the domestic parts that a supplier's row can take its
// figures from: those of the catalogue, then those that the applicant added.
func (r *Report) CatalogueParts() []accelerator.Part {
	if r.Context.Catalogue == nil {
		return nil
	}
	var out []accelerator.Part
	for _, p := range r.Context.Catalogue.Parts {
		if p.Role == accelerator.Domestic {
			out = append(out, p)
		}
	}
	return out
}

// CatalogueFilling lists the changes by which a row of suppliers becomes a part
// of the catalogue: its id, and with them supplier, product and one row of facts
// for each cited figure, with source, date and grade as the catalogue has them.
// Facts that the row states already stay as they are; those of a part that was
// chosen before are the applicant's own by now and stay too. Nil where the
// catalogue has no part of that id.
func CatalogueFilling(r *Report, row Path, id string) []Change {
	if r.Context.Catalogue == nil {
		return nil
	}
	part, ok := r.Context.Catalogue.ByID(id)
	if !ok {
		return nil
	}
	changes := []Change{
		{Op: Set, Path: row.Join("catalog_id"), Value: part.ID},
		{Op: Set, Path: row.Join("supplier"), Value: part.Supplier},
		{Op: Set, Path: row.Join("product"), Value: part.Product},
	}
	changes = slices.DeleteFunc(changes, func(c Change) bool { return r.answers.Get(c.Path) == c.Value })
	return append(changes, factChanges(r, row.Join("facts"), part)...)
}

// factChanges inserts the figures that the list of facts does not state yet.
func factChanges(r *Report, list Path, part accelerator.Part) []Change {
	stated := map[string]bool{}
	for _, id := range r.answers.Rows(list) {
		stated[metricName(r.answers.Get(list.Row(id).Join("metric")))] = true
	}
	var changes []Change
	at, next := len(r.answers.Rows(list)), r.answers.next
	for _, m := range accelerator.Metrics() {
		f, known := part.Figures[m.ID]
		metric := factMetric(r.Form, m.ID)
		if !known || stated[m.ID] || metric == "" {
			continue
		}
		fact := list.Row("r" + strconv.Itoa(next))
		changes = append(changes, Change{Op: Insert, Path: fact, At: at})
		for _, c := range [][2]string{
			{"metric", metric}, {"value", f.Value.String()}, {"source", f.Source},
			{"retrieved_on", f.RetrievedOn.Format(time.DateOnly)}, {"grade", string(f.Grade)},
		} {
			changes = append(changes, Change{Op: Set, Path: fact.Join(c[0]), Value: c[1]})
		}
		at, next = at+1, next+1
	}
	return changes
}

// factMetric is a metric's name among the choices of the form, or "" where the
// form does not compare by it.
func factMetric(form *Form, metric string) string {
	for _, name := range form.Choices["metric"] {
		if metricName(name) == metric {
			return name
		}
	}
	return ""
}
