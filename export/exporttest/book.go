package exporttest

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook whose cells are found by their defined names.
type Book struct {
	*excelize.File
	Names map[string]string // what each defined name refers to
}

// OpenBook reads a workbook and closes it when the test ends.
func OpenBook(t testing.TB, data []byte) *Book {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	b := &Book{File: f, Names: map[string]string{}}
	for _, n := range f.GetDefinedName() {
		b.Names[n.Name] = n.RefersTo
	}
	return b
}

// Cells lists the cells in the first column behind a defined name, as sheet and cell.
func (b *Book) Cells(t testing.TB, name string) [][2]string {
	t.Helper()
	_, from, to := b.area(t, name)
	_, first := coordinates(t, from)
	_, last := coordinates(t, to)
	var cells [][2]string
	for n := range last - first + 1 {
		sheet, cell := b.Cell(t, name, n)
		cells = append(cells, [2]string{sheet, cell})
	}
	return cells
}

// Cell is the nth cell behind a defined name, from 0; it may lie below the last.
func (b *Book) Cell(t testing.TB, name string, n int) (sheet, cell string) {
	t.Helper()
	sheet, from, _ := b.area(t, name)
	column, row := coordinates(t, from)
	cell, err := excelize.CoordinatesToCellName(column, row+n)
	if err != nil {
		t.Fatal(err)
	}
	return sheet, cell
}

// area is the sheet, the first and the last cell behind a defined name.
func (b *Book) area(t testing.TB, name string) (sheet, from, to string) {
	t.Helper()
	sheet, area, ok := strings.Cut(b.Names[name], "!")
	if !ok {
		t.Fatalf("%s: no such name", name)
	}
	sheet = strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
	from, to, ok = strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
	if !ok {
		to = from
	}
	return sheet, from, to
}

func coordinates(t testing.TB, cell string) (column, row int) {
	t.Helper()
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		t.Fatal(err)
	}
	return column, row
}
