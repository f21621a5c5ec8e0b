package forms

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/accelerator"
	"h200filing/forms/gap"
	"h200filing/forms/money"
	"h200filing/forms/sizing"
)

// The gap engine is joined here: its input is read from the answers, its result
// becomes Report.Gap and computed values. Requirements and candidates bear their
// public paths as ids ("suppliers[0]").

func (e *evaluation) compare() {
	result := gap.Evaluate(gap.Input{
		Today:        e.report.Context.Today,
		Requirements: e.gapRequirements(),
		Candidates:   e.gapCandidates(),
		Need:         gap.Need{Quantity: e.quantity("product.quantity")},
		Reference:    e.reference(),
	})
	e.report.Gap = &result
}

// Supported reports whether the data supports the claim that no domestic
// supplier can meet the need.
func (r *Report) Supported() bool { return r.Gap != nil && r.Gap.Support.Supported }

// Examined returns the outcome for a candidate, by its row of suppliers.
func (r *Report) Examined(row Path) (gap.Examined, bool) {
	if r.Gap == nil {
		return gap.Examined{}, false
	}
	return r.Gap.Candidate(r.Public(row))
}

// Cell returns how a candidate stands against a requirement, by their rows.
func (r *Report) Cell(requirement, candidate Path) (gap.Cell, bool) {
	if r.Gap == nil {
		return gap.Cell{}, false
	}
	return r.Gap.Cell(r.Public(requirement), r.Public(candidate))
}

func (e *evaluation) gapRequirements() []gap.Requirement {
	var out []gap.Requirement
	for _, row := range e.rowPaths("requirements") {
		out = append(out, gap.Requirement{
			ID:          e.report.Public(row),
			Metric:      metricName(e.word(row.Join("metric"))),
			Op:          gap.Op(e.word(row.Join("op"))),
			Threshold:   e.quantity(row.Join("threshold")),
			Decisive:    e.truth(row.Join("decisive")),
			Basis:       gap.Basis(e.word(row.Join("basis"))),
			HasEvidence: e.word(row.Join("evidence")) != "",
		})
	}
	return out
}

// metricName maps the form's name of the price metric to the engine's.
func metricName(metric string) string {
	if metric == "unit_price_cny" {
		return gap.MetricPrice
	}
	return metric
}

func (e *evaluation) truth(p Path) bool {
	q := e.report.byPath[p]
	return q != nil && q.Value == true
}

func (e *evaluation) day(p Path) time.Time {
	if q := e.report.byPath[p]; q != nil && q.State.Known() {
		t, _ := q.Value.(time.Time)
		return t
	}
	return time.Time{}
}

func (e *evaluation) gapCandidates() []gap.Candidate {
	var out []gap.Candidate
	for _, row := range e.rowPaths("suppliers") {
		c := gap.Candidate{
			ID:                e.report.Public(row),
			Supplier:          e.word(row.Join("supplier")),
			Product:           e.word(row.Join("product")),
			Facts:             e.facts(row),
			InquiredOn:        e.day(row.Join("inquired_on")),
			Channel:           e.word(row.Join("channel")),
			Reply:             gap.Reply(e.word(row.Join("reply"))),
			RepliedOn:         e.day(row.Join("replied_on")),
			LeadTimeDays:      e.quantity(row.Join("lead_time_days")),
			AvailableQuantity: e.quantity(row.Join("available_quantity")),
			UnitPriceCNY:      e.quantity(row.Join("quoted_unit_price_cny")),
			Tested:            e.truth(row.Join("tested")),
			Devices:           e.candidateDevices(row),
		}
		if c.Devices == nil {
			c.DevicesAtLeast = e.candidateAtLeast(row)
			c.Quantised = e.quantised(row, sizing.INT8)
		}
		if part, ok := e.part(row); ok && part.OfficialPath != nil {
			c.OfficialPath = part.OfficialPath.Source
		}
		out = append(out, c)
	}
	return out
}

// facts lists the figures of a candidate: those of its row that prevail, and
// from the catalogue those of the other metrics. A row without a value states
// nothing.
func (e *evaluation) facts(row Path) []gap.Fact {
	var out []gap.Fact
	stated := map[string]bool{}
	part, _ := e.part(row)
	evidenced := e.evidenced(row)
	for _, fact := range e.rowsWithin(row.Join("facts")) {
		f := e.statedFact(fact)
		if c, ok := e.cite(fact, "", part); f.Value == nil || ok && !e.prevails(c, evidenced) {
			continue
		}
		stated[f.Metric] = true
		out = append(out, f)
	}
	for _, m := range accelerator.Metrics() {
		if f, ok := part.Figures[m.ID]; ok && !stated[m.ID] {
			out = append(out, CatalogueFact(m.ID, f))
		}
	}
	return out
}

// CatalogueFact is a figure of the catalogue as the gap engine takes it.
func CatalogueFact(metric string, f accelerator.Figure) gap.Fact {
	return gap.Fact{Metric: metric, Value: &f.Value, Grade: gap.Grade(f.Grade), Source: f.Source, RetrievedOn: f.RetrievedOn}
}

// rowsWithin lists the visible rows of a list that stands in a row.
func (e *evaluation) rowsWithin(list Path) []Path {
	if e.report.byPath[list] == nil {
		return nil
	}
	var out []Path
	for _, id := range e.report.answers.Rows(list) {
		out = append(out, list.Row(id))
	}
	return out
}

// part finds a candidate in the catalogue, by its id there or its name.
func (e *evaluation) part(row Path) (accelerator.Part, bool) {
	return e.partOf(e.report.Context.Catalogue, e.word(row.Join("catalog_id")), e.word(row.Join("product")))
}

type (
	// partName is what a part is looked up by: its id, or else the product's name.
	partName struct {
		catalogue   *accelerator.Catalogue
		id, product string
	}
	partFound struct {
		part accelerator.Part
		ok   bool
	}
)

// partOf looks a part up, once a name.
func (e *evaluation) partOf(c *accelerator.Catalogue, id, product string) (accelerator.Part, bool) {
	if c == nil {
		return accelerator.Part{}, false
	}
	name := partName{c, id, product}
	found, known := e.parts[name]
	switch {
	case known:
	case id != "":
		found.part, found.ok = c.ByID(id)
	default:
		found.part, found.ok = c.Find(product)
	}
	e.parts[name] = found
	return found.part, found.ok
}

// strengths orders the grades of evidence, strongest first.
var strengths = []gap.Grade{gap.Official, gap.Quoted, gap.Tested, gap.Derived, gap.Field, gap.Media, gap.Estimate}

// candidateDevice is a candidate with its best figure for each metric: by grade,
// then by date. It is worked out once for a row.
func (e *evaluation) candidateDevice(row Path) sizing.Device {
	if d, ok := e.devices[row]; ok {
		return d
	}
	d := e.bestFigures(row)
	e.devices[row] = d
	return d
}

func (e *evaluation) bestFigures(row Path) sizing.Device {
	d := sizing.Device{Name: e.word(row.Join("product")), Domestic: true, Figures: map[string]sizing.Cited{}}
	facts := e.facts(row)
	slices.SortStableFunc(facts, func(a, b gap.Fact) int {
		if d := slices.Index(strengths, a.Grade) - slices.Index(strengths, b.Grade); d != 0 {
			return d
		}
		return b.RetrievedOn.Compare(a.RetrievedOn)
	})
	for _, f := range facts {
		if _, taken := d.Figures[f.Metric]; !taken && f.Value != nil {
			d.Figures[f.Metric] = sizing.Cited{Value: f.Value, Source: f.Source}
		}
	}
	if price := e.quantity(row.Join("quoted_unit_price_cny")); price != nil {
		d.Figures[gap.MetricPrice] = sizing.Cited{Value: price, Source: gap.SourceReply}
	}
	return d
}

// candidateDevices adds up the devices that all workloads take of a candidate;
// nil where one could not be sized.
func (e *evaluation) candidateDevices(row Path) sizing.Quantity {
	var results []sizing.Result
	for _, s := range e.report.Sizing {
		for _, c := range s.Candidates {
			if c.Candidate == row {
				results = append(results, c.Result)
			}
		}
	}
	return devicesOf(results)
}

// candidateAtLeast is the least number of a candidate's devices that all
// workloads take, by the figures that are known; nil where one says nothing.
func (e *evaluation) candidateAtLeast(row Path) sizing.Quantity {
	sum, known := decimal.Zero, false
	for _, s := range e.report.Sizing {
		for _, c := range s.Candidates {
			if c.Candidate != row {
				continue
			}
			n := atLeast(c.Result, e.quantity(s.Workload.Join("replicas")))
			if n == nil {
				return nil
			}
			sum, known = sum.Add(*n), true
		}
	}
	if !known {
		return nil
	}
	return &sum
}

// atLeast is the number of devices of a sized workload, or its lower bound.
func atLeast(r sizing.Result, replicas sizing.Quantity) sizing.Quantity {
	if all := r.Figure(sizing.Devices); all.State == sizing.Complete {
		return &all.Value
	}
	one := r.Figure(sizing.PerReplicaAtLeast)
	if one.State != sizing.Complete || replicas == nil {
		return nil
	}
	n := one.Value.Mul(*replicas)
	return &n
}

func devicesOf(results []sizing.Result) sizing.Quantity {
	if len(results) == 0 {
		return nil
	}
	sum := decimal.Zero
	for _, r := range results {
		f := r.Figure(sizing.Devices)
		if f.State != sizing.Complete {
			return nil
		}
		sum = sum.Add(f.Value)
	}
	return &sum
}

// quantised sizes a candidate for models of another precision; nil where that
// cannot be done either.
func (e *evaluation) quantised(row Path, precision sizing.Precision) *gap.Quantised {
	var results []sizing.Result
	for _, workload := range e.rowPaths("workloads") {
		w := e.workload(workload)
		w.Precision = precision
		results = append(results, sizing.Size(w, e.candidateDevice(row), e.site()))
	}
	devices := devicesOf(results)
	if devices == nil {
		return nil
	}
	return &gap.Quantised{Precision: string(precision), Devices: *devices}
}

// reference is the accelerator applied for, with its price in yuan.
func (e *evaluation) reference() gap.Reference {
	d := e.productDevice()
	r := gap.Reference{Product: d.Name, Figures: map[string]decimal.Decimal{}}
	for metric, c := range d.Figures {
		r.Figures[metric] = *c.Value
	}
	if total, n := e.quantity("product.total_cny"), e.quantity("product.quantity"); total != nil && n != nil && n.IsPositive() {
		landed := money.Round(total.Div(*n))
		r.LandedCNY = &landed
	}
	return r
}
