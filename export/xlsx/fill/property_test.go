package fill_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// wild draws texts that people do not type but that files can hold.
var wild = rapid.OneOf(
	rapid.StringMatching(`[=+\-@][A-Za-z0-9(),!'" ]{0,30}`),
	rapid.SampledFrom([]string{
		"=cmd|' /C calc'!A0", "@SUM(1+1)", "+86 571", "-1", "_x0041_", "_x005F_x0041_", "<b>&amp;</b>", "]]>", "a\tb", " 前后空格 ", "\n首行空",
		"末行空\n", "𠮷野家😀", "００１２", "007", "1E5", "TRUE", "#REF!", "是", "1900-01-01", "9999999999999999999.99", "0.1", "100%", "#1",
		"第一段\r\n第二段", "'apostrophe", "{=A1}", "2027-02-30", "\u202e反向", "甲\x00乙\x1b\xff", " ", "\u3000", "2026年1月5日", "1,234.50",
	}),
	rapid.StringOfN(rapid.RuneFrom([]rune("汉字测试，。；abc 123\n")), 0, 300, -1),
	rapid.String(),
	rapid.Map(rapid.IntRange(32_000, 40_000), func(n int) string { return strings.Repeat("长文。", n/3) + "完" }),
)

// apt draws a text that is an answer of a field's type.
func apt(form *forms.Form, f *forms.Field) *rapid.Generator[string] {
	switch f.Type {
	case forms.TypeInt:
		return rapid.StringMatching(`[1-9][0-9]{0,5}`)
	case forms.TypeDecimal, forms.TypePercent:
		return rapid.StringMatching(`[1-9][0-9]?\.[0-9]{0,6}[1-9]`)
	case forms.TypeMoney:
		return rapid.StringMatching(`[1-9][0-9]{0,12}\.[0-9]{2}`)
	case forms.TypeDate:
		return rapid.StringMatching(`(18|19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])`)
	case forms.TypeBool:
		return rapid.SampledFrom([]string{"true", "false", "是", "n"})
	case forms.TypeChoice:
		return rapid.SampledFrom(form.Choices[f.Choices])
	case forms.TypeChoices:
		return rapid.Map(rapid.SliceOfNDistinct(rapid.SampledFrom(form.Choices[f.Choices]), 1, 3, rapid.ID), func(s []string) string {
			return strings.Join(s, "\n")
		})
	case forms.TypeRef, forms.TypeRefs:
		return rapid.SampledFrom([]string{"甲", "乙", "丙"})
	}
	return rapid.OneOf(rapid.SampledFrom([]string{"甲", "乙", "丙"}), wild)
}

// anything draws answers to all questions, asked or not, with rows in all lists.
func anything(t *rapid.T, form *forms.Form) *forms.Answers {
	answers := forms.NewAnswers()
	must := func(c forms.Change) {
		if _, err := answers.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	var fill func(fields []*forms.Field, row forms.Path)
	fill = func(fields []*forms.Field, row forms.Path) {
		for _, f := range fields {
			path := forms.Path(f.ID)
			if row != "" {
				path = row.Join(f.Key)
			}
			switch n := rapid.IntRange(0, 11).Draw(t, f.ID); {
			case f.Computed() || f.Type == forms.TypeFile:
			case f.Type == forms.TypeRows:
				for i := range n % 4 {
					inner := path.Row(answers.NewRowID())
					must(forms.Change{Op: forms.Insert, Path: inner, At: i})
					fill(f.Fields, inner)
				}
			case n == 0:
			case n < 4:
				must(forms.Change{Op: forms.Set, Path: path, Value: wild.Draw(t, f.ID)})
			default:
				must(forms.Change{Op: forms.Set, Path: path, Value: apt(form, f).Draw(t, f.ID)})
			}
		}
	}
	for _, s := range form.Sections {
		fill(s.Fields, "")
	}
	return answers
}

// TestRoundTrip writes random answers and reads no difference back.
func TestRoundTrip(t *testing.T) {
	form := formstest.Form(t)
	rapid.Check(t, func(r *rapid.T) {
		report := formstest.Evaluate(t, anything(r, form))
		lang := rapid.SampledFrom(i18n.Langs()).Draw(r, "lang")
		i := read(t, render(t, report, xlsx.Options{Lang: lang, Draft: true}), report)
		if len(i.Differences)+len(i.Notes) > 0 {
			r.Fatalf("%q %q", lines(i), notes(i))
		}
	})
}

// TestOneEdit changes one answer of the supported case in its cell: that is the
// difference, and taken over, it is the answer.
func TestOneEdit(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	original := render(t, report, xlsx.Options{})
	var questions []*forms.Question
	for _, q := range report.Questions() {
		f := q.Field
		if !f.Computed() && f.Type != forms.TypeRows && f.Type != forms.TypeFile && f.Ref == "" && f.Mask == "" {
			questions = append(questions, q)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		q := rapid.SampledFrom(questions).Draw(r, "question")
		value := apt(report.Form, q.Field).Filter(func(s string) bool {
			return len(s) < 9000 && strings.TrimSpace(s) != "" && !strings.ContainsAny(s, "\r\ufffd_") && strings.IndexFunc(s, unsayable) < 0
		}).Draw(r, "value")
		after := answers.Clone()
		formstest.Apply(t, after, forms.Change{Op: forms.Set, Path: q.Path, Value: value})
		want := formstest.Evaluate(t, after).Question(q.Path)
		b := open(t, original)
		b.put(xlsx.Name(q.Field.ID), position(report, q.Path), value)
		i := read(t, b.data(), report)
		if want == nil || want.Plain() == q.Plain() {
			return
		}
		if len(i.Differences) != 1 || i.Differences[0].Field != report.Public(q.Path) {
			r.Fatalf("%q", lines(i))
		}
		if d := i.Differences[0]; d.Accepted() {
			now := formstest.Evaluate(t, changed(t, i, answers, fill.Accepted)).Question(q.Path)
			if got, exp := identified(q.Field, now.Plain()), identified(q.Field, want.Plain()); got != exp {
				r.Fatalf("%s is %q, want %q", d.Field, got, exp)
			}
		} else if want.State.Known() {
			r.Fatal(fmt.Sprint(lines(i)))
		}
	})
}

// unsayable are the control characters that no cell of a workbook can hold.
func unsayable(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// identified is a value as it is compared: identifiers are taken over in half
// width, however they were typed.
func identified(f *forms.Field, value string) string {
	if f.Check != "" {
		value = width.Fold.String(value)
	}
	return strings.TrimSpace(value)
}

// position is the line of a row among all rows of its list in the workbook.
func position(report *forms.Report, p forms.Path) int {
	row, n := p.Parent(), 0
	if row == "" {
		return 0
	}
	outer, key, inner := strings.Cut(strings.TrimSuffix(row.Pattern(), "[]"), "[].")
	for _, o := range report.Rows(forms.Path(outer)) {
		rows := []forms.Path{o}
		if inner {
			rows = report.Rows(o.Join(key))
		}
		for _, at := range rows {
			if at == row {
				return n
			}
			n++
		}
	}
	return -1
}
