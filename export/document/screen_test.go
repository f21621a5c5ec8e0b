package document_test

import (
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestCompare holds the comparison for a screen to the filing: the same charts, and
// a standing for every need and candidate, in every language.
func TestCompare(t *testing.T) {
	report := formstest.Open(t, formstest.Supported, nil).Report
	for _, lang := range i18n.Langs() {
		c, err := document.Compare(report, lang)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Candidates) != len(report.Rows("suppliers")) || len(c.Cells) != len(report.Rows("requirements")) || len(c.Options) == 0 {
			t.Errorf("%s: %d candidates, %d needs, %d options", lang, len(c.Candidates), len(c.Cells), len(c.Options))
		}
		for i, line := range c.Cells {
			for j, s := range line {
				if s.Word == "" || (s.Figure == "") != (s.Source == "" && s.Tone != document.Open) {
					t.Errorf("%s: %s, %s: %+v", lang, c.Needs[i].Text, c.Candidates[j].Name, s)
				}
			}
		}
	}
}

// TestCompareUnnamed: what would settle a candidate without a product yet names its
// row.
func TestCompareUnnamed(t *testing.T) {
	report := formstest.Open(t, formstest.Supported, func(a *forms.Answers) {
		list := forms.Path("suppliers")
		formstest.Apply(t, a, forms.Change{Op: forms.Insert, Path: list.Row(a.NewRowID()), At: len(a.Rows(list))})
	}).Report
	c, err := document.Compare(report, i18n.Hans)
	if err != nil {
		t.Fatal(err)
	}
	last := c.Candidates[len(c.Candidates)-1]
	if last.Name == "" || len(last.Settle) == 0 {
		t.Fatalf("the row without a product is %+v", last)
	}
	for _, s := range last.Settle {
		if !strings.Contains(s, last.Name) {
			t.Errorf("%q does not say %q", s, last.Name)
		}
	}
}

// BenchmarkCompare is what the window asks for after every change.
func BenchmarkCompare(b *testing.B) {
	report := formstest.Open(b, formstest.Supported, nil).Report
	b.ReportAllocs()
	for b.Loop() {
		if _, err := document.Compare(report, i18n.Hans); err != nil {
			b.Fatal(err)
		}
	}
}
