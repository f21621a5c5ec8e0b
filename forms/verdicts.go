package forms

import (
	"strings"

	"github.com/shopspring/decimal"

	"h200filing/forms/accelerator"
	"h200filing/forms/gap"
	"h200filing/i18n"
)

// Sayings is the value of a computed text: sentences of the pack's terms, each
// with the numbers it names, so that it can be read in every language.
type Sayings struct {
	report *Report
	list   []saying
}

// saying is a sentence template and its words: decimals, dates, metric ids and
// paths are written in the reader's language.
type saying struct {
	key   string
	words map[string]any
}

// metricID is a word that stands for a metric's name.
type metricID string

// chosen is a word that stands for the text of a choice.
type chosen struct{ list, value string }

// Text writes the sentences one a line.
func (s Sayings) Text(lang i18n.Lang) string {
	lines := make([]string, len(s.list))
	for i, one := range s.list {
		words := map[string]string{}
		for name, v := range one.words {
			words[name] = s.word(v, lang)
		}
		lines[i] = fillBraces(s.report.Form.Text(lang).Terms[one.key], words)
	}
	return strings.Join(lines, "\n")
}

func (s Sayings) word(v any, lang i18n.Lang) string {
	switch v := v.(type) {
	case string:
		return v
	case metricID:
		return s.report.MetricName(string(v), lang)
	case Path:
		return s.report.RowTitle(v, lang)
	case chosen:
		return choiceName(s.report.Form.Text(lang), &Field{Choices: v.list}, v.value)
	}
	return s.report.display(v, nil, lang)
}

// MetricName names a metric of the comparison in a language.
func (r *Report) MetricName(metric string, lang i18n.Lang) string {
	metric = formMetric(metric)
	if name := r.Form.Text(lang).Choices["metric"][metric]; name != "" {
		return name
	}
	return metric
}

// MetricBare names a metric without its unit, for sentences in which the value bears
// the unit: 显存容量.
func (r *Report) MetricBare(metric string, lang i18n.Lang) string {
	if name := r.Form.Text(lang).Terms["draft.metric."+formMetric(metric)]; name != "" {
		return name
	}
	return r.MetricName(metric, lang)
}

// MetricUnit is the unit in which a metric is stated, as the catalogue writes
// it, or that of the form's own metrics.
func (r *Report) MetricUnit(metric string, lang i18n.Lang) string {
	return r.Form.Text(lang).Terms["metric.unit."+metric]
}

// Measured writes the figure of a metric with its unit, "96 GB", or yes or no.
func (r *Report) Measured(metric string, v decimal.Decimal, lang i18n.Lang) string {
	if accelerator.IsFlag(metric) {
		return r.display(v.IsPositive(), nil, lang)
	}
	return number(v, nil) + " " + r.MetricUnit(formMetric(metric), lang)
}

func (e *evaluation) say(q *Question, list ...saying) {
	q.settle(Sayings{report: e.report, list: list})
}

func (e *evaluation) candidateVerdict(q *Question) {
	x, ok := e.report.Examined(q.Path.Parent())
	switch {
	case !ok:
	case x.Excluded:
		q.settle("excluded")
	default:
		q.settle("standing")
	}
}

// beyondDoubt tells whether a candidate is excluded so clearly that no argument
// for it has to be answered.
func (e *evaluation) beyondDoubt(q *Question) {
	if x, ok := e.report.Examined(q.Path.Parent()); ok {
		q.settle(x.BeyondDoubt)
	}
}

// counterArgument writes the case that the data makes for the candidate that a
// counter-argument names.
func (e *evaluation) counterArgument(q *Question) {
	name := e.word(q.Path.Parent().Join("candidate"))
	for _, x := range e.report.Gap.Candidates {
		if x.Product != name || name == "" {
			continue
		}
		var list []saying
		for _, p := range x.Advocate {
			list = append(list, e.pointSaying(x, p))
		}
		if len(list) == 0 {
			list = []saying{{key: "gap.point.none", words: map[string]any{"product": name}}}
		}
		e.say(q, list...)
		return
	}
	q.Missing = []Path{q.Path.Parent().Join("candidate")}
}

// candidateWord names a candidate: by its product or, while that is not known, by
// its row.
func (e *evaluation) candidateWord(x gap.Examined) any {
	if x.Product != "" {
		return x.Product
	}
	row, err := e.report.answers.Resolve(x.ID)
	if err != nil {
		return x.ID // of no row any more
	}
	return row
}

func (e *evaluation) pointSaying(x gap.Examined, p gap.Point) saying {
	words := map[string]any{"product": e.candidateWord(x), "metric": metricWord(p.Metric), "detail": p.Detail}
	if p.Key == gap.QuantisedFits {
		words["detail"] = chosen{"precision", p.Detail}
	}
	for _, n := range p.Numbers {
		words[n.Name] = n.Value
		if p.Metric != "" && (n.Name == "value" || n.Name == "threshold") {
			words[n.Name] = measure{n.Value, p.Metric}
		}
	}
	key := "gap.point." + string(p.Key)
	if p.Key == gap.QuantisedFits && words["reference_devices"] == nil {
		words["reference_devices"] = decimal.Zero
	}
	return saying{key: key, words: words}
}

func support(argument gap.Argument) func(*evaluation, *Question) {
	return func(e *evaluation, q *Question) {
		for _, a := range e.report.Gap.Arguments {
			if a.Argument == argument {
				q.settle(string(a.Extent))
			}
		}
	}
}

func (e *evaluation) claimSupported(q *Question) { q.settle(e.report.Supported()) }

// standingCandidates names the candidates that nothing excludes, with what would
// settle each.
func (e *evaluation) standingCandidates(q *Question) {
	var list []saying
	for _, x := range e.report.Gap.Candidates {
		if x.Excluded {
			continue
		}
		for _, s := range x.Settle {
			list = append(list, saying{key: "gap.settle." + string(s.Key), words: map[string]any{
				"product": e.candidateWord(x), "metric": metricWord(s.Metric), "days": decimal.NewFromInt(int64(s.DaysLeft)),
			}})
		}
	}
	for _, r := range e.report.Gap.Support.Reasons {
		if r != gap.CandidatesStand {
			list = append(list, saying{key: "gap.reason." + string(r)})
		}
	}
	if len(list) == 0 {
		list = []saying{{key: "gap.standing.none"}}
	}
	e.say(q, list...)
}

// sensitivityText says, for each decisive requirement, the smallest relaxation
// that some candidate would meet, and the smallest that alone would admit one.
func (e *evaluation) sensitivityText(q *Question) {
	var list []saying
	for _, s := range e.report.Gap.Sensitivity {
		if s.Nearest != nil && (s.Admits == nil || s.Nearest.Candidate != s.Admits.Candidate) {
			list = append(list, e.relaxing("gap.sensitivity.nearest", s.Metric, s.Nearest))
		}
		if s.Admits != nil {
			list = append(list, e.relaxing("gap.sensitivity.admits", s.Metric, s.Admits))
		}
	}
	if len(list) == 0 {
		list = []saying{{key: "gap.sensitivity.none"}}
	}
	e.say(q, list...)
}

func (e *evaluation) relaxing(key, metric string, r *gap.Relaxation) saying {
	words := map[string]any{"metric": metricWord(metric), "from": measure{r.Threshold, metric}, "to": measure{r.To, metric}, "by": measure{r.By, metric}, "percent": ""}
	if x, ok := e.report.Gap.Candidate(r.Candidate); ok {
		words["product"] = e.candidateWord(x)
	}
	if r.Percent != nil {
		words["percent"] = *r.Percent
	}
	return saying{key: key, words: words}
}
