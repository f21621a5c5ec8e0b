package forms_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestReadAnswersAnchors: anchors and merge keys give the answers that they stand
// for; what a mapping gives itself goes before what it merges.
func TestReadAnswersAnchors(t *testing.T) {
	read := func(source string) []forms.Change {
		t.Helper()
		a, err := forms.ReadAnswers(formstest.Form(t), "a.yaml", []byte(source))
		if err != nil {
			t.Fatalf("%s: %v", source, err)
		}
		return a.All()
	}
	for _, c := range [][2]string{
		{"applicant: {name: &n 示例公司}\nend_user: {name: *n}", "applicant: {name: 示例公司}\nend_user: {name: 示例公司}"},
		{"product: {port_of_entry: &p [甲, &q 乙]}\nworkloads: [{software_needs: *p}, {software_needs: [*q]}]",
			"product: {port_of_entry: [甲, 乙]}\nworkloads: [{software_needs: [甲, 乙]}, {software_needs: [乙]}]"},
		{"experts:\n- &e {title: 教授, role: technical}\n- {<<: *e, role: legal}", "experts:\n- {title: 教授, role: technical}\n- {title: 教授, role: legal}"},
		{"experts:\n- &e {title: 教授}\n- &f {title: 律师, role: legal}\n- {<<: [*e, *f]}", "experts:\n- {title: 教授}\n- {title: 律师, role: legal}\n- {title: 教授, role: legal}"},
		{"suppliers:\n- {product: A, facts: &f [{metric: tpp, value: 1}]}\n- {product: B, facts: *f}",
			"suppliers:\n- {product: A, facts: [{metric: tpp, value: 1}]}\n- {product: B, facts: [{metric: tpp, value: 1}]}"},
	} {
		if diff := cmp.Diff(read(c[1]), read(c[0])); diff != "" {
			t.Errorf("%s:\n%s", c[0], diff)
		}
	}
}

// TestReadAnswersRepeatedAnchors: a few lines that ask for more than an application
// holds are refused at once.
func TestReadAnswersRepeatedAnchors(t *testing.T) {
	const times = 1000
	list := func(of string) string { return "[" + strings.TrimSuffix(strings.Repeat(of+", ", times), ", ") + "]" }
	for _, source := range []string{
		fmt.Sprintf("suppliers:\n- &s {product: A, facts: %s}\n%s", list("{metric: tpp}"), strings.Repeat("- *s\n", times)),
		fmt.Sprintf("experts:\n- &e {opinion: %s}\n%s", strings.Repeat("长", 20_000), strings.Repeat("- *e\n", times)),
		"experts:\n- &e {<<: *e}\n",
	} {
		_, err := forms.ReadAnswers(formstest.Form(t), "a.yaml", []byte(source))
		if err == nil || strings.Count(err.Error(), string(forms.TooMuch)) != 1 {
			t.Errorf("%.60s: error %.200v", source, err)
		}
	}
}
