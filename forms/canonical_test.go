package forms_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestPublished: an ID number is masked in what leaves the house, right or not; the
// digest is that of what leaves it; everything else is the same.
func TestPublished(t *testing.T) {
	form := formstest.Form(t)
	for _, number := range []string{"11010519491231002X", "4401011990"} {
		answers, err := forms.ReadAnswers(form, "t", []byte(`
applicant: {name: 示例公司}
experts:
- {name: 专家, id_number: "`+number+`"}
`))
		if err != nil {
			t.Fatal(err)
		}
		r := forms.Evaluate(form, answers, forms.Context{Today: forms.Day(2026, 11, 23)})
		whole, published := r.Canonical(), r.Published()
		if !bytes.Contains(whole, []byte(number)) {
			t.Fatalf("%s is not asked for: %s", number, whole)
		}
		if bytes.Contains(published, []byte(number[3:8])) || !bytes.Contains(published, []byte("示例公司")) {
			t.Errorf("published: %s", published)
		}
		if sum := sha256.Sum256(published); r.Digest() != hex.EncodeToString(sum[:]) {
			t.Error("the digest is not that of the published answers")
		}
	}
}
