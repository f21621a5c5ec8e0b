package pdf

import (
	"strings"
	"testing"

	"h200filing/export/document"
)

// TestFormGoesOnMarked: wherever a form begins on a page, it goes on under the mark of
// what goes on, and no page holds one row of it.
func TestFormGoesOnMarked(t *testing.T) {
	const rows = 8
	for lines := range 60 {
		var form document.Pairs
		for i := range rows {
			form.Items = append(form.Items, document.Pair{Label: "行" + itoa(i), Value: "值", Wide: true})
		}
		doc := oneBlock(document.Space{Lines: float64(lines) / 2}, form)
		doc.Continue = "续表"
		p, _ := mustLayOut(t, doc)
		begun := false
		for i := range p.pages {
			text := shown(plan{pages: p.pages[i : i+1]}, true)
			n := strings.Count(text, "行")
			if n == 1 {
				t.Errorf("%d half lines above: page %d holds one row", lines, i+1)
			}
			if marked := strings.Contains(text, "续表"); n > 0 && marked != begun {
				t.Errorf("%d half lines above: page %d, marked %v: %q", lines, i+1, marked, text)
			}
			begun = begun || n > 0
		}
	}
}

// TestRuleIsToSignOn: a rule stands where a hand shall sign, none under what is printed;
// printed names begin one below the other.
func TestRuleIsToSignOn(t *testing.T) {
	p, _ := mustLayOut(t, oneBlock(document.Paragraph{Text: "承诺如上。"}, document.Signature{
		Lines: []document.Pair{{Label: "申请单位（盖章）", Value: "甲"}, {Label: "法定代表人", Value: "乙"}, {Label: "签字"}},
		Date:  "2026年1月5日", Seal: true,
	}))
	rules, at := 0, map[string]float64{}
	for _, o := range p.pages[0].ops {
		switch {
		case o.kind == opRule:
			rules++
		case o.text == "甲" || o.text == "乙":
			at[o.text] = o.x
		}
	}
	if rules != 1 {
		t.Errorf("%d rules, want one to sign on", rules)
	}
	if len(at) != 2 {
		t.Fatalf("the names stand at %v", at)
	}
	near(t, "start of the second name", at["乙"], at["甲"], 0.01)
}
