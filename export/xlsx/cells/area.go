package cells

import (
	"strconv"
	"strings"
)

// Area is a rectangle of cells on a sheet; columns and rows count from 1 and
// include the last.
type Area struct {
	Sheet                            string
	Column, Row, LastColumn, LastRow int
}

// At gives the place of the nth cell of the first column, from 0.
func (a Area) At(n int) Place { return Place{a.Sheet, a.Column, a.Row + n} }

// Height is the number of rows.
func (a Area) Height() int { return a.LastRow - a.Row + 1 }

// Overlaps reports whether two areas share a cell.
func (a Area) Overlaps(b Area) bool {
	return a.Sheet == b.Sheet && a.Column <= b.LastColumn && b.Column <= a.LastColumn && a.Row <= b.LastRow && b.Row <= a.LastRow
}

func (a Area) holds(column, row int) bool {
	return a.Column <= column && column <= a.LastColumn && a.Row <= row && row <= a.LastRow
}

// Place is one cell.
type Place struct {
	Sheet       string
	Column, Row int
}

// String writes the place as people read it: sheet!B4.
func (p Place) String() string { return p.Sheet + "!" + letters(p.Column) + strconv.Itoa(p.Row) }

func letters(column int) string {
	var out []byte
	for ; column > 0; column = (column - 1) / 26 {
		out = append([]byte{byte('A' + (column-1)%26)}, out...)
	}
	return string(out)
}

// parseReference reads what a defined name stands for: a cell or one range of a
// sheet of this workbook ("'1 甲'!$B$4:$B$9"). Everything else, a formula,
// several areas, whole columns, another file, is refused.
func parseReference(s string) (Area, bool) {
	sheet, cells, ok := cutSheet(strings.TrimSpace(s))
	if !ok || strings.ContainsAny(sheet, "[]:\\/?*") {
		return Area{}, false
	}
	a, ok := parseRange(cells)
	a.Sheet = sheet
	return a, ok && sheet != ""
}

// cutSheet parts the sheet, quoted or not, from the cells.
func cutSheet(s string) (sheet, cells string, ok bool) {
	if !strings.HasPrefix(s, "'") {
		sheet, cells, ok = strings.Cut(s, "!")
		return strings.TrimPrefix(sheet, "$"), cells, ok
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '\'':
		case i+1 < len(s) && s[i+1] == '\'':
			i++
		case i+1 < len(s) && s[i+1] == '!':
			return strings.ReplaceAll(s[1:i], "''", "'"), s[i+2:], true
		default:
			return "", "", false
		}
	}
	return "", "", false
}

// parseRange reads "B4" or "$B$4:$C$9".
func parseRange(s string) (Area, bool) {
	from, to, ranged := strings.Cut(strings.ReplaceAll(s, "$", ""), ":")
	column, row, ok := parseCell(from)
	if !ok {
		return Area{}, false
	}
	a := Area{Column: column, Row: row, LastColumn: column, LastRow: row}
	if ranged {
		a.LastColumn, a.LastRow, ok = parseCell(to)
	}
	return a, ok && a.Column <= a.LastColumn && a.Row <= a.LastRow
}

// parseCell reads "B4".
func parseCell(s string) (column, row int, ok bool) {
	i := 0
	for ; i < len(s) && i < 4; i++ {
		c := s[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	if i == 0 || i == len(s) || s[i] < '1' || s[i] > '9' {
		return 0, 0, false
	}
	row, err := strconv.Atoi(s[i:])
	return column, row, err == nil && column <= MaxColumn && row <= MaxRow
}
