package forms_test

import (
	"strings"
	"testing"

	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestAdvocateComparesLanded: the case for a candidate compares its quote with
// what a device applied for costs landed, 8,794,039.68 for 32.
func TestAdvocateComparesLanded(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	argument := r.Question(r.Rows("justification.counter")[0].Join("argument"))
	for _, lang := range i18n.Langs() {
		if text := r.Display(argument, lang); !strings.Contains(text, "274,813.74") || !strings.Contains(text, "165,000") {
			t.Errorf("%s: %s", lang, text)
		}
	}
}
