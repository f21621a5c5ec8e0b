package forms_test

import (
	"strings"
	"testing"

	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestExplainFigure: a value of the sizing explains itself by formula and values,
// in every language.
func TestExplainFigure(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	row := r.Rows("workloads")[0]
	for _, lang := range i18n.Langs() {
		x := r.Explain(r.Question(row.Join("memory_needed_gb")), lang)
		if !strings.Contains(x.Formula, " = 1.1 ×"+map[bool]string{true: " (", false: "（"}[lang == i18n.English]) || !strings.HasPrefix(x.Filled, "1.1 × (671 + 221.0566)") || len(x.Inputs) != 2 {
			t.Errorf("%s: %+v", lang, x)
		}
	}
	x := r.Explain(r.Question(row.Join("devices_needed")), i18n.Hans)
	if x.Filled != "8 × 4" {
		t.Errorf("%+v", x)
	}
	if x := r.Explain(r.Question("applicant.name"), i18n.Hans); x.Formula != "" || len(x.Missing) > 0 {
		t.Errorf("a typed answer explains itself as %+v", x)
	}
}

// TestExplainTakesTheBranch: a formula in use shows the branch that the answers take,
// rates per cent, and the same with values; the formula as such keeps its conditions.
func TestExplainTakesTheBranch(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	cif := r.Explain(r.Question("product.cif_cny"), i18n.Hans)
	if want := "到岸价格（人民币）=（货值 + 运费和保险费 + 美国进口关税）× 汇率"; cif.Applied != want {
		t.Errorf("applied: %q", cif.Applied)
	}
	if want := "(864,000.00 + 19,200.00 + 216,000.00) × 7.08"; cif.Filled != want {
		t.Errorf("filled: %q", cif.Filled)
	}
	if !strings.Contains(cif.Formula, "若") {
		t.Errorf("formula: %q", cif.Formula)
	}
	vat := r.Explain(r.Question("product.vat_cny"), i18n.Hans)
	if want := "(7,782,336.00 + 0.00) × 13%"; vat.Filled != want || strings.Contains(vat.Applied, "100") {
		t.Errorf("%+v", vat)
	}
	cost := r.Explain(r.Question("energy.annual_cost_cny"), i18n.Hans)
	if want := "260,487.36 × 0.68"; cost.Filled != want {
		t.Errorf("filled with %q, which does not give the result", cost.Filled)
	}
	open := formstest.Evaluate(t, formstest.Answers(t, formstest.Incomplete))
	if x := open.Explain(open.Question("product.cif_cny"), i18n.Hans); !strings.Contains(x.Applied, "若") {
		t.Errorf("a condition that is not settled yet is shown as %q", x.Applied)
	}
}
