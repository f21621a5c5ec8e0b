package forms

import (
	"strings"

	"github.com/shopspring/decimal"

	"h200filing/forms/gap"
	"h200filing/i18n"
)

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

func (w metricWord) write(r *Report, lang i18n.Lang) string { return r.MetricBare(string(w), lang) }

func (w measure) write(r *Report, lang i18n.Lang) string { return r.Measured(w.metric, w.value, lang) }

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
