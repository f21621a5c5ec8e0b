package forms_test

import (
	"slices"
	"testing"

	"h200filing/forms"
)

// TestRowsProgress: each row tells its own state, rows within it included, and all
// rows together what their section tells.
func TestRowsProgress(t *testing.T) {
	_, r := readAnswers(t, `
suppliers:
  - {supplier: 甲公司, facts: [{metric: memory_gb}]}
  - {}
  - {supplier: 乙公司, inquired_on: 很久以前}
`)
	got := r.RowsProgress("suppliers")
	var states []forms.Status
	for _, p := range got {
		states = append(states, p.Status)
	}
	if want := []forms.Status{forms.InProgress, forms.NotStarted, forms.Troubled}; !slices.Equal(states, want) {
		t.Errorf("states %v, want %v", states, want)
	}
	facts := r.RowsProgress(r.Rows("suppliers")[0].Join("facts"))
	if len(facts) != 1 || facts[0].Missing == 0 || facts[0].Missing >= got[0].Missing || got[0].Answered != 3 {
		t.Errorf("the row within: %+v, the row %+v", facts, got[0])
	}
	if got := r.RowsProgress("experts"); len(got) != 0 {
		t.Errorf("no rows: %+v", got)
	}
}

// TestRowsProgressSums: what the rows of every list tell is part of what their
// section tells.
func TestRowsProgressSums(t *testing.T) {
	r := practiceReport(t)
	for _, s := range r.Form.Sections {
		whole, sum, rows := r.Progress(s), forms.Progress{}, 0
		for _, f := range s.Fields {
			if f.Type != forms.TypeRows {
				continue
			}
			for _, p := range r.RowsProgress(forms.Path(f.ID)) {
				sum.Answered, sum.Missing = sum.Answered+p.Answered, sum.Missing+p.Missing
				sum.Problems, sum.Remarks = sum.Problems+p.Problems, sum.Remarks+p.Remarks
				rows++
			}
		}
		if whole.Answered < sum.Answered+rows || whole.Missing < sum.Missing || whole.Problems < sum.Problems || whole.Remarks < sum.Remarks {
			t.Errorf("%s tells %+v, its rows %+v", s.ID, whole, sum)
		}
	}
}
