package xlsx_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/exporttest"
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

// book reads answers from a workbook.
type book struct{ *exporttest.Book }

func open(t testing.TB, data []byte) *book {
	t.Helper()
	return &book{exporttest.OpenBook(t, data)}
}

// raw is the stored value of the nth cell behind a name.
func (b *book) raw(t testing.TB, name string, n int) string {
	t.Helper()
	at := b.Cells(t, name)[n]
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
	for part := 2; b.Names[xlsx.Continuation(name, part)] != ""; part++ {
		s += b.raw(t, xlsx.Continuation(name, part), n)
	}
	return s
}

// isText reports whether the nth cell behind a name holds a text.
func (b *book) isText(t testing.TB, name string, n int) bool {
	t.Helper()
	at := b.Cells(t, name)[n]
	kind, err := b.GetCellType(at[0], at[1])
	if err != nil {
		t.Fatal(err)
	}
	return kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
}
