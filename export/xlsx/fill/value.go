package fill

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"h200filing/export/xlsx/cells"
	"h200filing/forms"
	"h200filing/i18n"
)

// value turns what stands in a cell into the text of an answer. Refused, it is
// what stands there.
func (r *reader) value(f *forms.Field, t *typed) (string, Reason) {
	switch {
	case t.Formula:
		return "=" + t.Source, Formula
	case t.missing:
		return t.Raw, PartMissing
	case t.long:
		return t.Raw[:min(len(t.Raw), 64)], TextTooLong
	case t.Content == cells.Fault:
		return t.Raw, CellError
	case t.blank():
		if f.Type == forms.TypeFile {
			return "", File
		}
		return "", ""
	}
	raw, reason := r.reading(f, t)
	if reason != "" {
		return tidy(t.Raw), reason
	}
	value, flaw := f.Value(raw, r.form.Choices)
	if flaw != "" && flaw != forms.TooLong {
		return raw, reasons[flaw]
	}
	if f.Type == forms.TypeText || f.Type == forms.TypeProse {
		return raw, ""
	}
	return (&forms.Question{Field: f, State: forms.Answered, Raw: raw, Value: value}).Plain(), ""
}

// reasons gives the reason of a flaw. A text that is too long is taken: the
// check says so, and nothing that was written is lost.
var reasons = map[forms.Flaw]Reason{
	forms.NotInt: NotInt, forms.NotDecimal: NotNumber, forms.NotMoney: NotNumber, forms.NotPercent: NotNumber,
	forms.NotDate: NotDate, forms.NotBool: NotTruth, forms.NotChoice: NotChoice, forms.RefusedChoice: NotPermitted,
	forms.BelowMin: OutOfRange, forms.AboveMax: OutOfRange, forms.NoSuchRow: NoSuchRow, forms.NoContent: File,
}

// reading reads a cell that holds something, by the type of the field.
func (r *reader) reading(f *forms.Field, t *typed) (string, Reason) {
	text := tidy(t.Raw)
	if f.Mask != "" && strings.ContainsAny(text, "*＊") {
		return text, Masked
	}
	switch f.Type {
	case forms.TypeFile:
		return text, File
	case forms.TypeInt, forms.TypeDecimal, forms.TypeMoney, forms.TypePercent:
		return r.numeric(f, t, text)
	case forms.TypeDate:
		return r.day(t, text)
	case forms.TypeBool:
		return r.truth(text)
	case forms.TypeChoice, forms.TypeChoices:
		return r.choices(f, t, text)
	}
	return r.textual(f, t, text)
}

// textual reads a text. Codes, which have a check, are made half-width.
func (r *reader) textual(f *forms.Field, t *typed, text string) (string, Reason) {
	switch {
	case t.Content == cells.Number && t.Format == cells.Date:
		day, ok := r.serial(t.Raw)
		if !ok {
			return text, NotDate
		}
		return day, ""
	case t.Content == cells.Number:
		n, ok := plainNumber(t.Raw)
		if !ok || n.Abs().GreaterThanOrEqual(decimal.New(1, keptDigits)) {
			return text, DigitsLost
		}
		return n.String(), ""
	case t.Content == cells.Bool:
		return strings.ToUpper(strconv.FormatBool(t.Raw == "1")), ""
	case f.Check != "":
		return strings.TrimSpace(width.Fold.String(text)), ""
	case f.Type == forms.TypeRefs:
		return strings.Join(forms.Lines(text), "\n"), ""
	}
	return text, ""
}

// keptDigits is how many digits of a number a workbook keeps.
const keptDigits = 15

// plainNumber reads a number as files write it ("1.1000000000000001",
// "1.380013800138E10").
func plainNumber(raw string) (decimal.Decimal, bool) {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return decimal.Zero, false
	}
	n, err := decimal.NewFromString(strconv.FormatFloat(f, 'g', keptDigits, 64))
	return n, err == nil
}

// numeric reads a number, of a cell in percent a hundredfold.
func (r *reader) numeric(f *forms.Field, t *typed, text string) (string, Reason) {
	switch t.Content {
	case cells.Bool:
		return text, NotNumber
	case cells.Text:
		return r.withoutUnit(f, text), ""
	}
	n, ok := plainNumber(t.Raw)
	switch {
	case !ok:
		return text, NotNumber
	case t.Format == cells.Date:
		return text, DateNumber
	case t.Format == cells.Percent && f.Type == forms.TypePercent:
		n = n.Shift(2)
	}
	return n.String(), ""
}

// withoutUnit drops the unit that people set behind a number, in any language.
func (r *reader) withoutUnit(f *forms.Field, text string) string {
	text = fold(text)
	for _, lang := range i18n.Langs() {
		unit := fold(r.form.Text(lang).Units[f.Unit])
		if rest, ok := strings.CutSuffix(text, unit); ok && unit != "" {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// day reads a day: a serial number, or a text with or without a time behind it,
// or the eight digits of one.
func (r *reader) day(t *typed, text string) (string, Reason) {
	if t.Content == cells.Number {
		if day, ok := r.serial(t.Raw); ok {
			return day, ""
		}
	}
	text = fold(text)
	if day, err := time.Parse("20060102", text); err == nil {
		return day.Format(time.DateOnly), ""
	}
	if day, clock, ok := strings.Cut(text, " "); ok && len(day) >= len("2006-1-2") && strings.Contains(clock, ":") {
		text = day
	}
	if day, _, ok := strings.Cut(text, "T"); ok {
		text = day
	}
	return text, ""
}

// The calendar of serial numbers. Before March 1900 it is wrong by a day.
const (
	firstSerial = 61      // 1900-03-01
	lastSerial  = 2958465 // 9999-12-31
	days1904    = 1462    // between the two beginnings
)

func (r *reader) serial(raw string) (string, bool) {
	f, err := strconv.ParseFloat(raw, 64)
	if r.book.Date1904 {
		f += days1904
	}
	if err != nil || !(f >= firstSerial && f < lastSerial+1) {
		return "", false
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(f)).Format(time.DateOnly), true
}

// signs that people set for yes and no.
var signs = map[string]string{
	"√": "true", "✓": "true", "✔": "true", "☑": "true", "×": "false", "✗": "false", "✘": "false", "☒": "false",
}

// truth reads yes or no in any language of the form.
func (r *reader) truth(text string) (string, Reason) {
	folded := fold(text)
	if s := signs[folded]; s != "" {
		return s, ""
	}
	for _, lang := range i18n.Langs() {
		switch terms := r.form.Text(lang).Terms; folded {
		case fold(terms["yes"]):
			return "true", ""
		case fold(terms["no"]):
			return "false", ""
		}
	}
	return folded, ""
}

// parting are the characters that part choices in one line.
const parting = ";；,，、/|"

// choices reads one choice or, where a field has several, one a line or parted by
// punctuation.
func (r *reader) choices(f *forms.Field, t *typed, text string) (string, Reason) {
	if t.Content == cells.Number {
		if n, ok := plainNumber(t.Raw); ok {
			text = n.String()
		}
	}
	if f.Type == forms.TypeChoice {
		return r.choice(f, text), ""
	}
	var ids []string
	for _, line := range forms.Lines(text) {
		if id := r.choice(f, line); slices.Contains(r.form.Choices[f.Choices], id) {
			ids = append(ids, id)
			continue
		}
		for _, part := range strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(parting, c) }) {
			if part = strings.TrimSpace(part); part != "" {
				ids = append(ids, r.choice(f, part))
			}
		}
	}
	return strings.Join(ids, "\n"), ""
}

// choice finds the choice of a word: an id, or a text in the workbook's language
// or else another; the word itself where there is none.
func (r *reader) choice(f *forms.Field, word string) string {
	ids := r.form.Choices[f.Choices]
	folded := fold(word)
	for _, lang := range append([]i18n.Lang{r.words}, i18n.Langs()...) {
		for _, id := range ids {
			if fold(r.form.Text(lang).Choices[f.Choices][id]) == folded {
				return id
			}
		}
	}
	for _, id := range ids {
		if fold(id) == folded {
			return id
		}
	}
	return word
}

// fold makes words comparable: half-width, small letters, no blanks but single
// ones between letters.
func fold(s string) string {
	s = strings.ToLower(width.Fold.String(s))
	fields := strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff' })
	return strings.Join(fields, " ")
}
