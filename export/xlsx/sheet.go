package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// sheet is a laid-out sheet.
type sheet struct {
	name         string
	title, intro string
	widths       []float64
	rows         []row
	merges       [][2]string
	validations  []*excelize.DataValidation
	links        map[string]string // cell → where it leads
	charts       []placedChart
	breaks       []int // rows after which a page ends
	table        *excelize.Table
	head         int  // rows kept in view and repeated on every page
	side         int  // columns likewise
	lists        int  // lists of the section that have a sheet of their own
	small        bool // printed small rather than on many pages
	hidden       bool
}

type row struct {
	cells  []any // excelize.Cell or nil
	height float64
}

const sheetNameUnits = 31

// sheetName makes a name that Excel takes and no sheet bears yet.
func (b *builder) sheetName(wanted string) string {
	base := strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, clean(wanted)))
	if base == "" {
		base = "_"
	}
	name := shorten(base, sheetNameUnits)
	for n := 2; b.taken[strings.ToLower(name)] || strings.EqualFold(name, "History"); n++ {
		tail := fmt.Sprintf(" (%d)", n)
		name = shorten(base, sheetNameUnits-len(tail)) + tail
	}
	b.taken[strings.ToLower(name)] = true
	return name
}

// shorten cuts a text to so many UTF-16 units.
func shorten(s string, units int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > units {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

func (b *builder) newSheet(name string) *sheet {
	s := &sheet{name: b.sheetName(name), links: map[string]string{}}
	b.sheets = append(b.sheets, s)
	return s
}

// add appends a row and gives its number, from 1.
func (s *sheet) add(height float64, cells ...any) int {
	s.rows = append(s.rows, row{cells: cells, height: height})
	return len(s.rows)
}

// cellName names a cell by its column and row, from 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1" // columns and rows are counted by this package and in range
	}
	return name
}

// absolute writes a range of the sheet as a defined name wants it.
func (s *sheet) absolute(column, first, last int) string {
	from, to := cellName(column, first), cellName(column, last)
	ref := s.quoted() + "!" + fixed(from)
	if first != last {
		ref += ":" + fixed(to)
	}
	return ref
}

func (s *sheet) quoted() string { return "'" + strings.ReplaceAll(s.name, "'", "''") + "'" }

// fixed turns B4 into $B$4.
func fixed(cell string) string {
	at := strings.IndexAny(cell, "0123456789")
	return "$" + cell[:at] + "$" + cell[at:]
}

func (s *sheet) merge(fromColumn, toColumn, row int) {
	if toColumn > fromColumn {
		s.merges = append(s.merges, [2]string{cellName(fromColumn, row), cellName(toColumn, row)})
	}
}

// planHead writes title and introduction, wide as the sheet of fields; a table
// sheet sets its own widths afterwards.
func (b *builder) planHead(s *sheet) {
	s.widths = fieldWidths
	s.add(26, b.cell(look{kind: titleText}, s.title), nil, nil, nil)
	s.merge(1, 4, 1)
	if s.intro != "" {
		s.add(height(lines(s.intro, total(fieldWidths))), b.cell(look{kind: introText}, s.intro), nil, nil, nil)
		s.merge(1, 4, 2)
	}
}

func total(widths []float64) float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	return sum
}

func (b *builder) cell(l look, value any) excelize.Cell {
	if s, ok := value.(string); ok {
		value = clean(s)
	}
	return excelize.Cell{StyleID: b.style(l), Value: value}
}
