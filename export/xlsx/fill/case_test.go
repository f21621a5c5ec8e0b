package fill_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"h200filing/export/exporttest"
	"h200filing/export/xlsx"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/i18n"
)

func render(t testing.TB, report *forms.Report, options xlsx.Options) []byte {
	t.Helper()
	data, err := xlsx.Render(report, options)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t testing.TB, data []byte, report *forms.Report) *fill.Import {
	t.Helper()
	i, err := fill.Read(data, report, i18n.English)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// lines writes differences one a line: kind, field, old, new and reason.
func lines(i *fill.Import) []string {
	out := []string{}
	for _, d := range i.Differences {
		out = append(out, strings.Join([]string{string(d.Kind), d.Field, brief(d.Old), brief(d.New), string(d.Reason)}, "|"))
	}
	return out
}

// brief cuts the middle out of a long text.
func brief(s string) string {
	if len(s) < 300 {
		return s
	}
	return fmt.Sprintf("%.30s…%s (%d)", s, s[len(s)-30:], len(s))
}

func notes(i *fill.Import) []string {
	out := []string{}
	for _, n := range i.Notes {
		out = append(out, string(n.Code))
	}
	return out
}

// book edits a workbook by its defined names.
type book struct {
	*exporttest.Book
	t testing.TB
}

func open(t testing.TB, data []byte) *book {
	t.Helper()
	return &book{exporttest.OpenBook(t, data), t}
}

// at is the nth cell behind a name.
func (b *book) at(name string, n int) (sheet, cell string) {
	b.t.Helper()
	return b.Cell(b.t, name, n)
}

// put writes into the nth cell behind a name.
func (b *book) put(name string, n int, value any) {
	b.t.Helper()
	sheet, cell := b.at(name, n)
	b.must(b.SetCellValue(sheet, cell, value))
}

func (b *book) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *book) data() []byte {
	b.t.Helper()
	var out bytes.Buffer
	b.must(b.Write(&out))
	b.must(b.Close())
	return out.Bytes()
}
