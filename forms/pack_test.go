package forms_test

import (
	"strings"
	"testing"

	assets "h200filing/assets/forms"
	"h200filing/forms"
)

// context is the surroundings of every evaluation in these tests.
func context(t testing.TB) forms.Context {
	t.Helper()
	return forms.Context{Today: forms.Day(2026, 11, 23)}
}

// TestPackLint loads the shipped pack and runs the examples of all its rules.
func TestPackLint(t *testing.T) {
	pack, err := assets.Pack(assets.Current)
	if err != nil {
		t.Fatal(err)
	}
	form, err := forms.LoadForm(pack)
	if err != nil {
		for _, line := range strings.Split(err.Error(), "\n") {
			t.Error(line)
		}
	}
	for _, fault := range form.Lint(context(t)) {
		t.Error(fault)
	}
	if n := len(form.Rules); n < 80 {
		t.Errorf("the pack has %d rules, fewer than 80", n)
	}
}
