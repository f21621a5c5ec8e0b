package verify

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The limits of a workbook: what it may unpack to, how many rows there may be, and
// how many cells, counted to the last one of each row. The program's own have some
// thousands.
const (
	mostWorkbook = 256 << 20
	mostLines    = 200_000
	mostCells    = 4_000_000
)

// cell is a place in a workbook; columns and rows count from 1.
type cell struct {
	sheet       string
	column, row int
}

func (c cell) String() string {
	name, err := excelize.CoordinatesToCellName(c.column, c.row)
	if err != nil {
		name = fmt.Sprintf("R%dC%d", c.row, c.column)
	}
	return c.sheet + "!" + name
}

// area is a range on a sheet, as a defined name refers to it.
type area struct {
	from            cell
	columns, height int
}

// at is the cell of an area so many rows below its first.
func (a area) at(row int) cell { return cell{a.from.sheet, a.from.column, a.from.row + row} }

// book is a workbook read whole: the raw text of every cell that holds something.
type book struct {
	sheets []string // in order
	cells  map[cell]string
	areas  map[string]area   // workbook-level names that refer to one area
	terms  map[string]string // those that are a text

	rows, seen int // read so far
}

// readBook reads a workbook.
func readBook(data []byte) (b *book, err error) {
	defer func() {
		if r := recover(); r != nil { // excelize panics on some damaged files
			b, err = nil, &Error{Kind: NotWorkbook, Err: fmt.Errorf("%v", r)}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: mostWorkbook, UnzipXMLSizeLimit: mostWorkbook,
	})
	if err != nil {
		return nil, &Error{Kind: NotWorkbook, Err: err}
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b = &book{sheets: f.GetSheetList(), cells: map[cell]string{}, areas: map[string]area{}, terms: map[string]string{}}
	for _, sheet := range b.sheets {
		if err := b.read(f, sheet); errors.Is(err, errTooLarge) {
			return nil, &Error{Kind: TooLarge, Part: printable(sheet)}
		} else if err != nil {
			return nil, &Error{Kind: NotWorkbook, Part: sheet, Err: err}
		}
	}
	for _, name := range f.GetDefinedName() {
		if name.Scope != "" && name.Scope != "Workbook" {
			continue
		}
		if a, ok := areaOf(name.RefersTo); ok {
			b.areas[name.Name] = a
		} else if text, ok := strings.CutPrefix(strings.TrimPrefix(name.RefersTo, "="), `"`); ok {
			b.terms[name.Name] = strings.TrimSuffix(text, `"`)
		}
	}
	return b, nil
}

// errTooLarge tells that a workbook is beyond the limits.
var errTooLarge = errors.New("more rows or cells than a workbook of an application has")

func (b *book) read(f *excelize.File, sheet string) error {
	rows, err := f.Rows(sheet)
	if err != nil {
		return err
	}
	for n := 1; rows.Next(); n++ {
		columns, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return errors.Join(err, rows.Close())
		}
		b.rows++
		if b.seen += len(columns); b.rows > mostLines || b.seen > mostCells {
			return errors.Join(errTooLarge, rows.Close())
		}
		for i, text := range columns {
			if text != "" {
				b.cells[cell{sheet, i + 1, n}] = text
			}
		}
	}
	return errors.Join(rows.Error(), rows.Close())
}

// text is what stands at the first cell of a name, or the text that it is.
func (b *book) text(name string) string {
	if a, ok := b.areas[name]; ok {
		return b.cells[a.from]
	}
	return b.terms[name]
}

// areaOf reads 'sheet'!$B$4:$B$9.
func areaOf(ref string) (area, bool) {
	ref = strings.TrimPrefix(ref, "=")
	at := strings.LastIndexByte(ref, '!')
	if at < 0 {
		return area{}, false
	}
	sheet := strings.TrimPrefix(ref[:at], "$")
	if len(sheet) >= 2 && sheet[0] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	first, last, isRange := strings.Cut(strings.ReplaceAll(ref[at+1:], "$", ""), ":")
	if !isRange {
		last = first
	}
	column, row, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		return area{}, false
	}
	toColumn, toRow, err := excelize.CellNameToCoordinates(last)
	if err != nil || toColumn < column || toRow < row {
		return area{}, false
	}
	return area{cell{sheet, column, row}, toColumn - column + 1, toRow - row + 1}, true
}

// alike tells whether two cells say the same: texts up to the kind of line break,
// numbers up to what a recalculation may alter in the last digits.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return x-y <= slack*max(abs(x), abs(y)) && y-x <= slack*max(abs(x), abs(y))
	}
	return plainBreaks.Replace(a) == plainBreaks.Replace(b)
}

const slack = 1e-12

var plainBreaks = strings.NewReplacer("\r\n", "\n", "_x000D_\n", "\n", "\r", "\n")

func abs(x float64) float64 { return max(x, -x) }
