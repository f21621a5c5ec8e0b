package forms_test

import (
	"fmt"
	"strings"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestDistinct: each row that agrees with another in all columns of the rule is
// found, however a number in it is written; one that lacks a column is not checked.
func TestDistinct(t *testing.T) {
	_, r := readAnswers(t, `
requirements:
  - {metric: memory_gb, op: '>='}
  - {metric: memory_gb, op: '<='}
  - {metric: memory_gb, op: '>='}
  - {op: '>='}
`)
	const rule = "requirements.metric.duplicate"
	found, unchecked := map[forms.Path]bool{}, map[forms.Path]bool{}
	for _, f := range r.Findings {
		if f.Rule == rule {
			found[f.Path] = true
		}
	}
	for _, u := range r.Unchecked {
		if u.Rule == rule {
			unchecked[u.Path] = len(u.Missing) == 1
		}
	}
	for i, row := range r.Rows("requirements") {
		path := row.Join("metric")
		if got, want := found[path], i == 0 || i == 2; got != want {
			t.Errorf("row %d is found: %v", i, got)
		}
		if got, want := unchecked[path], i == 3; got != want {
			t.Errorf("row %d is not checked for the metric alone: %v", i, got)
		}
	}
}

// BenchmarkEvaluateRegister evaluates the supported case with a register of two
// thousand devices.
func BenchmarkEvaluateRegister(b *testing.B) {
	form, answers, context := formstest.Form(b), formstest.Answers(b, formstest.Supported), formstest.Context(b)
	var register strings.Builder
	register.WriteString("devices:\n")
	for i := range 2000 {
		fmt.Fprintf(&register, "  - {serial: S%d, model: h200_sxm}\n", i)
	}
	devices, err := forms.ReadAnswers(form, "devices.yaml", []byte(register.String()))
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range devices.All() {
		if _, err := answers.Apply(c); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		forms.Evaluate(form, answers, context)
	}
}
