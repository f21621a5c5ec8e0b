package fill_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// resave has LibreOffice open workbooks and save them as its own.
func resave(t *testing.T, workbooks ...[]byte) [][]byte {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	arguments := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out,
	}
	for i, data := range workbooks {
		path := filepath.Join(dir, strconv.Itoa(i)+".xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, path)
	}
	if output, err := exec.Command("soffice", arguments...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice (package libreoffice-calc): %v\n%s", err, output)
	}
	var saved [][]byte
	for i := range workbooks {
		data, err := os.ReadFile(filepath.Join(out, strconv.Itoa(i)+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		saved = append(saved, data)
	}
	return saved
}

// TestResaved reads workbooks that LibreOffice has saved: no difference where
// nobody changed anything, and else what was changed.
func TestResaved(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	original := render(t, report, xlsx.Options{})
	edited := open(t, original)
	edited.put("product.quantity", 0, 36)
	edited.put("project.fleet.model", 2, "甲")
	edited.put("experts._row", 6, nil)
	edited.clear("experts", 4)
	edited.put("applicant.industry", 0, "=1+1")
	gone := open(t, original)
	sheet, _ := gone.at("experts._row", 0)
	gone.must(gone.DeleteSheet(sheet))
	reports := []*forms.Report{report, report, report, report}
	workbooks := [][]byte{original, edited.data(), gone.data(), render(t, report, xlsx.Options{Only: []string{"suppliers"}, Lang: i18n.English})}
	for seed := range 6 {
		r := formstest.Evaluate(t, rapid.Custom(func(r *rapid.T) *forms.Answers { return anything(r, formstest.Form(t)) }).Example(seed))
		reports, workbooks = append(reports, r), append(workbooks, render(t, r, xlsx.Options{Draft: true}))
	}
	want := [][]string{1: {"answer|applicant.industry|互联网和相关服务|=1+1|", "added|project.fleet[2]||甲|",
		"answer|project.fleet[2].model||甲|", "answer|product.quantity|32|36|", "removed|experts[4]|专家戊||"}}
	wantNotes := [][]string{2: {"sheet_missing"}, 3: {"part_only"}}
	for i, data := range resave(t, workbooks...) {
		found := read(t, data, reports[i])
		if diff := cmp.Diff(append([]string{}, at(want, i)...), lines(found)); diff != "" {
			t.Errorf("workbook %d: %s", i, diff)
		}
		if diff := cmp.Diff(append([]string{}, at(wantNotes, i)...), notes(found)); diff != "" {
			t.Errorf("workbook %d: %s", i, diff)
		}
	}
}

func at(list [][]string, i int) []string {
	if i < len(list) {
		return list[i]
	}
	return nil
}

// TestOnly exports one expert's row and one section, merges what was filled in,
// and touches nothing else.
func TestOnly(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	formstest.Set(t, answers, "experts[0].id_number", "11010519491231002X")
	report := formstest.Evaluate(t, answers)
	for _, lang := range i18n.Langs() {
		for _, only := range [][]string{{"experts[2]"}, {"experts[0]", "experts[4]"}, {"suppliers"}, {"suppliers[1]"}, {"project.fleet", "product"}, {"suppliers[]"}} {
			i := read(t, render(t, report, xlsx.Options{Only: only, Lang: lang}), report)
			if diff := cmp.Diff([]string{"part_only"}, append(lines(i), notes(i)...)); diff != "" {
				t.Errorf("%v %s: %s", only, lang, diff)
			}
		}
	}
	data := render(t, report, xlsx.Options{Only: []string{"experts[2]"}})
	for name, content := range unzip(t, data) {
		for _, other := range []string{"专家甲", "专家乙", "专家丁", "专家戊", "MTT S5000", "思元 590", "27000"} {
			if strings.Contains(content, other) {
				t.Errorf("%s of an expert's workbook tells %s", name, other)
			}
		}
	}
	b := open(t, data)
	if got := len(b.GetSheetList()); got != 4 {
		t.Errorf("%d sheets: %v", got, b.GetSheetList())
	}
	for _, n := range b.GetDefinedName() {
		if f := report.Form.Field(n.Name); f != nil && f.List == nil && f.Type != forms.TypeRows {
			t.Errorf("%s is in an expert's workbook", n.Name)
		}
	}
	b.put("experts.opinion", 0, "同意。")
	i := read(t, b.data(), report)
	want := answers.Clone()
	formstest.Set(t, want, "experts[2].opinion", "同意。")
	if diff := cmp.Diff(want.All(), changed(t, i, answers, fill.Accepted).All()); diff != "" {
		t.Error(diff)
	}
	if _, err := xlsx.NewScope(report, []string{"experts[5]"}); err == nil {
		t.Error("a row that is not there is taken")
	}
}

// TestOlder merges a workbook into an application that has moved on.
func TestOlder(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	b := open(t, render(t, formstest.Evaluate(t, answers), xlsx.Options{}))
	b.put("product.quantity", 0, 36)
	b.put("product.unit_price", 0, 27500)
	b.put("suppliers.contact", 2, "赵六")
	b.put("suppliers.contact", 1, "孙七")
	data := b.data()
	formstest.Set(t, answers, "product.quantity", "40")
	formstest.Set(t, answers, "applicant.industry", "制造业")
	first := forms.Path("suppliers").Row(answers.Rows("suppliers")[0])
	formstest.Apply(t, answers, answers.Removal(first)...)
	fleet := forms.Path("project.fleet").Row(answers.NewRowID())
	formstest.Apply(t, answers, forms.Change{Op: forms.Insert, Path: fleet, At: 0}, forms.Change{Op: forms.Set, Path: fleet.Join("model"), Value: "新卡"})
	i := read(t, data, formstest.Evaluate(t, answers))
	want := []string{
		"answer|applicant.industry|制造业|互联网和相关服务|newer",
		"answer|product.quantity|40|36|both_changed",
		"answer|product.unit_price|27000.00|27500.00|",
		"answer|suppliers[0].contact|销售部|孙七|",
		"answer|suppliers[1].contact|市场部|赵六|",
		"older_state",
	}
	if diff := cmp.Diff(want, append(lines(i), notes(i)...)); diff != "" {
		t.Error(diff)
	}
	after := formstest.Evaluate(t, changed(t, i, answers, fill.Overriding))
	if q := after.Question("product.quantity"); q.Plain() != "36" {
		t.Errorf("the quantity is %s", q.Plain())
	}
}

// TestOtherApplication takes all of a workbook into an empty application.
func TestOtherApplication(t *testing.T) {
	full := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, full)
	empty := forms.NewAnswers()
	data := render(t, report, xlsx.Options{})
	i := read(t, data, formstest.Evaluate(t, empty))
	if diff := cmp.Diff([]string{"other_application"}, notes(i)); diff != "" {
		t.Error(diff)
	}
	after := formstest.Evaluate(t, changed(t, i, empty, fill.Accepted))
	again := read(t, data, after)
	for _, d := range again.Differences {
		if d.Reason != fill.File {
			t.Errorf("still different: %q", lines(again))
			break
		}
	}
}
