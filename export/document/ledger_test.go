package document_test

import (
	"regexp"
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// recorded files rows of the ledger and of the register beside an application.
func recorded(t *testing.T, approved, ordered string, arrived int) func(*forms.Answers) {
	return func(a *forms.Answers) {
		row := func(list forms.Path, answers map[string]string) {
			at := list.Row(a.NewRowID())
			if _, err := a.Apply(forms.Change{Op: forms.Insert, Path: at, At: len(a.Rows(list))}); err != nil {
				t.Fatal(err)
			}
			for key, value := range answers {
				formstest.Set(t, a, at.Join(key), value)
			}
		}
		row("ledger", map[string]string{"status": "approved", "on": "2026-10-01", "quantity": approved})
		row("ledger", map[string]string{"status": "ordered", "on": "2026-10-08", "quantity": ordered})
		for range arrived {
			row("devices", map[string]string{"model": "h200_nvl", "site": "其他机房"})
		}
	}
}

// call is a call of what expressions of the form pack do with lists and answers.
var call = regexp.MustCompile(`\b(len|filter|count|sum|any|all|none|answered|hub|unique|days)\(`)

// TestNoExpressionIsPrinted looks for the source of an expression in a filing
// with ledger and register, in every language.
func TestNoExpressionIsPrinted(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, recorded(t, "32", "32", 2))
	for _, lang := range i18n.Langs() {
		doc := build(t, f, document.Options{Lang: lang})
		all, _ := texts(doc)
		for line := range strings.Lines(all) {
			if call.MatchString(line) {
				t.Errorf("%s: %q", lang, line)
			}
		}
	}
	all, _ := texts(build(t, f, document.Options{Draft: true}))
	if words := formstest.Form(t).Text(i18n.Hans).Terms["formula.list"]; strings.Contains(all, words) {
		t.Errorf("the filing says %q, which explains nothing", words)
	}
}

// TestExcessIsWorded orders more than approved and takes in more than ordered.
func TestExcessIsWorded(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, recorded(t, "10", "50", 51))
	_, byQuestion := texts(build(t, f, document.Options{}))
	for question, want := range map[string]string{"record.left_to_order": "超出 40 张", "record.awaited": "多到货 1 张"} {
		got := strings.Join(byQuestion[question], "\n")
		if !strings.Contains(got, want) || strings.Contains(got, "-") {
			t.Errorf("%s reads %q, want %q", question, got, want)
		}
	}
}
