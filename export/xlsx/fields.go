package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"h200filing/forms"
)

// fieldWidths are the columns of a sheet of fields: label, value, unit, note.
var fieldWidths = []float64{24, 40, 10, 32}

// Columns of a sheet of fields.
const (
	labelColumn = 1
	valueColumn = 2
	lastColumn  = 4
)

// proseLines is the least height of the cell of a long text.
const proseLines = 4

// planFields writes a row a field; a long text takes a line for its label and
// the rows under it for itself.
func (b *builder) planFields(s *sheet, fields []*forms.Field) {
	head := look{kind: heading}
	s.add(20, b.cell(head, b.term("xlsx.head.label")), b.cell(head, b.term("xlsx.head.value")),
		b.cell(head, b.term("xlsx.head.unit")), b.cell(head, b.term("xlsx.head.hint")))
	s.head = len(s.rows)
	for _, f := range fields {
		q := b.report.Question(forms.Path(f.ID))
		if f.Type == forms.TypeProse {
			b.planProse(s, f, q)
		} else {
			b.planField(s, f, q)
		}
	}
}

func (b *builder) planField(s *sheet, f *forms.Field, q *forms.Question) {
	value := b.content(q)
	l := valueLook(f, q != nil, value)
	name, hint := b.label(f), b.hint(f, q)
	parts := []any{value}
	if text, ok := value.(string); ok {
		parts = b.parts(text, fieldWidths[valueColumn-1], 0)
	}
	for i, part := range parts {
		cells := []any{b.cell(look{kind: label}, b.continued(name, i)), b.cell(l, part), b.unit(f, q), b.cell(look{kind: note}, hint)}
		if formula := b.formula(f, q, part); formula != "" {
			cells[1] = excelize.Cell{StyleID: b.style(l), Formula: formula, Value: cached(part)}
		}
		n := lines(hint, fieldWidths[3]*fontSize/9)
		if text, ok := part.(string); ok {
			n = max(n, lines(text, fieldWidths[valueColumn-1]))
		}
		row := s.add(height(max(n, lines(name, fieldWidths[0]))), cells...)
		b.name(Continuation(Name(f.ID), i+1), s.absolute(valueColumn, row, row))
		if i == 0 {
			b.validate(s, f, cellName(valueColumn, row), "")
			b.check[forms.Path(f.ID)] = s.name + "!" + cellName(valueColumn, row)
		}
		hint = ""
	}
}

func (b *builder) planProse(s *sheet, f *forms.Field, q *forms.Question) {
	value, _ := b.content(q).(string)
	l := valueLook(f, q != nil, value)
	name, hint := b.label(f), b.hint(f, q)
	wide := total(fieldWidths) - fieldWidths[0]
	grey := look{kind: note}
	row := s.add(height(max(lines(name, fieldWidths[0]), lines(hint, wide))),
		b.cell(look{kind: label}, name), b.cell(grey, hint), b.cell(grey, nil), b.cell(grey, nil))
	s.merge(valueColumn, lastColumn, row)
	for i, part := range b.parts(value, wide, 0) {
		text, _ := part.(string)
		mark := ""
		if i > 0 {
			mark = b.continued(name, i)
		}
		row := s.add(height(max(proseLines, lines(text, wide))),
			b.cell(look{kind: label}, mark), b.cell(l, part), b.cell(l, nil), b.cell(l, nil))
		s.merge(valueColumn, lastColumn, row)
		b.name(Continuation(Name(f.ID), i+1), s.absolute(valueColumn, row, row))
		if i == 0 {
			b.check[forms.Path(f.ID)] = s.name + "!" + cellName(valueColumn, row)
		}
	}
}

// parts cuts a text into what fits cells of a width; an empty text is one empty
// part.
func (b *builder) parts(text string, width float64, limit int) []any {
	if text == "" {
		return []any{nil}
	}
	var parts []any
	for _, p := range splitText(text, width, limit) {
		parts = append(parts, p)
	}
	return parts
}

// continued marks the label of a part after the first.
func (b *builder) continued(name string, part int) string {
	if part == 0 {
		return name
	}
	return b.term("xlsx.continued", "label", name, "n", strconv.Itoa(part+1))
}

// label names a field, with a star where an answer is required.
func (b *builder) label(f *forms.Field) string {
	name := b.text.Fields[f.ID].Label
	if f.Required && !f.Computed() {
		name += b.term("xlsx.required")
	}
	return name
}

// hint says what to fill in or where a value comes from.
func (b *builder) hint(f *forms.Field, q *forms.Question) string {
	hint := b.text.Fields[f.ID].Hint
	switch {
	case q == nil:
		return strings.TrimSpace(b.term("xlsx.not_asked") + "\n" + hint)
	case q.State == forms.Incomplete:
		return b.term("xlsx.incomplete", "missing", b.missing(q))
	case f.Compute != nil:
		return b.computedHint(q)
	case f.Engine != "":
		return b.term("xlsx.computed.program")
	case f.Type == forms.TypeFile:
		return b.term("xlsx.attachment")
	case f.Type.Multiple():
		return strings.TrimSpace(hint + "\n" + b.term("xlsx.multiple"))
	}
	return hint
}

// computedHint tells how a computed number comes about, in words. The conditions of a
// choice, and what is counted over rows, would fill the page and help nobody.
func (b *builder) computedHint(q *forms.Question) string {
	switch x := b.report.Explain(q, b.lang); {
	case x.Filled == b.term("formula.list"):
		return x.Filled
	case q.Field.Type.Numeric():
		return b.term("xlsx.computed.formula", "formula", x.Formula)
	}
	return b.term("xlsx.computed.choice")
}

func (b *builder) missing(q *forms.Question) string {
	var labels []string
	for _, p := range q.Missing {
		labels = append(labels, b.report.Label(p, b.lang))
	}
	return strings.Join(uniqueStrings(labels), b.term("comma"))
}

// unit is the unit's cell; that of an amount in a chosen currency follows the
// choice.
func (b *builder) unit(f *forms.Field, q *forms.Question) excelize.Cell {
	l := look{kind: note}
	currency := b.report.Form.Field(f.Currency)
	if f.Type != forms.TypeMoney || currency == nil {
		return b.cell(l, b.unitText(f))
	}
	unit, _ := b.content(b.report.Question(forms.Path(f.Currency))).(string)
	if !b.scope.Covers(currency) {
		return b.cell(l, unit)
	}
	return excelize.Cell{StyleID: b.style(l), Formula: Name(f.Currency) + `&""`, Value: unit}
}

// unitText is the fixed unit of a field, "" where it has none; a percentage
// bears its sign in the cell.
func (b *builder) unitText(f *forms.Field) string {
	if f.Type == forms.TypeMoney {
		return b.text.Units[f.Currency]
	}
	return b.text.Units[f.Unit]
}

// formula is the live formula of a computed field, or "". value is what the
// report says.
func (b *builder) formula(f *forms.Field, q *forms.Question, value any) string {
	if f.Compute == nil || q == nil || !b.scope.all() {
		return ""
	}
	w := formulas{form: b.report.Form, text: b.text}
	s, err := w.write(f)
	if err == nil {
		return s
	}
	text, ok := value.(string)
	if !ok {
		return ""
	}
	if s, err = w.holding(f, b.report, text, b.term("xlsx.stale")); err != nil {
		return "" // a plain value, as its note says
	}
	return s
}

// cached is the value beside a formula; an unknown one is an empty text.
func cached(value any) any {
	if value == nil {
		return ""
	}
	return value
}
