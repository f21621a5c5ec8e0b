package forms

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/gap"
	"h200filing/forms/sizing"
)

// factsOf lists the candidate that a row is about: the row itself, or the one
// that it refers to by its product.
func (r *Report) factsOf(p Path) []any {
	row := p.Parent()
	var product any
	if q := r.byPath[p]; q != nil && q.Field.List != nil {
		for _, column := range q.Field.List.Fields {
			if column.Ref == "suppliers[].product" {
				product = r.known(row.Join(column.Key))
			}
		}
	}
	candidates, _ := r.facts()["candidates"].([]any)
	for _, c := range candidates {
		env, _ := c.(map[string]any)
		if env[rowPath] == row || product != nil && env["product"] == product {
			return []any{c}
		}
	}
	return []any{}
}

func (r *Report) candidateFacts(row Path, x gap.Examined) map[string]any {
	f := newFactRow(row, r.rowEnv(row))
	lists := map[string][]any{"technical": {}, "timing": {}, "commercial": {}, "met": {}, "unknown": {}, "near": {}, "tested_figures": {}}
	f.set("excluded", x.Excluded, nil)
	f.set("declined", false, nil)
	f.set("unanswered", false, nil)
	for _, g := range x.Grounds {
		switch {
		case g.Ground == gap.InquiryDeclined:
			f.set("declined", true, nil)
		case g.Ground == gap.InquiryUnanswered:
			f.set("unanswered", true, nil)
		case g.Fact != nil:
			list := groundList(g)
			lists[list] = appendNew(lists[list], r.figureFacts(row, g.Fact, g.Threshold, g.GapPercent))
		}
	}
	r.cellFacts(row, x, lists)
	f.citeOnce(lists["technical"])
	for key, list := range lists {
		f.set(key, list, nil)
	}
	r.sizingFacts(row, f)
	return f.env
}

// citeOnce moves the source of a candidate's figures to the candidate where all
// have the same, so that a sentence names it once.
func (f factRow) citeOnce(figures []any) {
	if len(figures) == 0 {
		return
	}
	first, _ := figures[0].(map[string]any)
	for _, item := range figures {
		if row, _ := item.(map[string]any); row["source"] != first["source"] || row["date"] != first["date"] || row["date"] == nil {
			return
		}
	}
	words, _ := first[rowWords].(factWords)
	if words["source"] == nil {
		return
	}
	f.set("common_source", first["source"], words["source"])
	f.set("common_date", first["date"], words["date"])
	for _, item := range figures {
		if row, ok := item.(map[string]any); ok {
			row["cite"] = false
		}
	}
}

// technical reports whether a metric is one of the product, not of its delivery
// or price.
func technical(metric string) bool {
	return !slices.Contains([]string{gap.MetricLeadTime, gap.MetricQuantity, gap.MetricPrice}, metricName(metric))
}

// groundList says in which list of a candidate a ground stands. A time, quantity
// or price that is short on other evidence than a quote is still no technical
// matter.
func groundList(g gap.Exclusion) string {
	switch g.Fact.Metric {
	case gap.MetricLeadTime, gap.MetricQuantity:
		return "timing"
	case gap.MetricPrice:
		return "commercial"
	}
	return "technical"
}

// cellFacts lists the decisive requirements that the candidate meets, those that
// nothing is known of, and those it misses on doubtful evidence; and its tested
// figures.
func (r *Report) cellFacts(row Path, x gap.Examined, lists map[string][]any) {
	for _, requirement := range r.Rows("requirements") {
		cell, ok := r.Cell(requirement, row)
		threshold, known := r.known(requirement.Join("threshold")).(decimal.Decimal)
		if !ok || !known || r.known(requirement.Join("decisive")) != true {
			continue
		}
		fact := cell.Fact
		list := "met"
		switch {
		case cell.Verdict == gap.Unknown:
			list, fact = "unknown", &gap.Fact{Metric: metricName(cell.Metric)}
		case cell.Verdict == gap.Short && cell.Strength != gap.Strong:
			list = "near"
		case cell.Verdict != gap.Meets:
			continue
		}
		if fact != nil {
			lists[list] = appendNew(lists[list], r.figureFacts(row, fact, &threshold, cell.GapPercent))
		}
	}
	for _, stated := range r.Rows(row.Join("facts")) {
		value, ok := r.known(stated.Join("value")).(decimal.Decimal)
		if !ok || r.known(stated.Join("grade")) != "tested" {
			continue
		}
		metric, _ := r.known(stated.Join("metric")).(string)
		source, _ := r.known(stated.Join("source")).(string)
		on, _ := r.known(stated.Join("retrieved_on")).(time.Time)
		fact := gap.Fact{Metric: metric, Value: &value, Source: source, RetrievedOn: on, Grade: gap.Tested}
		lists["tested_figures"] = append(lists["tested_figures"], r.figureFacts(row, &fact, nil, nil))
	}
}

// appendNew leaves out a figure that the list has already for the same need, as
// two requirements of one metric give it.
func appendNew(list []any, item map[string]any) []any {
	for _, old := range list {
		m, _ := old.(map[string]any)
		if m["metric"] == item["metric"] && equalNumbers(m["need"], item["need"]) {
			return list
		}
	}
	return append(list, item)
}

func equalNumbers(a, b any) bool {
	x, ok := a.(decimal.Decimal)
	y, ok2 := b.(decimal.Decimal)
	return ok == ok2 && x.Equal(y)
}

// figureFacts is a figure of a candidate against what is needed.
func (r *Report) figureFacts(row Path, fact *gap.Fact, need gap.Quantity, percent *decimal.Decimal) map[string]any {
	f := newFactRow(row, nil)
	f.set("metric", formMetric(fact.Metric), metricWord(fact.Metric))
	if fact.Value != nil {
		f.set("value", *fact.Value, measure{*fact.Value, fact.Metric})
	}
	if need != nil {
		f.set("need", *need, measure{*need, fact.Metric})
	}
	if fact.Value != nil && need != nil {
		f.set("below", fact.Value.LessThan(*need), nil)
		f.set("difference", fact.Value.Sub(*need).Abs(), measure{fact.Value.Sub(*need).Abs(), fact.Metric})
	}
	if percent != nil {
		f.set("gap_percent", *percent, plainWord{*percent})
	}
	if fact.Source != "" {
		f.set("source", fact.Source, citation(fact.Source))
	}
	if !fact.RetrievedOn.IsZero() {
		f.set("date", fact.RetrievedOn, plainWord{fact.RetrievedOn})
	}
	f.set("grade", string(fact.Grade), choiceWord{"grade", string(fact.Grade)})
	f.set("quoted", fact.Grade == gap.Quoted, nil)
	f.set("technical", technical(fact.Metric), nil)
	f.set("cite", true, nil)
	return f.env
}

// sizingFacts says how many of a candidate all workloads would take, and what
// power; unknown where one of them cannot be sized.
func (r *Report) sizingFacts(row Path, f factRow) {
	for column, key := range map[string]sizing.Key{"devices": sizing.Devices, "power_kw": sizing.ITPower} {
		sum, known := decimal.Zero, len(r.Sizing) > 0
		for _, s := range r.Sizing {
			for _, c := range s.Candidates {
				if c.Candidate == row {
					figure := c.Result.Figure(key)
					sum, known = sum.Add(figure.Value), known && figure.State == sizing.Complete
				}
			}
		}
		if known {
			f.set(column, sum, plainWord{sum})
		}
	}
}
