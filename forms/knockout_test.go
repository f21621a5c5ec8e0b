package forms_test

import (
	"slices"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestKnockOuts: the answers that rule an application out are told apart from what
// is missing and what merely has to be put right.
func TestKnockOuts(t *testing.T) {
	for name, c := range map[string]struct {
		changes []string
		want    []forms.Path
	}{
		"open":      {nil, nil},
		"caution":   {[]string{"eligibility.state_controlled=true"}, nil},
		"one":       {[]string{"eligibility.military_end_use=true", "applicant.name=", "applicant.uscc=1"}, []forms.Path{"eligibility.military_end_use"}},
		"two":       {[]string{"eligibility.military_end_use=true", "eligibility.classified_system=true"}, []forms.Path{"eligibility.military_end_use", "eligibility.classified_system"}},
		"not known": {[]string{"eligibility.military_end_use="}, nil},
	} {
		r := forms.Evaluate(formstest.Form(t), caseAnswers(t, "inference-supported.yaml", c.changes...), formstest.Context(t))
		var got []forms.Path
		for _, f := range r.KnockOuts() {
			got = append(got, f.Path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		for _, f := range r.Findings {
			if r.KnocksOut(f) != slices.Contains(c.want, f.Path) {
				t.Errorf("%s: %s at %s", name, f.Rule, f.Path)
			}
		}
	}
}
