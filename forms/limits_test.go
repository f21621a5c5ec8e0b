package forms_test

import (
	"slices"
	"strings"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestLimitsAreNamed: an answer past a limit is told with the limit, and a text with
// how long it is, a choice that is refused with its name.
func TestLimitsAreNamed(t *testing.T) {
	for path, c := range map[forms.Path]struct{ raw, want string }{
		"applicant.name":            {strings.Repeat("长 ", 201), "共 201 字，最多 100 字"},
		"applicant.employees":       {"-3", "低于允许的最小值 "},
		"project.green_power_share": {"150", "高于允许的最大值 100%"},
		"project.investment_cny":    {"-1", "低于允许的最小值 0.00"},
		"product.model":             {"b200", "“英伟达 B200”不在本申请的范围内"},
		"applicant.established_on":  {"2023-02-30", "确认有这一天"},
	} {
		answers := formstest.Answers(t, "incomplete.yaml")
		formstest.Set(t, answers, path, c.raw)
		r := formstest.Evaluate(t, answers)
		at := r.At(path)
		if !slices.ContainsFunc(at, func(f forms.Finding) bool { return strings.Contains(r.Message(f, i18n.Hans).String(), c.want) }) {
			t.Errorf("%s = %s: no message says %q:", path, c.raw, c.want)
			for _, f := range at {
				t.Log(r.Message(f, i18n.Hans))
			}
		}
	}
}
