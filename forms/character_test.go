package forms_test

import (
	"strings"
	"testing"

	"h200filing/assets/fonts"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestMissingCharacters: a character that no page can show is reported at its
// question, by code point, and those that can be shown are not.
func TestMissingCharacters(t *testing.T) {
	answers, err := forms.ReadAnswers(formstest.Form(t), "t", []byte("applicant: {name: \"𠮷田𫟹 \\U000105A0 公司\", industry: 电子①℃}"))
	if err != nil {
		t.Fatal(err)
	}
	around := formstest.Context(t)
	around.Missing = fonts.Missing
	r := forms.Evaluate(formstest.Form(t), answers, around)
	var found []string
	for _, f := range r.Of(forms.Warning) {
		if f.Rule == "character.missing" {
			found = append(found, r.Public(f.Path)+" "+r.Message(f, i18n.Hans).What)
		}
	}
	if len(found) != 1 || !strings.HasPrefix(found[0], "applicant.name ") || !strings.Contains(found[0], "U+105A0") || strings.Contains(found[0], "U+20BB7") {
		t.Errorf("found %q", found)
	}
}
