package xlsx_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/assets/accelerators"
	assets "h200filing/assets/forms"
	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/accelerator"
)

var today = forms.Day(2026, 11, 23)

var catalogue = sync.OnceValues(func() (*accelerator.Catalogue, error) {
	return accelerator.Load(accelerators.Catalogue, accelerators.Released)
})

var shipped = sync.OnceValues(func() (*forms.Form, error) {
	pack, err := assets.Pack(assets.Current)
	if err != nil {
		return nil, err
	}
	return forms.LoadForm(pack)
})

// pack is the shipped form pack.
func pack(t testing.TB) *forms.Form {
	t.Helper()
	form, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// readCase reads the answers of one of the cases that lie beside the project.
func readCase(t testing.TB, name string) *forms.Answers {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "cases", name))
	if err != nil {
		t.Fatalf("the cases are laid beside the project: %v", err)
	}
	answers, err := forms.ReadAnswers(pack(t), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

func evaluate(t testing.TB, answers *forms.Answers) *forms.Report {
	t.Helper()
	c, err := catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return forms.Evaluate(pack(t), answers, forms.Context{Today: today, Catalogue: c})
}

// set answers a question, by its public path.
func set(t testing.TB, answers *forms.Answers, path, value string) {
	t.Helper()
	p, err := answers.Resolve(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: p, Value: value}); err != nil {
		t.Fatal(err)
	}
}

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
