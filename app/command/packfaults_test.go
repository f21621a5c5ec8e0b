package command

import (
	"errors"
	"strings"
	"testing"

	"h200filing/forms"
	"h200filing/i18n"
)

// TestPackFaults: every fault of a form pack has words in every language, which name
// all that it is about and nothing else; a new one cannot be forgotten.
func TestPackFaults(t *testing.T) {
	kinds := forms.PackFaults()
	if len(kinds) < 50 {
		t.Fatalf("only %v", kinds)
	}
	for _, kind := range kinds {
		fault := fitting(t, kind)
		for _, lang := range i18n.Langs() {
			words := i18n.For(lang)
			if !words.Has("lint." + string(kind)) {
				t.Errorf("%s: no words for %s", lang, kind)
				continue
			}
			said := packFault(words, fault)
			for _, arg := range fault.Args {
				if !strings.Contains(said, arg) {
					t.Errorf("%s, %s: %q does not name %s", lang, kind, said, arg)
				}
			}
			if fault.Err != nil && !strings.Contains(said, fault.Err.Error()) || strings.Contains(said, "{") {
				t.Errorf("%s, %s: %q", lang, kind, said)
			}
		}
	}
}

// fitting is a fault with as much as its kind is about.
func fitting(t *testing.T, kind forms.PackFault) *forms.PackError {
	t.Helper()
	args := []string{"<1>", "<2>", "<3>"}
	for _, err := range []error{nil, errors.New("<cause>")} {
		for n := range len(args) + 1 {
			fault := &forms.PackError{Kind: kind, Args: args[:n], Err: err}
			if !strings.Contains(fault.Error(), "%!") {
				return fault
			}
		}
	}
	t.Fatalf("nothing fits %s", kind)
	return nil
}
