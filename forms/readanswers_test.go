package forms_test

import (
	"errors"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestReadAnswersRefused: what is no answers file is refused with its line.
func TestReadAnswersRefused(t *testing.T) {
	form := formstest.Form(t)
	for text, want := range map[string]forms.LineError{
		"form: h200-cn\napplicant: [1\nx: y\n":           {Kind: forms.Syntax, Line: 2},
		"form: h200-cn\napplicant:\n  name: *x\n":        {Kind: forms.Syntax, Line: 3},
		"form: h200-cn\napplicant:\n  name: \"a\x01\"\n": {Kind: forms.Syntax, Line: 3},
		"form: h200-cn\napplicant: {name: \xff\xfe}\n":   {Kind: forms.NotUTF8, Line: 2},
		"form: h200-cn\n---\napplicant: {name: a}\n":     {Kind: forms.SecondDocument, Line: 2},
		"form: h200-cn\nproduct:\n  a: 1\n b: 2\n":       {Kind: forms.Syntax, Line: 4},
		"form: h200-cn\na: b: c\n":                       {Kind: forms.Syntax, Line: 2},
		"form: h200-cn\n---\napplicant: [\n":             {Kind: forms.Syntax, Line: 4},
		"\n- a\n- b\n":                                   {Kind: forms.RootMapping, Line: 2},
		"text":                                           {Kind: forms.RootMapping, Line: 1},
	} {
		_, err := forms.ReadAnswers(form, "a.yaml", []byte(text))
		var got *forms.LineError
		if !errors.As(err, &got) || got.Kind != want.Kind || got.Line != want.Line || got.File != "a.yaml" {
			t.Errorf("%q: %v, want %v", text, err, &want)
		}
	}
	var oversized *forms.LineError
	if _, err := forms.ReadAnswers(form, "a.yaml", make([]byte, forms.MaxAnswers+1)); !errors.As(err, &oversized) || oversized.Kind != forms.Oversized {
		t.Errorf("one byte too many: %v", err)
	}
	for _, text := range []string{"", "# nothing\n", "form: h200-cn\n...\n", "\xFF\xFEf\x00o\x00r\x00m\x00:\x00 \x00h\x002\x000\x000\x00-\x00c\x00n\x00"} {
		if _, err := forms.ReadAnswers(form, "a.yaml", []byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
