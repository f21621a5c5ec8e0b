package command_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"h200filing/export/document"
	"h200filing/export/pdf"
	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// filing is a state of the application with everything that is made of it.
type filing struct {
	answers *forms.Answers
	report  *forms.Report
	doc     document.Document
	printed map[string][]string // texts of the document by the question that they answer
	book    *excelize.File
}

// makeFiling evaluates answers and makes their outputs.
func makeFiling(t *testing.T, answers *forms.Answers) filing {
	t.Helper()
	f := filing{answers: answers, report: formstest.Evaluate(t, answers), printed: map[string][]string{}}
	var err error
	if f.doc, err = document.Build(f.report, document.Options{Draft: true}); err != nil {
		t.Fatal(err)
	}
	for _, p := range f.doc.Parts {
		if p.ID != "supplier_sheet" { // the same in English
			p.Each(func(text, question string) { f.printed[question] = append(f.printed[question], text) })
		}
	}
	data, err := xlsx.Render(f.report, xlsx.Options{Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	if f.book, err = excelize.OpenReader(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.book.Close() })
	return f
}

// figures lists every number that the applicant typed, by its public path.
func (f filing) figures() []string {
	var out []string
	for _, q := range f.report.Questions() {
		if q.Field.Type.Numeric() && !q.Field.Computed() && q.State == forms.Answered && !q.Defaulted {
			out = append(out, f.report.Public(q.Path))
		}
	}
	return out
}

// otherValue is another value that the same question takes.
func otherValue(q *forms.Question) string {
	n := q.Value.(decimal.Decimal)
	step := decimal.NewFromInt(1)
	if q.Field.Type == forms.TypeDecimal && n.LessThan(decimal.NewFromInt(10)) {
		step = decimal.New(1, -2)
	}
	if q.Field.Max != nil && n.Add(step).GreaterThan(*q.Field.Max) {
		step = step.Neg()
	}
	if q.Field.Type == forms.TypeMoney {
		return n.Add(step).StringFixed(2)
	}
	return n.Add(step).String()
}

// TestEveryFigureChangesAlike changes every figure of the supported case, one by
// one, and follows it through report, matrix, document, pictures, workbook and
// drafted text: each shows the new value, none the old one.
func TestEveryFigureChangesAlike(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	before := makeFiling(t, answers)
	figures := before.figures()
	if len(figures) < 50 {
		t.Fatalf("the case has only %d figures: %v", len(figures), figures)
	}
	for _, public := range figures {
		t.Run(public, func(t *testing.T) {
			changed := answers.Clone()
			p, err := changed.Resolve(public)
			if err != nil {
				t.Fatal(err)
			}
			value := otherValue(before.report.Question(p))
			if _, err := changed.Apply(forms.Change{Op: forms.Set, Path: p, Value: value}); err != nil {
				t.Fatal(err)
			}
			after := makeFiling(t, changed)
			if got := after.report.Question(p).Plain(); got != value {
				t.Fatalf("the report says %q, want %q", got, value)
			}
			if after.report.Digest() == before.report.Digest() {
				t.Error("the digest stays")
			}
			after.checkPrinted(t, before, p)
			after.checkCell(t, p, value)
			after.checkMatrix(t)
			after.checkDrafts(t, before, p)
		})
	}
}

// checkPrinted finds the new value wherever the document prints the question.
func (f filing) checkPrinted(t *testing.T, before filing, p forms.Path) {
	t.Helper()
	public := f.report.Public(p)
	display, old := f.report.Display(f.report.Question(p), i18n.Hans), before.report.Display(before.report.Question(p), i18n.Hans)
	if len(f.printed[public]) == 0 {
		t.Error("the document does not print it")
	}
	for _, text := range f.printed[public] {
		if !strings.Contains(text, display) || text == old {
			t.Errorf("the document prints %q, want %q", text, display)
		}
	}
}

// checkCell finds the new value in the workbook, by its defined name.
func (f filing) checkCell(t *testing.T, p forms.Path, want string) {
	t.Helper()
	got := f.cell(t, xlsx.Name(p.Pattern()), f.position(p))
	if !equalNumbers(got, want) {
		t.Errorf("the workbook has %q, want %q", got, want)
	}
}

// position is the number of a question's row among all rows of its list.
func (f filing) position(p forms.Path) int {
	n := 0
	for _, q := range f.report.Questions() {
		if q.Path == p {
			break
		}
		if q.Path.Pattern() == p.Pattern() {
			n++
		}
	}
	return n
}

func (f filing) cell(t *testing.T, name string, row int) string {
	t.Helper()
	for _, n := range f.book.GetDefinedName() {
		if n.Name != name {
			continue
		}
		sheet, area, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
		from, _, _ := strings.Cut(area, ":")
		column, first, err := excelize.CellNameToCoordinates(from)
		if err != nil {
			t.Fatal(err)
		}
		at, err := excelize.CoordinatesToCellName(column, first+row)
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.book.GetCellValue(strings.Trim(sheet, "'"), at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	t.Fatalf("the workbook has no name %s", name)
	return ""
}

func equalNumbers(a, b string) bool {
	x, err := decimal.NewFromString(a)
	y, err2 := decimal.NewFromString(b)
	return err == nil && err2 == nil && x.Equal(y)
}

// checkMatrix holds matrix, bars and sheet of the comparison to each other and to
// what the candidates' rows state: the figures and needs of all of them, whatever
// was changed.
func (f filing) checkMatrix(t *testing.T) {
	t.Helper()
	rows, err := f.book.GetRows(f.report.Form.Text(i18n.Hans).Terms["xlsx.compare"], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	charts := f.bars("comparison")
	suppliers := f.report.Rows("suppliers")
	for i, requirement := range f.report.Rows("requirements") {
		block := rows[f.block(t, rows, i)+2:]
		threshold := f.report.Question(requirement.Join("threshold")).Plain()
		if chart := charts[i]; decimal.NewFromFloat(chart.Need).String() != threshold {
			t.Errorf("requirement %d: the chart needs %v, want %s", i, chart.Need, threshold)
		}
		for j, supplier := range suppliers {
			cell, _ := f.report.Cell(requirement, supplier)
			bar := charts[i].Bars[len(charts[i].Bars)-len(suppliers)+j] // after the product applied for, where that has the figure
			line := block[j+1]
			if !equalNumbers(line[2], threshold) {
				t.Errorf("requirement %d: the sheet needs %s, want %s", i, line[2], threshold)
			}
			if cell.Fact == nil || cell.Fact.Value == nil {
				if !bar.Unknown || line[1] != "" {
					t.Errorf("requirement %d, candidate %d: unknown, but drawn %+v and written %q", i, j, bar, line[1])
				}
				continue
			}
			if f.stated(supplier, cell.Metric) != nil && !slices.Contains(f.stated(supplier, cell.Metric), cell.Fact.Value.String()) {
				t.Errorf("requirement %d, candidate %d: the matrix has %s, the row states %v", i, j, cell.Fact.Value, f.stated(supplier, cell.Metric))
			}
			if !decimal.NewFromFloat(bar.Value).Equal(*cell.Fact.Value) || !equalNumbers(line[1], cell.Fact.Value.String()) {
				t.Errorf("requirement %d, candidate %d: matrix %s, chart %v, sheet %q", i, j, cell.Fact.Value, bar.Value, line[1])
			}
			if cell.GapPercent != nil {
				gap := cell.GapPercent.Abs().String() + "%"
				if !strings.Contains(bar.Text, gap) || !strings.Contains(line[3], gap) {
					t.Errorf("requirement %d, candidate %d: gap %s, chart %q, sheet %q", i, j, gap, bar.Text, line[3])
				}
			}
		}
	}
}

// block is the row at which the block of a requirement begins on the sheet of
// the comparison.
func (f filing) block(t *testing.T, rows [][]string, i int) int {
	t.Helper()
	at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && strings.HasPrefix(row[0], strconv.Itoa(i+1)+". ") })
	if at < 0 {
		t.Fatalf("the sheet of the comparison has no block %d", i+1)
	}
	return at
}

// stated lists what a candidate's row says of a metric: its facts and, of what
// was quoted, its own columns.
func (f filing) stated(supplier forms.Path, metric string) []string {
	var out []string
	for _, fact := range f.report.Rows(supplier.Join("facts")) {
		if f.report.Question(fact.Join("metric")).Plain() == metric {
			out = append(out, f.report.Question(fact.Join("value")).Plain())
		}
	}
	if q := f.report.Question(supplier.Join(metric)); q != nil && q.State.Known() {
		out = append(out, q.Plain())
	}
	return out
}

func (f filing) bars(part string) []document.Bars {
	var out []document.Bars
	for _, p := range f.doc.Parts {
		for _, b := range p.Blocks {
			if bars, ok := b.(document.Bars); ok && p.ID == part {
				out = append(out, bars)
			}
		}
	}
	return out
}

// checkDrafts holds what the program would write to the new value: a paragraph
// that names the question names its new value, and one that named the old value
// reads differently now or is gone.
func (f filing) checkDrafts(t *testing.T, before filing, p forms.Path) {
	t.Helper()
	for _, q := range f.report.Questions() {
		if q.Field.Type != forms.TypeProse || !f.report.Form.Draftable(q.Field.ID) {
			continue
		}
		after, old := f.report.Draft(q.Path, i18n.Hans), map[string]bool{}
		for _, paragraph := range before.report.Draft(q.Path, i18n.Hans) {
			names := false
			for _, v := range paragraph.Values {
				if v.Path == p {
					names, old[v.Display] = true, true
				}
			}
			if names && slices.ContainsFunc(after, func(a forms.DraftParagraph) bool { return a.Text == paragraph.Text }) {
				t.Errorf("%s still drafts %q", q.Path, paragraph.Text)
			}
		}
		for _, paragraph := range after {
			for _, v := range paragraph.Values {
				if v.Path == p && (old[v.Display] || !strings.Contains(paragraph.Text, v.Display)) {
					t.Errorf("%s drafts %q with %q for %s", q.Path, paragraph.Text, v.Display, f.report.Question(p).Plain())
				}
			}
		}
	}
}

// TestChangedFiguresReachThePDF changes all figures at once and reads every one
// of them back from the PDF.
func TestChangedFiguresReachThePDF(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	before := makeFiling(t, answers)
	for _, public := range before.figures() {
		p, err := answers.Resolve(public)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: p, Value: otherValue(before.report.Question(p))}); err != nil {
			t.Fatal(err)
		}
	}
	after := makeFiling(t, answers)
	file, err := pdf.Render(after.doc)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("pdftotext", "-raw", "-", "-")
	command.Stdin = bytes.NewReader(file)
	out, err := command.Output()
	if err != nil {
		t.Fatal(fmt.Errorf("pdftotext: %w", err))
	}
	text := squeezed(string(out))
	for _, public := range after.figures() {
		p, err := answers.Resolve(public)
		if err != nil {
			t.Fatal(err)
		}
		if want := squeezed(after.report.Display(after.report.Question(p), i18n.Hans)); !strings.Contains(text, want) {
			t.Errorf("%s: the PDF does not say %q", public, want)
		}
	}
}
