package forms_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

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

// TestUnseenCharacters: what cannot be seen is reported by its code point only, and
// what everybody types is not.
func TestUnseenCharacters(t *testing.T) {
	answers, err := forms.ReadAnswers(formstest.Form(t), "t",
		[]byte("applicant: {name: \"某\\u200B公\\u202E司\\a\\u200D\", industry: \"软件　业\\t①\\n二\", intro: \"葛\\U000E0100城\"}"))
	if err != nil {
		t.Fatal(err)
	}
	r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
	found := map[string]string{}
	for _, f := range r.Of(forms.Warning) {
		if f.Rule == "character.unseen" {
			found[r.Public(f.Path)] = r.Message(f, i18n.Hans).What
		}
	}
	if len(found) != 2 || !strings.Contains(found["applicant.name"], "U+200B U+202E U+200D") || !strings.Contains(found["applicant.intro"], "U+E0100") {
		t.Errorf("found %q", found)
	}
	for path, message := range found {
		if strings.ContainsAny(message, "\u200B\u202E\a\u200D\U000E0100") {
			t.Errorf("%s: the message is steered itself: %q", path, message)
		}
	}
}

// TestClean: what no workbook and no page can hold is replaced where it was, and
// nothing else is changed.
func TestClean(t *testing.T) {
	for given, want := range map[string]string{
		"": "", "A\aB": "A\uFFFDB", "一\xff二": "一\uFFFD二", "\x7f\u0080": "\uFFFD\uFFFD", "\uFFFE\U0010FFFF\uFDD0": "\uFFFD\uFFFD\uFFFD",
		"行\r\n列\t二\u0085": "行\r\n列\t二\u0085", "零\u200B宽\u202E葛\U000E0100": "零\u200B宽\u202E葛\U000E0100",
	} {
		if got := forms.Clean(given); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		once := forms.Clean(rapid.String().Draw(r, "text"))
		if !utf8.ValidString(once) || forms.Clean(once) != once {
			r.Fatalf("%q is not clean", once)
		}
	})
}
