package forms_test

import (
	"slices"
	"strings"
	"testing"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// catalogueFindings lists the findings of a report on the catalogue's figures.
func catalogueFindings(r *forms.Report) []forms.Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f forms.Finding) bool { return !strings.HasPrefix(f.Rule, "catalogue.") })
}

// TestFalseFigureSupportsNothing understates a domestic product: the claim stays
// unsupported and the application cannot be filed.
func TestFalseFigureSupportsNothing(t *testing.T) {
	for _, id := range []string{"atlas_900_a3", ""} {
		answers := caseAnswers(t, "inference-unsupported.yaml")
		put(t, answers, "suppliers[0].catalog_id", id)
		put(t, answers, "suppliers[0].facts[0].value", "64")
		r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
		if r.Supported() || r.Ready() {
			t.Errorf("catalog_id %q: supported %v, ready %v", id, r.Supported(), r.Ready())
		}
		cell, _ := r.Cell(r.Rows("requirements")[0], r.Rows("suppliers")[0])
		if cell.Fact == nil || cell.Fact.Value.String() != "128" {
			t.Errorf("catalog_id %q: the matrix goes by %+v", id, cell.Fact)
		}
		found := catalogueFindings(r)
		if len(found) != 1 || found[0].Rule != "catalogue.below" || found[0].Level != forms.Blocker {
			t.Fatalf("catalog_id %q: %+v", id, found)
		}
		for _, lang := range i18n.Langs() {
			for _, part := range []string{"64 GB", "128 GB", "厂商产品页", "e.huawei.com"} {
				if what := r.Message(found[0], lang).What; !strings.Contains(what, part) {
					t.Errorf("%s: %q lacks %q", lang, what, part)
				}
			}
		}
	}
}

// TestFiguresAgainstCatalogue changes one figure of the supported case.
func TestFiguresAgainstCatalogue(t *testing.T) {
	for name, test := range map[string]struct {
		set  map[string]string
		rule string // "" for none
		uses string
	}{
		"equal":                 {map[string]string{}, "", "128"},
		"no value":              {map[string]string{"value": ""}, "", "128"},
		"better":                {map[string]string{"value": "144"}, "catalogue.differs", "144"},
		"better, weak":          {map[string]string{"value": "144", "grade": "media"}, "catalogue.differs", "128"},
		"worse, official":       {map[string]string{"value": "64"}, "catalogue.below", "128"},
		"worse, quoted":         {map[string]string{"value": "64", "grade": "quoted"}, "catalogue.quoted", "64"},
		"worse, no source":      {map[string]string{"value": "64", "grade": "quoted", "source": ""}, "catalogue.below", "128"},
		"worse, no evidence":    {map[string]string{"value": "64", "grade": "tested", "../evidence": ""}, "catalogue.below", "128"},
		"worse, false evidence": {map[string]string{"value": "64", "grade": "tested", "../evidence": "没有的附件"}, "catalogue.below", "128"},
	} {
		answers := caseAnswers(t, "inference-supported.yaml")
		for key, value := range test.set {
			path := "suppliers[0].facts[0]." + key
			if rest, ok := strings.CutPrefix(key, "../"); ok {
				path = "suppliers[0]." + rest
			}
			put(t, answers, path, value)
		}
		r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
		rule := ""
		if found := catalogueFindings(r); len(found) > 0 {
			rule = found[0].Rule
		}
		cell, _ := r.Cell(r.Rows("requirements")[0], r.Rows("suppliers")[0])
		if rule != test.rule || cell.Fact == nil || cell.Fact.Value.String() != test.uses {
			t.Errorf("%s: finding %q, figure %+v; want %q, %s", name, rule, cell.Fact, test.rule, test.uses)
		}
	}
}

// TestCorrectionIsTold: a correction of the catalogue that worsens an own
// product's figure is no silent way round the check.
func TestCorrectionIsTold(t *testing.T) {
	_, r := readAnswers(t, `
parts:
  - product: Atlas 900 A3（单封装）
    supplier: 华为技术有限公司
    id: atlas_900_a3
    domestic: true
    figures:
      - {metric: memory_gb, value: "64", unit: GB, source: 说明书, retrieved_on: 2026-11-02, grade: official}
      - {metric: memory_bandwidth_gbs, value: "3200", unit: GB/s, source: 说明书, retrieved_on: 2026-11-02, grade: official}
`)
	found := catalogueFindings(r)
	if len(found) != 1 || found[0].Rule != "catalogue.differs" || found[0].Path.Pattern() != "parts[].figures[].value" {
		t.Errorf("findings: %+v", found)
	}
}

// TestSuppliersCountAlike writes one supplier in four ways: gap and honesty count
// it once, and prose that says so is right.
func TestSuppliersCountAlike(t *testing.T) {
	answers := caseAnswers(t, "inference-supported.yaml",
		"suppliers[1].supplier=華為技術有限公司", "suppliers[2].supplier=华为技术有限公司（深圳）", "suppliers[3].supplier=华为技术有限公司北京分公司")
	for prose, wrong := range map[string]bool{"本单位共调研 1 家国产供应商。": false, "本单位共调研 4 家国产供应商。": true} {
		put(t, answers, "justification.unavailable_reason", prose)
		r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
		if n := r.Gap.Support.Suppliers; n != 1 || r.Supported() {
			t.Errorf("%d suppliers, supported %v", n, r.Supported())
		}
		found := slices.ContainsFunc(r.At("justification.unavailable_reason"), func(f forms.Finding) bool { return strings.HasPrefix(f.Rule, "honesty.") })
		if found != wrong {
			t.Errorf("%q: found wrong: %v", prose, found)
		}
	}
}
