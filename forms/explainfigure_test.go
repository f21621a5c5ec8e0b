package forms_test

import (
	"strings"
	"testing"

	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestExplainFigure: a value of the sizing explains itself by formula and values,
// in every language.
func TestExplainFigure(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	row := r.Rows("workloads")[0]
	for _, lang := range i18n.Langs() {
		x := r.Explain(r.Question(row.Join("memory_needed_gb")), lang)
		if !strings.Contains(x.Formula, " = 1.1 × (") || !strings.HasPrefix(x.Filled, "1.1 × (671 + 221.0566)") || len(x.Inputs) != 2 {
			t.Errorf("%s: %+v", lang, x)
		}
	}
	x := r.Explain(r.Question(row.Join("devices_needed")), i18n.Hans)
	if x.Filled != "8 × 4" {
		t.Errorf("%+v", x)
	}
	if x := r.Explain(r.Question("applicant.name"), i18n.Hans); x.Formula != "" || len(x.Missing) > 0 {
		t.Errorf("a typed answer explains itself as %+v", x)
	}
}
