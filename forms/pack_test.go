package forms_test

import (
	"testing"

	"h200filing/forms/formstest"
)

// TestPackLint loads the shipped pack and runs the examples of all its rules.
func TestPackLint(t *testing.T) {
	form := formstest.Form(t)
	for _, fault := range form.Lint(formstest.Context(t)) {
		t.Error(fault)
	}
	if n := len(form.Rules); n < 80 {
		t.Errorf("the pack has %d rules, fewer than 80", n)
	}
}
