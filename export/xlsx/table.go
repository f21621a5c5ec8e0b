package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"h200filing/forms"
)

// Rows kept free under the rows of a list, for filling in.
const (
	freeRows      = 5
	freeInnerRows = 10
)

// proseParts is the greatest number of columns for one long text, for the eye's
// sake.
const proseParts = 4

// column is a column of a list's table.
type column struct {
	field  *forms.Field // nil: row number or outer row
	head   string
	name   string // defined name
	width  float64
	values []any
	part   int // of a long text, from 0
}

// listRow is a row of a list with the outer row that it stands in.
type listRow struct {
	path   forms.Path
	outer  forms.Path
	number int // in its own list, from 1
}

// planList writes a list as a table with free rows at its end.
func (b *builder) planList(s *sheet, list *forms.Field) {
	under := len(s.rows) > 2 || s.intro == "" && len(s.rows) > 1
	rows := b.scope.rowsOf(b.listRows(list))
	columns := b.columns(list, rows, under)
	if under {
		s.makeRoom(columns)
		b.planCaption(s, list)
	} else {
		spread(columns)
		widen(s, columns)
	}
	first := len(s.rows) + 2
	b.planTableHead(s, columns)
	free := freeRows
	if list.List != nil {
		free = freeInnerRows
	}
	last := first + len(rows) + max(free, list.Least-len(rows)+2) - 1
	if b.scope.Numbers(list) != nil {
		last = first + max(len(rows), 1) - 1
	}
	b.planTableRows(s, list, rows, columns, last)
	for i, c := range columns {
		b.name(c.name, s.absolute(i+1, first, last))
		if c.field != nil && c.part == 0 {
			b.validate(s, c.field, cellName(i+1, first)+":"+cellName(i+1, last), b.hint(c.field, &forms.Question{Field: c.field}))
		}
	}
	if list.List != nil {
		b.validateParent(s, list, cellName(2, first)+":"+cellName(2, last))
	}
	no := false
	s.table = &excelize.Table{
		Range: cellName(1, first-1) + ":" + cellName(len(columns), last),
		Name:  TableName(list.ID), StyleName: "", ShowRowStripes: &no,
	}
}

// planCaption sets a list that stands under fields off from them.
func (b *builder) planCaption(s *sheet, list *forms.Field) {
	t := b.text.Fields[list.ID]
	s.add(12)
	row := s.add(20, b.cell(look{kind: plainText}, t.Label))
	s.merge(1, 4, row)
	if t.Hint != "" {
		row = s.add(height(lines(t.Hint, total(fieldWidths))), b.cell(look{kind: introText}, t.Hint))
		s.merge(1, 4, row)
	}
}

// widen gives a sheet the widths of its table.
func widen(s *sheet, columns []*column) {
	s.widths = nil
	for _, c := range columns {
		s.widths = append(s.widths, c.width)
	}
	s.head, s.side = len(s.rows)+1, min(2, len(columns))
}

// spread gives what a page has left to the columns that hold text.
func spread(columns []*column) {
	sum, texts := 0.0, 0
	for _, c := range columns {
		sum += c.width
		if c.wordy() {
			texts++
		}
	}
	page := float64(portraitWidth)
	if sum > page {
		page = landscapeWidth
	}
	if room := page - 4 - sum; room > 0 && texts > 0 {
		for _, c := range columns {
			if c.wordy() {
				c.width += math.Floor(room / float64(texts))
			}
		}
	}
}

// wordy reports whether a column holds text that gains by width.
func (c *column) wordy() bool {
	return c.field != nil && (c.field.Type == forms.TypeText || c.field.Type == forms.TypeProse || c.field.Type == forms.TypeRef)
}

func (b *builder) planTableHead(s *sheet, columns []*column) {
	cells := make([]any, len(columns))
	n := 1
	for i, c := range columns {
		cells[i] = b.cell(look{kind: heading}, c.head)
		n = max(n, lines(c.head, c.width-2)) // room for the filter button
	}
	s.add(height(n), cells...)
}

func (b *builder) planTableRows(s *sheet, list *forms.Field, rows []listRow, columns []*column, last int) {
	for i := 0; len(s.rows) < last; i++ {
		cells := make([]any, len(columns))
		n := 1
		for j, c := range columns {
			var value any
			var q *forms.Question
			if i < len(rows) {
				value = c.values[i]
				if c.field != nil {
					q = b.report.Question(rows[i].path.Join(c.field.Key))
				}
			}
			cells[j] = b.tableCell(c, q, value, i < len(rows), columns, len(s.rows)+1)
			if text, ok := value.(string); ok {
				n = max(n, lines(text, c.width))
			}
			if q != nil && c.part == 0 {
				b.check[q.Path] = s.name + "!" + cellName(j+1, len(s.rows)+1)
			}
		}
		s.add(height(n), cells...)
	}
}

// tableCell is one cell of a table. In a free row everything is asked.
func (b *builder) tableCell(c *column, q *forms.Question, value any, standing bool, columns []*column, row int) excelize.Cell {
	if c.field == nil {
		l := look{kind: mark}
		if strings.HasSuffix(c.name, "._parent") {
			l = look{kind: input, open: true, format: textFormat}
		}
		return b.cell(l, value)
	}
	l := valueLook(c.field, q != nil || !standing, value)
	if c.field.Compute != nil && b.scope.all() {
		if formula := b.rowFormula(c.field, columns, row); formula != "" {
			return excelize.Cell{StyleID: b.style(l), Formula: formula, Value: cached(value)}
		}
	}
	return b.cell(l, value)
}

// rowFormula is the formula of a computed column in a row, or "".
func (b *builder) rowFormula(f *forms.Field, columns []*column, row int) string {
	w := formulas{form: b.report.Form, text: b.text, column: func(of *forms.Field) string {
		for i, c := range columns {
			if c.field == of {
				at := cellName(i+1, row)
				return "$" + at
			}
		}
		return noSuch
	}}
	s, err := w.write(f)
	if err != nil {
		return "" // a plain value
	}
	return s
}

// listRows lists the rows of a list, of a list within a list in order of the
// outer rows.
func (b *builder) listRows(list *forms.Field) []listRow {
	if list.List == nil {
		var out []listRow
		for i, p := range b.report.Rows(forms.Path(list.ID)) {
			out = append(out, listRow{path: p, number: i + 1})
		}
		return out
	}
	var out []listRow
	for _, outer := range b.listRows(list.List) {
		for i, p := range b.report.Rows(outer.path.Join(list.Key)) {
			out = append(out, listRow{path: p, outer: outer.path, number: i + 1})
		}
	}
	return out
}

// columns lays the columns of a table out with their values.
func (b *builder) columns(list *forms.Field, rows []listRow, under bool) []*column {
	number := &column{head: b.term("xlsx.number"), name: RowName(list.ID), width: 6}
	for _, r := range rows {
		number.values = append(number.values, float64(r.number))
	}
	columns := []*column{number}
	if list.List != nil {
		columns = append(columns, b.parentColumn(list, rows))
	}
	for _, f := range list.Fields {
		if f.Type != forms.TypeRows {
			columns = append(columns, b.fieldColumns(f, rows)...)
		}
	}
	if under {
		for i, c := range columns {
			c.width = math.Max(leastWidth(c.field), fieldWidths[min(i, len(fieldWidths)-1)])
		}
	}
	seen := map[string]int{}
	for _, c := range columns { // a table's heads are one line each and differ
		c.head = strings.ReplaceAll(clean(c.head), "\n", " ")
		key := strings.ToLower(c.head)
		if seen[key]++; seen[key] > 1 || c.head == "" {
			c.head = fmt.Sprintf("%s (%d)", c.head, seen[key])
		}
	}
	return columns
}

func (b *builder) parentColumn(list *forms.Field, rows []listRow) *column {
	c := &column{
		head: b.term("xlsx.parent", "list", b.text.Fields[list.List.ID].Label), name: ParentName(list.ID), width: 24,
	}
	names := b.rowNames(list.List)
	for _, r := range rows {
		c.values = append(c.values, names[r.outer])
	}
	return c
}

// rowNames names the rows of a list for those of an inner list: by title, or by
// number where that is empty or not the only one.
func (b *builder) rowNames(list *forms.Field) map[forms.Path]string {
	names, count := map[forms.Path]string{}, map[string]int{}
	rows := b.listRows(list)
	title := list.TitleField()
	for _, r := range rows {
		if title == nil {
			continue
		}
		names[r.path], _ = b.content(b.report.Question(r.path.Join(title.Key))).(string)
		count[names[r.path]]++
	}
	for i, r := range rows {
		if n := names[r.path]; n == "" || count[n] > 1 || strings.HasPrefix(n, "#") || len(n) > cellUnits {
			names[r.path] = "#" + strconv.Itoa(i+1)
		}
	}
	return names
}

// columnWidths are the widths by type; that of text follows what is in it.
var columnWidths = map[forms.Type]float64{
	forms.TypeInt: 11, forms.TypeDecimal: 13, forms.TypeMoney: 16, forms.TypePercent: 10, forms.TypeDate: 13,
	forms.TypeBool: 9, forms.TypeChoice: 15, forms.TypeChoices: 18, forms.TypeProse: 44, forms.TypeRef: 22,
	forms.TypeRefs: 22, forms.TypeFile: 22,
}

const (
	headRoom       = 5 // beside half a head, for its filter button
	leastTextWidth = 13
	mostTextWidth  = 36
)

// fieldColumns are the columns of a field: one, or as many as its longest text
// takes.
func (b *builder) fieldColumns(f *forms.Field, rows []listRow) []*column {
	head := b.label(f)
	if u := b.unitText(f); u != "" {
		head = b.term("xlsx.head.with_unit", "label", head, "unit", u)
	}
	values := make([]any, len(rows))
	longest := 0
	for i, r := range rows {
		values[i] = b.content(b.report.Question(r.path.Join(f.Key)))
		if text, ok := values[i].(string); ok {
			longest = max(longest, textWidth(text))
		}
	}
	width, ok := columnWidths[f.Type]
	if !ok {
		width = min(mostTextWidth, max(leastTextWidth, float64(longest)+2))
	}
	width = math.Max(width, math.Ceil(float64(textWidth(head))/2)+headRoom)
	first := &column{field: f, head: head, name: Name(f.ID), width: width, values: values}
	columns := []*column{first}
	for i, v := range values {
		text, ok := v.(string)
		if !ok {
			continue
		}
		for part, piece := range b.parts(text, width, proseParts) {
			for len(columns) <= part {
				n := len(columns)
				columns = append(columns, &column{
					field: f, part: n, head: b.continued(head, n), name: Continuation(first.name, n+1),
					width: width, values: make([]any, len(rows)),
				})
			}
			columns[part].values[i] = piece
		}
	}
	return columns
}
