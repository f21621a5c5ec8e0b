package xlsx

import (
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms"
)

// digits is how many significant digits Excel keeps of a number.
const digits = 15

// content is what a cell shows of a question: a float64, or a text.
func (b *builder) content(q *forms.Question) any {
	if q == nil || q.Field.Type == forms.TypeRows {
		return nil
	}
	if !q.State.Known() {
		if q.Raw == "" {
			return nil
		}
		return clean(q.Raw)
	}
	switch v := q.Value.(type) {
	case decimal.Decimal:
		return numeric(v, q)
	case time.Time:
		return serial(v)
	case []string:
		words := make([]string, len(v))
		for i, s := range v {
			words[i] = b.choice(q.Field, s)
		}
		return clean(strings.Join(words, "\n"))
	case bool:
		return b.truth(v)
	case forms.Sayings:
		return clean(v.Text(b.lang))
	case string:
		if q.Field.Mask != "" {
			return clean(b.report.Display(q, b.lang))
		}
		return clean(b.choice(q.Field, v))
	}
	return clean(q.Plain())
}

// plain is the value of a question in the check list: as Plain, but masked where
// every output masks it.
func (b *builder) plain(q *forms.Question) string {
	if q.Field.Mask != "" {
		return b.report.Display(q, b.lang)
	}
	return q.Plain()
}

func (b *builder) truth(v bool) string {
	if v {
		return b.text.Terms["yes"]
	}
	return b.text.Terms["no"]
}

// choice is the text of a choice, or the value itself where it has none.
func (b *builder) choice(f *forms.Field, value string) string {
	if name := b.text.Choices[f.Choices][value]; name != "" {
		return name
	}
	return value
}

// numeric gives a number where Excel keeps it whole, or it is computed; else its
// text, so that no digit is lost.
func numeric(v decimal.Decimal, q *forms.Question) any {
	f := v.InexactFloat64()
	if q.Field.Computed() {
		return f
	}
	significant := strings.TrimRight(v.Coefficient().String(), "0")
	if len(significant) > digits || !decimal.NewFromFloat(f).Equal(v) {
		return q.Plain()
	}
	return f
}

// epoch is day 0 of Excel's calendar, as it counts from March 1900 on; earlier
// days, which Excel counts wrongly, are written as text.
var (
	epoch    = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	firstDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)
	lastDay  = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
)

func serial(day time.Time) any {
	if day.Before(firstDay) || day.After(lastDay) {
		return day.Format(time.DateOnly)
	}
	return float64(day.Unix()-epoch.Unix()) / (24 * 60 * 60)
}

// formulaLike reports whether a spreadsheet could take a typed text for a
// formula when somebody edits or re-imports it.
func formulaLike(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) }
