package forms

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/gap"
	"h200filing/forms/sizing"
	"h200filing/i18n"
)

// Drafts may name, beside answers, what the engines found. It stands in the
// group "facts": the lists below with the columns of the form list that they
// stand on and their own, and a few numbers.
const factGroup = "facts."

// Keys of a row that no expression can name: its path, and the words of its own
// columns.
const (
	rowPath  = "@path"
	rowWords = "@words"
)

// factList says what a list of facts has: the form list whose columns its rows
// have too, and its own columns.
type factList struct {
	base    string
	columns []string
}

// figureColumns are those of the lists of figures of a candidate.
var figureColumns = []string{"metric", "value", "need", "gap_percent", "difference", "below", "source", "date", "grade", "quoted", "technical", "cite"}

// candidateColumns are those of a candidate: what excludes it, what speaks for
// it, what it would take.
var candidateColumns = []string{
	"excluded", "declined", "unanswered", "devices", "power_kw", "common_source", "common_date",
	"technical", "timing", "commercial", "met", "unknown", "near", "tested_figures",
}

// factLists are the lists by their path. "facts.this" is the candidate that the
// row of the question is about, if any.
var factLists = func() map[string]*factList {
	lists := map[string]*factList{
		"facts.requirements": {base: "requirements", columns: []string{"metric", "need", "reference", "reference_meets", "technical"}},
		"facts.relaxations":  {columns: []string{"product", "metric", "from", "to", "percent", "admits", "technical"}},
		"facts.channels":     {columns: []string{"found_by", "products", "count"}},
	}
	for _, list := range []string{"facts.candidates", "facts.this"} {
		lists[list] = &factList{base: "suppliers", columns: candidateColumns}
		for _, inner := range []string{"technical", "timing", "commercial", "met", "unknown", "near", "tested_figures"} {
			lists[list+"[]."+inner] = &factList{columns: figureColumns}
		}
	}
	return lists
}()

// factNumbers are the single facts.
var factNumbers = []string{"facts.suppliers", "facts.products", "facts.excluded", "facts.standing", "facts.written", "facts.asked_first", "facts.replied_last"}

// factNames reports whether a path names a fact, a list of facts or a column.
func factNames(form *Form, path string) bool {
	if path == strings.TrimSuffix(factGroup, ".") || slices.Contains(factNumbers, path) || factLists[strings.TrimSuffix(path, "[]")] != nil {
		return true
	}
	i := strings.LastIndex(path, "[].")
	if i < 0 || !strings.HasPrefix(path, factGroup) {
		return false
	}
	if list := factLists[path[:i]]; list != nil && (slices.Contains(list.columns, path[i+3:]) || list.base != "" && form.names(list.base+path[i:])) {
		return true
	}
	for id, list := range factLists { // a column of a list within a row of the base
		if list.base != "" && strings.HasPrefix(path, id+"[].") && form.names(list.base+path[len(id):]) {
			return true
		}
	}
	return false
}

// factWord is the value of a fact's column, for a reader.
type factWord interface {
	write(r *Report, lang i18n.Lang) string
}

type factWords map[string]factWord

type (
	// plainWord is written as any value is.
	plainWord struct{ value any }
	// metricWord is the name of a metric as it reads in a sentence.
	metricWord string
	// measure is a figure with the unit of its metric.
	measure struct {
		value  decimal.Decimal
		metric string
	}
	// citation is a source without its address, which the annex has.
	citation string
	// choiceWord is a value of a choice list.
	choiceWord struct{ list, value string }
)

func (w plainWord) write(r *Report, lang i18n.Lang) string { return r.display(w.value, nil, lang) }

func (w metricWord) write(r *Report, lang i18n.Lang) string {
	return r.Form.Text(lang).Terms["draft.metric."+formMetric(string(w))]
}

func (w measure) write(r *Report, lang i18n.Lang) string {
	if w.metric == "native_fp8" {
		return r.display(w.value.IsPositive(), nil, lang)
	}
	return number(w.value, nil) + " " + r.MetricUnit(formMetric(w.metric), lang)
}

func (w citation) write(r *Report, lang i18n.Lang) string {
	if w == gap.SourceReply {
		return r.Form.Text(lang).Terms["draft.source.reply"]
	}
	source, _, _ := strings.Cut(string(w), " http")
	return strings.TrimSpace(source)
}

func (w choiceWord) write(r *Report, lang i18n.Lang) string {
	return r.Form.Text(lang).Choices[w.list][w.value]
}

// formMetric maps the engine's name of the price metric to the form's.
func formMetric(metric string) string {
	if metric == gap.MetricPrice {
		return "unit_price_cny"
	}
	return metric
}

// factRow is a row of a list of facts in the making.
type factRow struct {
	env   map[string]any
	words factWords
}

func newFactRow(path Path, base map[string]any) factRow {
	row := factRow{env: maps.Clone(base), words: factWords{}}
	if row.env == nil {
		row.env = map[string]any{}
	}
	row.env[rowPath], row.env[rowWords] = path, row.words
	return row
}

// set gives a column its value for expressions and its word for sentences.
func (f factRow) set(column string, value any, word factWord) {
	f.env[column] = value
	if word != nil {
		f.words[column] = word
	}
}

// draftFacts gathers what drafts may name of the engines' findings.
func (r *Report) draftFacts() map[string]any {
	candidates := []any{}
	for _, row := range r.Rows("suppliers") {
		if x, ok := r.Examined(row); ok {
			candidates = append(candidates, r.candidateFacts(row, x))
		}
	}
	facts := map[string]any{
		"candidates":   candidates,
		"requirements": r.requirementFacts(),
		"relaxations":  r.relaxationFacts(),
		"channels":     r.channelFacts(),
	}
	if r.Gap == nil {
		return facts
	}
	s := r.Gap.Support
	for key, n := range map[string]int{"suppliers": s.Suppliers, "products": s.Candidates, "excluded": s.Excluded, "standing": len(s.Standing)} {
		facts[key] = decimal.NewFromInt(int64(n))
	}
	r.inquiryFacts(facts)
	return facts
}

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

// known is the value of a question, or nil.
func (r *Report) known(p Path) any {
	if q := r.byPath[p]; q != nil && q.State.Known() {
		return q.Value
	}
	return nil
}

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
