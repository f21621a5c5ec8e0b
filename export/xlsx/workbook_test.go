package xlsx_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"h200filing/export/exporttest"
	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestSameBytes renders equal reports to equal bytes.
func TestSameBytes(t *testing.T) {
	first := render(t, formstest.Evaluate(t, formstest.Answers(t, formstest.Supported)), xlsx.Options{})
	for range 8 {
		if !bytes.Equal(first, render(t, formstest.Evaluate(t, formstest.Answers(t, formstest.Supported)), xlsx.Options{})) {
			t.Fatal("the bytes differ from run to run")
		}
	}
}

func TestName(t *testing.T) {
	for id, want := range map[string]string{
		"product.quantity":           "product.quantity",
		"suppliers[].reply":          "suppliers.reply",
		"suppliers[].facts[].metric": "suppliers.facts.metric",
		"project.fleet":              "project.fleet",
		"a1":                         "_a1",
		"xfd12":                      "_xfd12",
		"r1c1":                       "_r1c1",
		"r":                          "_r",
		"c":                          "_c",
		"rc":                         "_rc",
		"mlps1":                      "mlps1",
		"energy.price_cny_kwh":       "energy.price_cny_kwh",
	} {
		if got := xlsx.Name(id); got != want {
			t.Errorf("Name(%q) = %q, want %q", id, got, want)
		}
	}
	if got := xlsx.Continuation("a.b", 3); got != "a.b._3" {
		t.Errorf("Continuation = %q", got)
	}
}

// TestEveryFieldHasAName finds the name of every field, asked or not, and no
// name twice.
func TestEveryFieldHasAName(t *testing.T) {
	b := open(t, render(t, formstest.Evaluate(t, forms.NewAnswers()), xlsx.Options{Draft: true}))
	seen := map[string]string{}
	for _, n := range b.GetDefinedName() {
		if n.Scope != "Workbook" {
			continue
		}
		if other, ok := seen[strings.ToLower(n.Name)]; ok {
			t.Errorf("%s and %s are one name to Excel", other, n.Name)
		}
		seen[strings.ToLower(n.Name)] = n.Name
	}
	formstest.Form(t).Walk(func(f *forms.Field) {
		name := xlsx.Name(f.ID)
		if f.Type == forms.TypeRows {
			name = xlsx.RowName(f.ID)
		}
		if b.Names[name] == "" {
			t.Errorf("%s has no name", f.ID)
		}
	})
	for _, name := range []string{xlsx.MetaForm, xlsx.MetaVersion, xlsx.MetaLang, xlsx.MetaDigest, xlsx.MetaDate} {
		if b.raw(t, name, 0) == "" {
			t.Errorf("%s is empty", name)
		}
	}
}

// TestCheckList finds the digest and every value with its sum.
func TestCheckList(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	b := open(t, render(t, r, xlsx.Options{}))
	if got := b.raw(t, xlsx.MetaDigest, 0); got != r.Digest() {
		t.Errorf("digest %q, want %q", got, r.Digest())
	}
	sheet := r.Form.Text(i18n.Hans).Terms["xlsx.sheet.check"]
	rows, err := b.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for _, row := range rows {
		if len(row) == 6 {
			listed[row[0]] = row[4]
			if row[2] == "" {
				t.Errorf("%s has no cell", row[0])
			}
		}
	}
	for _, q := range r.Questions() {
		if q.Field.Type == forms.TypeRows || q.Plain() == "" {
			continue
		}
		if got := listed[r.Public(q.Path)]; got != q.Plain() {
			t.Errorf("%s is listed as %q, want %q", r.Public(q.Path), got, q.Plain())
		}
	}
}

// TestSheets checks names, protection, print set-up and visibility of all
// sheets.
func TestSheets(t *testing.T) {
	for _, lang := range i18n.Langs() {
		r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
		b := open(t, render(t, r, xlsx.Options{Draft: true, Lang: lang}))
		terms := r.Form.Text(lang).Terms
		titled := map[string]bool{}
		for _, n := range b.GetDefinedName() {
			if n.Name == "_xlnm.Print_Titles" {
				titled[n.Scope] = true
			}
		}
		for i, sheet := range b.GetSheetList() {
			if n := len(utf16.Encode([]rune(sheet))); n > 31 || strings.ContainsAny(sheet, `:\/?*[]`) {
				t.Errorf("sheet name %q", sheet)
			}
			checkSheet(t, b, sheet, terms)
			dictionary := sheet == terms["xlsx.sheet.dictionary"]
			if visible, err := b.GetSheetVisible(sheet); err != nil || visible == dictionary {
				t.Errorf("%s: visible %v (%v)", sheet, visible, err)
			}
			if i > 0 && !dictionary && !titled[sheet] {
				t.Errorf("%s repeats no head", sheet)
			}
		}
	}
}

func checkSheet(t *testing.T, b *book, sheet string, terms map[string]string) {
	t.Helper()
	p, err := b.GetSheetProtection(sheet)
	if err != nil || !p.SelectLockedCells || !p.SelectUnlockedCells || p.AlgorithmName != "" || p.FormatCells {
		t.Errorf("%s: protection %+v (%v)", sheet, p, err)
	}
	layout, err := b.GetPageLayout(sheet)
	if err != nil || layout.Size == nil || *layout.Size != 9 || layout.FitToWidth == nil || layout.FitToHeight == nil || *layout.FitToHeight != 0 {
		t.Errorf("%s: page %+v (%v)", sheet, layout, err)
	}
	hf, err := b.GetHeaderFooter(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{terms["own_format_footer"], "&P", "&N"} {
		if !strings.Contains(hf.OddFooter, want) {
			t.Errorf("%s: footer %q lacks %q", sheet, hf.OddFooter, want)
		}
	}
	if !strings.Contains(hf.OddHeader, terms["xlsx.draft"]) {
		t.Errorf("%s: header %q bears no draft mark", sheet, hf.OddHeader)
	}
}

// TestLocks unlocks inputs and nothing else.
func TestLocks(t *testing.T) {
	form := formstest.Form(t)
	b := open(t, render(t, formstest.Evaluate(t, formstest.Answers(t, formstest.Supported)), xlsx.Options{}))
	form.Walk(func(f *forms.Field) {
		if f.Type == forms.TypeRows {
			return
		}
		for n, at := range b.Cells(t, xlsx.Name(f.ID)) {
			id, err := b.GetCellStyle(at[0], at[1])
			if err != nil {
				t.Fatal(err)
			}
			style, err := b.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			locked := style.Protection == nil || style.Protection.Locked
			if want := f.Computed() || f.Type == forms.TypeFile; locked != want {
				t.Errorf("%s (%d): locked %v, want %v", f.ID, n, locked, want)
			}
		}
	})
}

// TestValidations offers a list for every choice, a blocking one where nothing
// else is allowed.
func TestValidations(t *testing.T) {
	form := formstest.Form(t)
	b := open(t, render(t, formstest.Evaluate(t, formstest.Answers(t, formstest.Supported)), xlsx.Options{}))
	bySheet := map[string][]*excelize.DataValidation{}
	for _, sheet := range b.GetSheetList() {
		list, err := b.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		bySheet[sheet] = list
	}
	find := func(at [2]string) *excelize.DataValidation {
		for _, v := range bySheet[at[0]] {
			if v.Sqref == at[1] || strings.HasPrefix(v.Sqref, at[1]+":") {
				return v
			}
		}
		return nil
	}
	form.Walk(func(f *forms.Field) {
		if f.Computed() || f.Type != forms.TypeChoice && f.Type != forms.TypeBool && f.Type != forms.TypeRef {
			return
		}
		v := find(b.Cells(t, xlsx.Name(f.ID))[0])
		if v == nil {
			t.Errorf("%s offers no list", f.ID)
			return
		}
		want := xlsx.Name(f.Ref)
		if f.Type != forms.TypeRef {
			want = xlsx.ListName(f.Choices)
		}
		if f.Type == forms.TypeBool {
			want = xlsx.ListName("yes_no")
		}
		if v.Formula1 != want || b.Names[want] == "" {
			t.Errorf("%s offers %q, want %q", f.ID, v.Formula1, want)
		}
		if closed := !f.Open && f.Type != forms.TypeRef; v.ShowErrorMessage != closed {
			t.Errorf("%s: refuses other values %v, want %v", f.ID, v.ShowErrorMessage, closed)
		}
	})
}

// TestTables finds every list as a table with free rows and heads of its own.
func TestTables(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	b := open(t, render(t, r, xlsx.Options{}))
	tables := map[string]string{}
	for _, sheet := range b.GetSheetList() {
		list, err := b.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range list {
			tables[table.Name] = table.Range
		}
	}
	r.Form.Walk(func(f *forms.Field) {
		if f.Type != forms.TypeRows {
			return
		}
		area := tables[xlsx.TableName(f.ID)]
		_, last, ok := strings.Cut(area, ":")
		cells := b.Cells(t, xlsx.RowName(f.ID))
		if end := cells[len(cells)-1][1]; !ok || strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strings.TrimPrefix(end, "A") {
			t.Errorf("%s: table %q, rows to %q", f.ID, area, end)
		}
		if free := len(cells) - len(rowsOf(r, f.ID+"[]")); free < 2 {
			t.Errorf("%s has %d free rows", f.ID, free)
		}
	})
}

// TestParts looks at what excelize itself cannot tell: the cached values'
// types, the time stamps, and that nothing outside is named.
func TestParts(t *testing.T) {
	data := render(t, formstest.Evaluate(t, formstest.Answers(t, formstest.Supported)), xlsx.Options{})
	all := exporttest.Contents(t, data)
	if first := exporttest.Unzip(t, data)[0].Name; first != "[Content_Types].xml" {
		t.Errorf("the first part is %s", first)
	}
	if !strings.Contains(all["xl/workbook.xml"], `fullCalcOnLoad="true"`) {
		t.Error("nothing is computed on opening")
	}
	if n := strings.Count(all["docProps/core.xml"], "2026-11-23T00:00:00Z"); n != 2 {
		t.Errorf("%d time stamps of the day of issue, want 2: %s", n, all["docProps/core.xml"])
	}
	number := regexp.MustCompile(`<c r="[A-Z]+[0-9]+" s="[0-9]+"><f>[^<]*</f><v>8794039.68</v></c>`)
	found := false
	for name, content := range all {
		found = found || number.MatchString(content)
		if strings.Contains(content, "externalLink") || strings.Contains(content, `TargetMode="External"`) {
			t.Errorf("%s names something outside", name)
		}
	}
	if !found {
		t.Error("the total is not cached as a number")
	}
}

func BenchmarkRender(b *testing.B) {
	r := formstest.Evaluate(b, formstest.Answers(b, formstest.Supported))
	b.ReportAllocs()
	for b.Loop() {
		render(b, r, xlsx.Options{})
	}
}

// TestCompare finds a chart for every requirement, and the figures of the
// candidates in their block.
func TestCompare(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	data := render(t, r, xlsx.Options{})
	charts := 0
	for name := range exporttest.Contents(t, data) {
		if strings.HasPrefix(name, "xl/charts/chart") {
			charts++
		}
	}
	if want := len(r.Rows("requirements")) + 1; charts != want { // and of the options the one figure that is known of two
		t.Errorf("%d charts, want %d", charts, want)
	}
	rows, err := open(t, data).GetRows(r.Form.Text(i18n.Hans).Terms["xlsx.compare"], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		if len(row) == 4 && strings.HasPrefix(row[0], "Atlas 900 A3") {
			got = append(got, strings.Join(row[1:], " "))
		}
	}
	for i, want := range []string{"128 136 不满足、低于要求 5.9%", "3200 3700 不满足、低于要求 13.5%", " 1200 未知", "180 150 不满足、高于要求 20%"} {
		if i >= len(got) || got[i] != want {
			t.Errorf("requirement %d: %q, want %q", i, got, want)
		}
	}
}
