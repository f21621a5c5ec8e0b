package xlsx_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// scenario alters answers of the supported case: in the form, and in the cells
// of a workbook written before.
type scenario struct {
	name string
	set  map[string]string
}

// scenarios pair what has nothing to do with each other, because LibreOffice
// takes a second a file.
var scenarios = []scenario{
	{"as it is", nil},
	{"quantity, price; one truth settles it", map[string]string{
		"product.quantity": "41", "product.unit_price": "31999.99",
		"eligibility.military_end_use": "true", "eligibility.classified_system": "", "eligibility.state_controlled": ""}},
	{"seller bears the duty; a truth unknown", map[string]string{"product.us_duty_borne_by": "seller", "eligibility.classified_system": ""}},
	{"in yuan, no rate; caution", map[string]string{
		"product.currency": "CNY", "product.fx_rate": "", "product.fx_date": "", "eligibility.state_controlled": "true"}},
	{"rates with decimals; fleet", map[string]string{
		"product.fx_rate": "7.0813", "product.us_duty_rate": "12.5", "product.vat_rate": "9.75", "product.import_duty_rate": "3.3",
		"project.fleet[0].count": "77", "project.fleet[1].origin": "domestic"}},
	{"fewer than needed; fleet unknown", map[string]string{
		"product.quantity": "8", "product.form": "pcie_card", "project.fleet[1].count": ""}},
	{"quantity unknown; energy", map[string]string{
		"product.quantity": "", "energy.price_cny_kwh": "0.7213", "energy.subsidised_price_cny_kwh": "0.3333"}},
	{"quantity no number; energy unknown", map[string]string{"product.quantity": "约三十", "energy.price_cny_kwh": ""}},
	{"duty bearer unknown; purchase", map[string]string{
		"product.us_duty_borne_by": "", "substitution.domestic_purchases[0].quantity": "1000"}},
	{"rate unknown; purchase unknown", map[string]string{
		"product.fx_rate": "", "substitution.domestic_purchases[0].quantity": ""}},
	{"currency not admitted", map[string]string{"product.currency": "EUR"}},
}

// TestRecalculated has LibreOffice compute altered workbooks again and compares
// every formula of the pack that is live in them with a new evaluation: amounts
// to the fen.
func TestRecalculated(t *testing.T) {
	base := formstest.Answers(t, formstest.Supported)
	original := render(t, formstest.Evaluate(t, base), xlsx.Options{})
	dir := t.TempDir()
	var files []string
	for i, s := range scenarios {
		path := filepath.Join(dir, strconv.Itoa(i)+".xlsx")
		if err := os.WriteFile(path, altered(t, original, base, s), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	for _, lang := range i18n.Langs()[1:] { // formulas hold the words of their language
		path := filepath.Join(dir, string(lang)+".xlsx")
		if err := os.WriteFile(path, render(t, formstest.Evaluate(t, base), xlsx.Options{Lang: lang}), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	out := filepath.Join(dir, "out")
	convert(t, dir, out, files...)
	for _, lang := range i18n.Langs()[1:] {
		data, err := os.ReadFile(filepath.Join(out, string(lang)+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		checkAnswers(t, formstest.Evaluate(t, base), data, lang)
	}
	for i, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(out, strconv.Itoa(i)+".xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			if len(s.set) == 0 { // what LibreOffice saves again can still be imported
				checkAnswers(t, formstest.Evaluate(t, base), data, i18n.Hans)
			}
			answers := base.Clone()
			for path, value := range s.set {
				formstest.Set(t, answers, path, value)
			}
			compareFormulas(t, formstest.Evaluate(t, answers), open(t, data), open(t, original), len(s.set) == 0)
		})
	}
}

// compareFormulas compares every live value of the pack. A value that the
// program alone can compute has to be the old one or the word for stale.
func compareFormulas(t *testing.T, r *forms.Report, got, original *book, untouched bool) {
	t.Helper()
	live := 0
	for _, q := range r.Questions() {
		if q.Field.Compute == nil {
			continue
		}
		live++
		name := xlsx.Name(q.Field.ID)
		value := got.raw(t, name, 0)
		want := q.Plain()
		if q.Field.Choices != "" && want != "" {
			want = r.Form.Text("").Choices[q.Field.Choices][want]
		}
		if q.Field.Type == forms.TypeBool {
			want = r.Display(q, i18n.Hans)
		}
		if exactly(q, value, want) {
			continue
		}
		stale := r.Form.Text("").Terms["xlsx.stale"]
		holds := strings.Contains(formulaAt(t, original, name), stale)
		if !untouched && holds && (value == stale || value == "" && want == "") {
			continue
		}
		t.Errorf("%s = %q, want %q (%s)", name, value, want, formulaAt(t, original, name))
	}
	if live < 15 {
		t.Errorf("only %d computed values", live)
	}
}

// exactly compares an amount digit by digit and other numbers closely.
func exactly(q *forms.Question, got, want string) bool {
	if n, err := strconv.ParseFloat(got, 64); err == nil && q.Field.Type == forms.TypeMoney {
		return strconv.FormatFloat(n, 'f', 2, 64) == want && want != ""
	}
	return same(q, got, want)
}

func formulaAt(t *testing.T, b *book, name string) string {
	t.Helper()
	at := b.Cells(t, name)[0]
	f, err := b.GetCellFormula(at[0], at[1])
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// altered writes a scenario into the cells, as a colleague would type it, and
// spoils the cached values of all formulas.
func altered(t *testing.T, original []byte, base *forms.Answers, s scenario) []byte {
	t.Helper()
	b := open(t, original)
	r := formstest.Evaluate(t, base)
	for path, value := range s.set {
		p, err := base.Resolve(path)
		if err != nil {
			t.Fatal(err)
		}
		name, n := place(r, p)
		at := b.Cells(t, name)[n]
		if err := b.SetCellValue(at[0], at[1], typed(r, r.Form.Field(p.Pattern()), value)); err != nil {
			t.Fatal(err)
		}
	}
	for name := range b.Names {
		if r.Form.Field(name) == nil || r.Form.Field(name).Compute == nil {
			continue
		}
		at := b.Cells(t, name)[0]
		if formula := formulaAt(t, b, name); formula != "" {
			if err := b.SetCellValue(at[0], at[1], "spoilt"); err != nil {
				t.Fatal(err)
			}
			if err := b.SetCellFormula(at[0], at[1], formula); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// typed is an answer as it is typed into a cell.
func typed(r *forms.Report, f *forms.Field, value string) any {
	text := r.Form.Text("")
	if n, err := strconv.ParseFloat(value, 64); err == nil && f.Type.Numeric() {
		return n
	}
	switch {
	case value == "":
		return nil
	case f.Type == forms.TypeBool:
		return map[string]string{"true": text.Terms["yes"], "false": text.Terms["no"]}[value]
	case text.Choices[f.Choices][value] != "":
		return text.Choices[f.Choices][value]
	}
	return value
}

// convert has LibreOffice open workbooks, compute them and save them again.
func convert(t *testing.T, dir, out string, files ...string) {
	t.Helper()
	arguments := append([]string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out,
	}, files...)
	if output, err := exec.Command("soffice", arguments...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice (package libreoffice-calc): %v\n%s", err, output)
	}
}

// TestFormulasAreLive counts the computed values that Excel computes; all amounts
// have to be among them.
func TestFormulasAreLive(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	b := open(t, render(t, r, xlsx.Options{}))
	for _, q := range r.Questions() {
		if q.Field.Compute == nil {
			continue
		}
		at := b.Cells(t, xlsx.Name(q.Field.ID))[0]
		formula, err := b.GetCellFormula(at[0], at[1])
		if err != nil {
			t.Fatal(err)
		}
		if formula == "" {
			t.Errorf("%s has no formula", q.Field.ID)
		}
		if got, err := b.GetCellValue(at[0], at[1], excelize.Options{RawCellValue: true}); err != nil || got == "" {
			t.Errorf("%s has no cached value (%v)", q.Field.ID, err)
		}
	}
}
