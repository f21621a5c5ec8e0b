package document_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// filler answers every question of a form with something of its own.
type filler struct {
	t       *testing.T
	form    *forms.Form
	answers *forms.Answers
	content map[string][]byte
	files   map[string]forms.FileInfo
	yes     bool // what yes-or-no questions are answered with
	last    bool // take the last choice of a list, or else the first
	n       int
}

func (f *filler) fill(fields []*forms.Field, row forms.Path) {
	for _, field := range fields {
		path := forms.Path(field.ID)
		if row != "" {
			path = row.Join(field.Key)
		}
		switch {
		case field.Computed():
		case field.Type == forms.TypeRows:
			for i := range 2 {
				inner := path.Row(f.answers.NewRowID())
				if _, err := f.answers.Apply(forms.Change{Op: forms.Insert, Path: inner, At: i}); err != nil {
					f.t.Fatal(err)
				}
				f.fill(field.Fields, inner)
			}
		case field.Ref == "":
			formstest.Set(f.t, f.answers, path, f.value(field))
		}
	}
}

// value makes an answer of the field's type that no other question has, as far
// as the type allows.
func (f *filler) value(field *forms.Field) string {
	f.n++
	switch field.Type {
	case forms.TypeProse:
		return fmt.Sprintf("　　第%05d段甲。\r\n\n第%05d段乙，含“引号”与 𠮷。", f.n, f.n)
	case forms.TypeText:
		return fmt.Sprintf("答%05d", f.n)
	case forms.TypeDate:
		return time.Date(2020, 1, f.n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	case forms.TypeBool:
		return fmt.Sprint(f.yes)
	case forms.TypeChoice, forms.TypeChoices:
		all := f.form.Choices[field.Choices]
		if f.last {
			return all[len(all)-1]
		}
		return all[0]
	case forms.TypeFile:
		content := []byte(fmt.Sprint("content ", f.n))
		hash := sha256.Sum256(content)
		sum := hex.EncodeToString(hash[:])
		f.content[sum], f.files[sum] = content, forms.FileInfo{Size: int64(len(content)), Pages: 2}
		return forms.Attachment{Name: fmt.Sprintf("文件%d.pdf", f.n), SHA256: sum}.Text()
	}
	if field.Min != nil && field.Min.IsPositive() && field.Max != nil {
		return field.Min.Add(*field.Max).DivRound(decimal.NewFromInt(2), 0).String() // inside of the range
	}
	return fmt.Sprint(f.n%90 + 5)
}

// refer answers the references with the titles of rows.
func (f *filler) refer() {
	report := forms.Evaluate(f.form, f.answers, forms.Context{Today: forms.Day(2026, time.November, 23)})
	for _, q := range report.Questions() {
		if q.Field.Ref == "" {
			continue
		}
		list, column, _ := strings.Cut(q.Field.Ref, "[].")
		row := forms.Path(list).Row(f.answers.Rows(forms.Path(list))[0])
		formstest.Set(f.t, f.answers, q.Path, f.answers.Get(row.Join(column)))
	}
}

// hidden looks for what was typed where nothing is asked.
func (f *filler) hidden(report *forms.Report, all string) {
	for _, p := range f.answers.Paths() {
		field := f.form.Field(p.Pattern())
		if report.Question(p) != nil || field.Type != forms.TypeText && field.Type != forms.TypeProse {
			continue
		}
		typed, _, _ := strings.Cut(strings.TrimSpace(f.answers.Get(p)), "\r")
		if strings.Contains(all, typed) {
			f.t.Errorf("%s: %q is printed although it is not asked", report.Public(p), typed)
		}
	}
}

// TestEveryFieldIsPrinted answers every question of the form, two rows in every
// list, once each way that conditions go, and looks for every answer.
func TestEveryFieldIsPrinted(t *testing.T) {
	form := formstest.Form(t)
	seen := map[string]bool{}
	for _, yes := range []bool{true, false} {
		for _, last := range []bool{true, false} {
			f := &filler{t: t, form: form, answers: forms.NewAnswers(), content: map[string][]byte{}, files: map[string]forms.FileInfo{}, yes: yes, last: last}
			for _, s := range form.Sections {
				f.fill(s.Fields, "")
			}
			f.refer()
			report := forms.Evaluate(form, f.answers, forms.Context{Today: forms.Day(2026, time.November, 23), Files: f.files})
			doc := build(t, formstest.Filing{Report: report, Content: f.content}, document.Options{Draft: true})
			all, byQuestion := texts(doc)
			f.hidden(report, all)
			for _, q := range report.Questions() {
				want := strings.TrimPrefix(report.Display(q, i18n.Hans), "-") // an excess is worded
				if want == "" {
					continue
				}
				seen[q.Field.ID] = true
				printed := strings.Join(byQuestion[report.Public(q.Path)], "\n")
				for line := range strings.SplitSeq(want, "\n") {
					if line = strings.TrimSpace(line); !strings.Contains(printed, line) {
						t.Errorf("yes %v, last %v: %s: %q is not printed under its path", yes, last, report.Public(q.Path), line)
					}
				}
			}
		}
	}
	form.Walk(func(f *forms.Field) {
		if !f.Computed() && f.Type != forms.TypeRows && !seen[f.ID] {
			t.Errorf("%s was never asked, so it was not looked for", f.ID)
		}
	})
}
