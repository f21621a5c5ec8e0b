package forms_test

import (
	"strings"
	"sync"
	"testing"

	"h200filing/assets/accelerators"
	assets "h200filing/assets/forms"
	"h200filing/forms"
	"h200filing/forms/accelerator"
)

var today = forms.Day(2026, 11, 23)

var catalogue = sync.OnceValues(func() (*accelerator.Catalogue, error) {
	return accelerator.Load(accelerators.Catalogue, today)
})

// surroundings are those of every evaluation in these tests.
func surroundings(t testing.TB) forms.Context {
	t.Helper()
	c, err := catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return forms.Context{Today: today, Catalogue: c}
}

var shipped = sync.OnceValues(func() (*forms.Form, error) {
	pack, err := assets.Pack(assets.Current)
	if err != nil {
		return nil, err
	}
	return forms.LoadForm(pack)
})

// pack is the shipped form pack.
func pack(t testing.TB) *forms.Form {
	t.Helper()
	form, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// TestPackLint loads the shipped pack and runs the examples of all its rules.
func TestPackLint(t *testing.T) {
	form, err := shipped()
	if err != nil {
		for _, line := range strings.Split(err.Error(), "\n") {
			t.Error(line)
		}
	}
	for _, fault := range form.Lint(surroundings(t)) {
		t.Error(fault)
	}
	if n := len(form.Rules); n < 80 {
		t.Errorf("the pack has %d rules, fewer than 80", n)
	}
}
