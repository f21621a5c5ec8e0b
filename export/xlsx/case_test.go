package xlsx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx"
	"h200filing/forms"
)

func render(t testing.TB, report *forms.Report, options xlsx.Options) []byte {
	t.Helper()
	data, err := xlsx.Render(report, options)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// book reads a workbook by its defined names.
type book struct {
	*excelize.File
	names map[string]string
}

func open(t testing.TB, data []byte) *book {
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
	b := &book{File: f, names: map[string]string{}}
	for _, n := range f.GetDefinedName() {
		b.names[n.Name] = n.RefersTo
	}
	return b
}

// cells lists the cells behind a defined name, as sheet and cell.
func (b *book) cells(t testing.TB, name string) [][2]string {
	t.Helper()
	sheet, area, ok := strings.Cut(b.names[name], "!")
	if !ok {
		t.Fatalf("%s: no such name", name)
	}
	sheet = strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
	from, to, ok := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
	if !ok {
		to = from
	}
	column, first, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	_, last, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for row := first; row <= last; row++ {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, [2]string{sheet, cell})
	}
	return out
}

// raw is the stored value of the nth cell behind a name.
func (b *book) raw(t testing.TB, name string, n int) string {
	t.Helper()
	at := b.cells(t, name)[n]
	s, err := b.GetCellValue(at[0], at[1], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// whole joins the parts of a text.
func (b *book) whole(t testing.TB, name string, n int) string {
	t.Helper()
	s := b.raw(t, name, n)
	for part := 2; b.names[xlsx.Continuation(name, part)] != ""; part++ {
		s += b.raw(t, xlsx.Continuation(name, part), n)
	}
	return s
}

// isText reports whether the nth cell behind a name holds a text.
func (b *book) isText(t testing.TB, name string, n int) bool {
	t.Helper()
	at := b.cells(t, name)[n]
	kind, err := b.GetCellType(at[0], at[1])
	if err != nil {
		t.Fatal(err)
	}
	return kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
}
