package forms_test

import (
	"strings"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// honest lists the findings on the prose of a case, "path kind words".
func honest(r *forms.Report) map[string]forms.Level {
	out := map[string]forms.Level{}
	for _, f := range r.Findings {
		if f.Passage != nil {
			out[r.Public(f.Path)+" "+string(f.Passage.Kind)+" "+f.Passage.Words] = f.Level
		}
	}
	return out
}

// TestHonestCase: nothing in a prose that its data carries is refused.
func TestHonestCase(t *testing.T) {
	for found, level := range honest(formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))) {
		if level == forms.Blocker {
			t.Errorf("refused: %s", found)
		}
	}
}

// TestDishonestCase: the absolutes of a claim that the data does not support are
// refused, each with the candidate that stands, in every language.
func TestDishonestCase(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, "inference-unsupported.yaml"))
	found := honest(r)
	for _, want := range []string{
		"justification.technical_fit absolute_unsupported 均不能",
		"justification.technical_fit absolute_unsupported 唯一",
	} {
		ok := false
		for f := range found {
			ok = ok || strings.HasPrefix(f, want)
		}
		if !ok {
			t.Errorf("not refused: %s; found %v", want, found)
		}
	}
	for _, f := range r.Findings {
		if f.Passage == nil {
			continue
		}
		for _, lang := range i18n.Langs() {
			m := r.Message(f, lang)
			if m.What == "" || m.Why == "" || m.Fix == "" || strings.ContainsAny(m.String(), "{}") {
				t.Errorf("%s: %s: %q", lang, f.Rule, m)
			}
		}
		if f.Passage.Words == "唯一" && !strings.Contains(r.Message(f, i18n.Hans).String(), "Atlas 900 A3") {
			t.Errorf("the standing candidate is not named: %s", r.Message(f, i18n.Hans))
		}
	}
}
