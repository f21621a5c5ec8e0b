package forms

import (
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/gap"
)

// inquiryFacts counts the dated inquiries in writing, and finds the first of
// them and the last reply.
func (r *Report) inquiryFacts(facts map[string]any) {
	written := 0
	var first, last time.Time
	for _, row := range r.Rows("suppliers") {
		asked, ok := r.known(row.Join("inquired_on")).(time.Time)
		channel, _ := r.known(row.Join("channel")).(string)
		if !ok || !gap.WrittenChannel(channel) {
			continue
		}
		written++
		if first.IsZero() || asked.Before(first) {
			first = asked
		}
		if replied, ok := r.known(row.Join("replied_on")).(time.Time); ok && replied.After(last) {
			last = replied
		}
	}
	facts["written"] = decimal.NewFromInt(int64(written))
	if !first.IsZero() {
		facts["asked_first"] = first
	}
	if !last.IsZero() {
		facts["replied_last"] = last
	}
}

// requirementFacts are the requirements with what the product applied for has.
func (r *Report) requirementFacts() []any {
	out := []any{}
	model, _ := r.known("product.model").(string)
	for _, row := range r.Rows("requirements") {
		f := newFactRow(row, r.rowEnv(row))
		metric, _ := r.known(row.Join("metric")).(string)
		need, ok := r.known(row.Join("threshold")).(decimal.Decimal)
		if metric == "" || !ok {
			continue
		}
		f.set("metric", metric, metricWord(metric))
		f.set("need", need, measure{need, metric})
		f.set("technical", technical(metric), nil)
		if r.Context.Catalogue != nil && technical(metric) {
			if part, ok := r.Context.Catalogue.ByID(model); ok {
				if figure, ok := part.Figures[metric]; ok {
					f.set("reference", figure.Value, measure{figure.Value, metric})
					f.set("reference_meets", satisfies(figure.Value, r.known(row.Join("op")), need), nil)
				}
			}
		}
		out = append(out, f.env)
	}
	return out
}

// satisfies reports whether a figure meets a requirement; nil where the operator
// is not known.
func satisfies(value decimal.Decimal, op any, need decimal.Decimal) any {
	c := value.Cmp(need)
	switch op {
	case string(gap.AtLeast):
		return c >= 0
	case string(gap.Above):
		return c > 0
	case string(gap.AtMost):
		return c <= 0
	case string(gap.Below):
		return c < 0
	case string(gap.Equal):
		return c == 0
	}
	return nil
}

// relaxationFacts say, for each decisive requirement, the smallest relaxation
// that would admit a candidate, or else that some candidate would meet.
func (r *Report) relaxationFacts() []any {
	out := []any{}
	if r.Gap == nil {
		return out
	}
	for _, s := range r.Gap.Sensitivity {
		relaxation := s.Admits
		if relaxation == nil {
			relaxation = s.Nearest
		}
		if relaxation == nil {
			continue
		}
		x, _ := r.Gap.Candidate(relaxation.Candidate)
		path, err := r.answers.Resolve(relaxation.Candidate)
		if err != nil {
			continue // the engine names rows that are there
		}
		f := newFactRow(path, nil)
		f.set("product", x.Product, plainWord{x.Product})
		f.set("metric", formMetric(s.Metric), metricWord(s.Metric))
		f.set("from", relaxation.Threshold, measure{relaxation.Threshold, s.Metric})
		f.set("to", relaxation.To, measure{relaxation.To, s.Metric})
		f.set("admits", s.Admits != nil, nil)
		f.set("technical", technical(s.Metric), nil)
		if relaxation.Percent != nil {
			f.set("percent", *relaxation.Percent, plainWord{*relaxation.Percent})
		}
		out = append(out, f.env)
	}
	return out
}

// channelFacts group the candidates by how they were found, in order.
func (r *Report) channelFacts() []any {
	var channels []string
	products := map[string][]string{}
	for _, row := range r.Rows("suppliers") {
		channel, _ := r.known(row.Join("found_by")).(string)
		product, _ := r.known(row.Join("product")).(string)
		if channel == "" || product == "" {
			continue
		}
		if products[channel] == nil {
			channels = append(channels, channel)
		}
		products[channel] = append(products[channel], product)
	}
	out := []any{}
	for _, channel := range channels {
		f := newFactRow("suppliers", nil)
		n := decimal.NewFromInt(int64(len(products[channel])))
		f.set("found_by", channel, plainWord{channel})
		f.set("products", nil, plainWord{products[channel]})
		f.set("count", n, plainWord{n})
		out = append(out, f.env)
	}
	return out
}
