package window

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"h200filing/app/session"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
)

// filled exports the workbook of the current application, types into cells by their
// defined names, and gives its path. A name with @n is the cell n rows below the
// first of a column.
func (r *rig) filled(cells map[string]string) string {
	r.t.Helper()
	out, err := r.desk.application.Prepare().Export(session.Wanted{XLSX: true}, true)
	if err != nil {
		r.t.Fatal(err)
	}
	path := filepath.Join(r.t.TempDir(), "回填.xlsx")
	if err := session.WriteFile(path, out.XLSX); err != nil {
		r.t.Fatal(err)
	}
	r.fillIn(path, cells)
	return path
}

// fillIn types into cells of a workbook.
func (r *rig) fillIn(path string, cells map[string]string) {
	r.t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	for name, value := range cells {
		sheet, cell := r.cellOf(book, name)
		if formula, ok := strings.CutPrefix(value, "="); ok {
			err = book.SetCellFormula(sheet, cell, formula)
		} else {
			err = book.SetCellStr(sheet, cell, value)
		}
		if err != nil {
			r.t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		r.t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		r.t.Fatal(err)
	}
}

// cellOf is where a defined name stands.
func (r *rig) cellOf(book *excelize.File, name string) (sheet, cell string) {
	r.t.Helper()
	name, rows, _ := strings.Cut(name, "@")
	below, _ := strconv.Atoi(rows) // none is 0
	for _, n := range book.GetDefinedName() {
		if n.Name != name {
			continue
		}
		sheet, area, _ := strings.Cut(n.RefersTo, "!")
		cell, _, _ = strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
		column, row, err := excelize.CellNameToCoordinates(cell)
		if err != nil {
			r.t.Fatal(err)
		}
		if cell, err = excelize.CoordinatesToCellName(column, row+below); err != nil {
			r.t.Fatal(err)
		}
		return strings.Trim(sheet, "'"), cell
	}
	r.t.Fatalf("the workbook has no name %s", name)
	return "", ""
}

// importing is the page of a workbook that differs.
func (r *rig) importing() *importPage {
	r.t.Helper()
	p, ok := r.desk.page.(*importPage)
	if !ok {
		r.t.Fatalf("the page is a %T: %v", r.desk.page, r.dialogTexts())
	}
	return p
}

// dialogTexts is what the dialog on top says.
func (r *rig) dialogTexts() []string {
	if top := r.win.Canvas().Overlays().Top(); top != nil {
		return texts(top)
	}
	return nil
}

// difference finds a difference by its question.
func (p *importPage) difference(t *testing.T, field string) *fill.Difference {
	t.Helper()
	i := slices.IndexFunc(p.found.Differences, func(d *fill.Difference) bool { return d.Field == field })
	if i < 0 {
		t.Fatalf("no difference at %s", field)
	}
	return p.found.Differences[i]
}

// TestImport: a filled workbook is shown by difference, what cannot be taken says
// why, what is ticked is taken over in one step, and that step is undone at once.
func TestImport(t *testing.T) {
	r := practise(t)
	before := r.answer("product.quantity")
	name := r.answer("applicant.name")
	path := r.filled(map[string]string{"product.quantity": "24", "applicant.name": "贵州另一家", "applicant.employees": "=1+1", "project.commissioned_on": "去年"})
	r.desk.readWorkbook(path, session.Protection{})
	p := r.importing()
	if n := len(p.found.Differences); n != 4 {
		t.Fatalf("%d differences", n)
	}
	for _, want := range []string{r.words.Text("import.refused", "reason", r.words.Text("import.reason.formula")), r.words.Text("import.new", "value", "24"),
		r.words.Text("import.old", "value", before), r.words.Text("window.import.counts", "n", "2", "left", "0", "refused", "2")} {
		if !r.says(want) {
			t.Errorf("the page does not say %q: %q", want, texts(p.object()))
		}
	}
	refused := p.difference(t, "applicant.employees")
	if !p.checks[refused].Disabled() {
		t.Error("what is refused can be ticked")
	}
	p.checks[p.difference(t, "applicant.name")].toggle()
	test.Tap(p.take)
	if got := r.answer("product.quantity"); got != "24" {
		t.Errorf("the quantity is %q", got)
	}
	if got := r.answer("applicant.name"); got != name {
		t.Errorf("what was not ticked became %q", got)
	}
	if n := len(r.importing().found.Differences); n != 3 {
		t.Errorf("%d differences are left", n)
	}
	if p.picked(p.difference(t, "applicant.name")) {
		t.Error("the tick came back by itself")
	}
	r.desk.onUndo()
	if got := r.answer("product.quantity"); got != before {
		t.Errorf("one undo leaves %q", got)
	}
}

// TestImportFilter: the list is cut down to what cannot be taken, and ticking all or
// none heeds what is shown.
func TestImportFilter(t *testing.T) {
	r := practise(t)
	r.desk.readWorkbook(r.filled(map[string]string{"product.quantity": "24", "applicant.name": "乙", "applicant.employees": "=1+1"}), session.Protection{})
	p := r.importing()
	p.filter.SetSelectedIndex(3)
	if len(p.list) != 1 || p.list[0].Field != "applicant.employees" {
		t.Fatalf("%d lines are left", len(p.list))
	}
	test.Tap(r.button(r.words.Text("window.import.tick_none")))
	if !p.picked(p.difference(t, "product.quantity")) {
		t.Error("what is not shown was unticked")
	}
	p.filter.SetSelectedIndex(0)
	test.Tap(r.button(r.words.Text("window.import.tick_none")))
	if !p.take.Disabled() {
		t.Error("nothing can be imported")
	}
	test.Tap(r.button(r.words.Text("window.import.tick_all")))
	if !p.picked(p.difference(t, "applicant.name")) || p.picked(p.difference(t, "applicant.employees")) {
		t.Error("not everything that can be taken is ticked, or more")
	}
}

// TestImportRows: a new row comes with its answers, and an answer of a new row with
// the row.
func TestImportRows(t *testing.T) {
	r := practise(t)
	n := len(r.desk.Report().Rows("substitution.milestones"))
	at := "@" + strconv.Itoa(n)
	path := r.filled(map[string]string{"substitution.milestones.what" + at: "完成迁移", "substitution.milestones.by" + at: "2027-06-30"})
	r.desk.readWorkbook(path, session.Protection{})
	p := r.importing()
	field := "substitution.milestones[" + strconv.Itoa(n) + "]"
	row, part := p.difference(t, field), p.difference(t, field+".what")
	p.checks[row].toggle()
	if p.picked(part) || p.checks[part].Checked {
		t.Error("an answer is to be taken without its row")
	}
	p.checks[part].toggle()
	if !p.picked(row) || !p.checks[row].Checked || p.picked(p.difference(t, field+".by")) {
		t.Error("an answer came without its row, or with another")
	}
	test.Tap(p.take)
	rows := r.desk.Report().Rows("substitution.milestones")
	if len(rows) != n+1 || r.answer(rows[n].Join("what")) != "完成迁移" || r.answer(rows[n].Join("by")) != "" {
		t.Fatalf("%d rows, the last with %q", len(rows), r.answer(rows[len(rows)-1].Join("what")))
	}
	r.desk.onUndo()
	if len(r.desk.Report().Rows("substitution.milestones")) != n {
		t.Error("one undo leaves the row")
	}
}

// TestImportPart: the workbook of one row is exported from the window, filled in, and
// merged back.
func TestImportPart(t *testing.T) {
	r := practise(t)
	r.section("experts")
	expert := r.desk.Report().Rows("experts")[1]
	d := newPartDialog(r.desk, r.desk.page.section())
	if d.portions[len(d.portions)-1].name != "panel" && len(d.portions) < 3 {
		t.Fatalf("%d parts are offered", len(d.portions))
	}
	path := filepath.Join(t.TempDir(), "专家.xlsx")
	i := slices.IndexFunc(d.portions, func(o portion) bool { return o.name == "experts[1]" })
	if i < 0 {
		t.Fatalf("the row is not offered: %v", d.portions)
	}
	r.desk.exportPart(d.portions[i].name, session.Protection{Password: "Secret-7!"}, path)
	r.closeDialog()
	r.desk.readWorkbook(path, session.Protection{})
	r.answerDialog("window.password.open", "Secret-8!")
	if !slices.Contains(r.dialogTexts(), r.words.Text("window.password.wrong")) {
		t.Errorf("a wrong password is not named: %q", r.dialogTexts())
	}
	r.answerDialog("window.password.open", "Secret-7!")
	if !r.says(r.words.Text("import.same")) {
		t.Errorf("an untouched workbook differs: %q", texts(r.importing().object()))
	}
	r.desk.exportPart("experts[1]", session.Protection{}, path)
	r.closeDialog()
	r.fillIn(path, map[string]string{"experts.opinion": "同意论证结论。"})
	r.desk.readWorkbook(path, session.Protection{})
	test.Tap(r.importing().take)
	if got := r.answer(expert.Join("opinion")); got != "同意论证结论。" {
		t.Errorf("the opinion is %q", got)
	}
}

// closeDialog closes the dialog on top.
func (r *rig) closeDialog() {
	r.t.Helper()
	top := r.win.Canvas().Overlays().Top()
	if top == nil {
		r.t.Fatal("no dialog is open")
	}
	r.win.Canvas().Overlays().Remove(top)
}

// TestImportNothing: what is no workbook is refused in words, and the application
// stays.
func TestImportNothing(t *testing.T) {
	r := practise(t)
	digest := r.desk.Report().Digest()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	for name, content := range map[string]string{"not_workbook": "no workbook", "not_found": ""} {
		if content != "" {
			if err := session.WriteFile(path, []byte(content)); err != nil {
				t.Fatal(err)
			}
		} else {
			path = filepath.Join(t.TempDir(), "none.xlsx")
		}
		r.desk.readWorkbook(path, session.Protection{})
		if want := r.words.Text("import.error."+name, "path", filepath.Base(path)); !slices.Contains(r.dialogTexts(), want) {
			t.Errorf("%s: the dialog says %q", name, r.dialogTexts())
		}
		r.closeDialog()
	}
	if r.desk.Report().Digest() != digest {
		t.Error("the application was changed")
	}
}

// TestImportCalledOff: an import that is called off shows nothing.
func TestImportCalledOff(t *testing.T) {
	r := practise(t)
	path := r.filled(map[string]string{"product.quantity": "24"})
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border, r.desk.border = slow, slow
	at := r.desk.page
	r.desk.readWorkbook(path, session.Protection{})
	test.Tap(r.button(r.words.Text("window.cancel")))
	slow.run()
	if r.desk.page != at || r.desk.status.state.Text != r.words.Text("window.import.cancelled") {
		t.Errorf("the page is a %T, said %q", r.desk.page, r.desk.status.state.Text)
	}
}

// TestImportLate: a workbook that has been read when its application is closed shows
// no page of it.
func TestImportLate(t *testing.T) {
	r := practise(t)
	path := r.filled(map[string]string{"product.quantity": "24"})
	slow := &slowBorder{stillBorder: r.border}
	r.Window.border = slow
	closed := r.desk
	before := closed.page
	closed.readWorkbook(path, session.Protection{})
	r.onCloseFile()
	slow.run()
	if closed.page != before || r.win.Title() != r.words.Text("window.title.program") {
		t.Errorf("shows %T, titled %q", closed.page, r.win.Title())
	}
}

// TestImportStale: answers that change while the list is shown are compared again.
func TestImportStale(t *testing.T) {
	r := practise(t)
	r.desk.readWorkbook(r.filled(map[string]string{"product.quantity": "24"}), session.Protection{})
	p := r.importing()
	r.desk.Set("product.quantity", "24")
	if len(p.found.Differences) != 0 || !r.says(r.words.Text("import.same")) {
		t.Errorf("%d differences, where there are none any more", len(p.found.Differences))
	}
	r.setLang("en")
	if p := r.importing(); p.desk.words.Lang != "en" || p.found.Report != r.desk.Report() {
		t.Error("the page is lost in another language")
	}
	r.desk.jump(forms.Path("product.quantity"))
	if r.desk.page.section() == nil {
		t.Error("no way from the page to a question")
	}
}

// TestImportRemoved: a row that was cleared in the workbook is named, removed with
// what it holds once it is taken, and comes back by one undo.
func TestImportRemoved(t *testing.T) {
	r := practise(t)
	rows := r.desk.Report().Rows("substitution.milestones")
	n := len(rows)
	at := "@" + strconv.Itoa(n-1)
	what := r.answer(rows[n-1].Join("what"))
	r.desk.readWorkbook(r.filled(map[string]string{"substitution.milestones.what" + at: "", "substitution.milestones.by" + at: ""}), session.Protection{})
	p := r.importing()
	d := p.difference(t, "substitution.milestones["+strconv.Itoa(n-1)+"]")
	if d.Kind != fill.Removed || !r.says(r.words.Text("window.import.removed")) {
		t.Fatalf("%+v: %q", d, texts(p.object()))
	}
	test.Tap(p.take)
	if got := len(r.desk.Report().Rows("substitution.milestones")); got != n-1 {
		t.Fatalf("%d rows are left of %d", got, n)
	}
	r.desk.onUndo()
	if rows := r.desk.Report().Rows("substitution.milestones"); len(rows) != n || r.answer(rows[n-1].Join("what")) != what {
		t.Error("one undo does not bring the row back")
	}
}
