package fill

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/cells"
	"h200filing/forms"
)

// decide compares a cell with its question; q is nil where that is not asked.
// was is the public path that the answer had when the workbook was written, ""
// for a row that was not there. It gives nil where there is no difference.
func (r *reader) decide(f *forms.Field, q *forms.Question, t *typed, was string) *Difference {
	if shows(t, xlsx.Shown(r.report, r.words, q)) {
		return nil
	}
	d := &Difference{field: f, Cell: t.at.String(), Old: r.old(q)}
	d.New, d.Reason = r.value(f, t)
	if d.Reason == "" && (d.New == d.Old || q != nil && r.equal(f, d.New, q.Value)) {
		return nil
	}
	if q != nil && q.Defaulted && d.New == "" {
		return nil // nothing typed, now as then
	}
	if r.base == nil || was == "" {
		return d
	}
	before := r.base.values[was]
	switch moved := clean(d.Old) != before; {
	case r.untouched(f, t, d, before) && q == nil:
		return nil
	case d.Reason != "":
	case r.untouched(f, t, d, before):
		d.Reason = Newer
	case moved:
		d.Reason = BothChanged
	}
	return d
}

// untouched reports whether a cell still holds what was written.
func (r *reader) untouched(f *forms.Field, t *typed, d *Difference, before string) bool {
	if t.Formula || t.missing || t.long {
		return false
	}
	if text := tidy(t.Raw); text == strings.TrimSpace(before) || d.New == before {
		return true
	}
	value, flaw := f.Value(before, r.form.Choices)
	return flaw == "" && before != "" && r.equal(f, d.New, value)
}

// old is the answer as it is, plain; an identity number masked.
func (r *reader) old(q *forms.Question) string {
	switch {
	case q == nil:
		return ""
	case q.Field.Mask != "":
		return r.report.Display(q, r.lang)
	}
	return q.Plain()
}

// equal reports whether a text means a value.
func (r *reader) equal(f *forms.Field, text string, value any) bool {
	got, flaw := f.Value(text, r.form.Choices)
	if flaw != "" || value == nil {
		return false
	}
	switch v := value.(type) {
	case decimal.Decimal:
		n, ok := got.(decimal.Decimal)
		return ok && n.Equal(v)
	case time.Time:
		day, ok := got.(time.Time)
		return ok && day.Equal(v)
	case []string:
		list, ok := got.([]string)
		return ok && slices.Equal(list, v)
	case string:
		s, ok := got.(string)
		return ok && tidy(s) == tidy(v)
	}
	return got == value
}

// shows reports whether a cell holds what the workbook shows of an answer.
func shows(t *typed, shown any) bool {
	if t.Formula || t.missing || t.long {
		return false
	}
	switch s := shown.(type) {
	case nil:
		return t.blank()
	case float64:
		f, ok := number(t.Cell)
		return ok && f == s
	case string:
		// LibreOffice saves what looks like an escape as if it were one.
		return t.Content != cells.Number && (tidy(t.Raw) == tidy(s) || tidy(t.Raw) == tidy(cells.Unescape(s)))
	}
	return false
}

// number is the number of a cell, rounded to the digits that a workbook keeps.
func number(c cells.Cell) (float64, bool) {
	if c.Content != cells.Number {
		return 0, false
	}
	n, ok := plainNumber(c.Raw)
	return n.InexactFloat64(), ok && !math.IsInf(n.InexactFloat64(), 0)
}
