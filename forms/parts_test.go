package forms_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// readAnswers evaluates answers written as YAML.
func readAnswers(t testing.TB, yaml string) (*forms.Answers, *forms.Report) {
	t.Helper()
	answers, err := forms.ReadAnswers(formstest.Form(t), "test.yaml", []byte("form: h200-cn\n"+yaml))
	if err != nil {
		t.Fatal(err)
	}
	return answers, forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
}

const ownPart = `
suppliers:
  - {supplier: 示例芯片, product: 示例加速器 X1, catalog_id: x1}
parts:
  - product: 示例加速器 X1
    supplier: 示例芯片
    id: x1
    domestic: true
    figures:
      - {metric: memory_gb, value: "96", unit: GB, source: 书面说明 X1-03, retrieved_on: 2026-11-02, grade: quoted}
      - {metric: fp8_tflops, value: "500", unit: TFLOPS, dense: true, source: 书面说明 X1-03, retrieved_on: 2026-11-02, grade: quoted}
`

// TestOwnPartCounts adds a part and finds its figures in catalogue and matrix.
func TestOwnPartCounts(t *testing.T) {
	_, r := readAnswers(t, ownPart+`
requirements:
  - {metric: memory_gb, op: ">=", threshold: "136", decisive: true, basis: computed}
`)
	part, ok := r.Context.Catalogue.ByID("x1")
	if !ok || part.Figures["memory_gb"].Value.String() != "96" || part.Figures["memory_gb"].Source != "书面说明 X1-03" {
		t.Fatalf("the part is %+v", part)
	}
	if tpp, stated := part.Figures["tpp"]; stated {
		t.Errorf("a new part has a TPP that nobody stated: %v", tpp)
	}
	parts := r.CatalogueParts()
	if parts[len(parts)-1].ID != "x1" {
		t.Errorf("the own part is not offered: the last is %s", parts[len(parts)-1].ID)
	}
	cell, _ := r.Cell(r.Rows("requirements")[0], r.Rows("suppliers")[0])
	if cell.Verdict != "short" || cell.Fact == nil || cell.Fact.Value.String() != "96" {
		t.Errorf("the matrix has %+v", cell)
	}
	if _, ok := formstest.Catalogue(t).ByID("x1"); ok {
		t.Error("the shared catalogue was changed")
	}
}

// TestOwnFigureCorrectsTheProduct corrects figures of the H200 and follows them
// through TPP, limits, sizing and warnings.
func TestOwnFigureCorrectsTheProduct(t *testing.T) {
	_, r := readAnswers(t, `
product: {model: h200_sxm}
parts:
  - product: H200 SXM
    supplier: NVIDIA
    id: h200_sxm
    domestic: false
    figures:
      - {metric: fp8_tflops, value: "1700", unit: TFLOPS, dense: true, source: 出口商书面说明, retrieved_on: 2026-11-02, grade: quoted}
      - {metric: int8_tops, value: "1700", unit: TOPS, dense: true, source: 出口商书面说明, retrieved_on: 2026-11-02, grade: quoted}
`)
	// FP16 decides now: 989.5 × 16
	for path, want := range map[forms.Path]string{"product.tpp": "15832", "product.us_limits": "within", "product.us_duty_band": "inside"} {
		if got := r.Question(path).Plain(); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	part, _ := r.Context.Catalogue.ByID("h200_sxm")
	if part.Figures["fp8_tflops"].Value.String() != "1700" || part.Role != "target" {
		t.Errorf("the part is %+v", part)
	}
	if !slices.ContainsFunc(r.Findings, func(f forms.Finding) bool { return f.Rule == "parts.reference_corrected" }) {
		t.Error("a correction of the yardstick goes unsaid")
	}
}

// TestUSLimitsFollowTheFigures moves the product over the limits of the US rule
// and out of the duty band.
func TestUSLimitsFollowTheFigures(t *testing.T) {
	for _, c := range []struct{ metric, value, unit, limits, band string }{
		{"memory_bandwidth_gbs", "4800", "GB/s", "within", "inside"},
		{"memory_bandwidth_gbs", "5000", "GB/s", "within", "ask_counsel"},
		{"memory_bandwidth_gbs", "4500", "GB/s", "within", "ask_counsel"},
		{"memory_bandwidth_gbs", "6499.9", "GB/s", "within", "ask_counsel"},
		{"memory_bandwidth_gbs", "6500", "GB/s", "beyond", "ask_counsel"},
		{"fp8_tflops", "2187.4", "TFLOPS", "within", "inside"},
		{"fp8_tflops", "2187.5", "TFLOPS", "within", "ask_counsel"},
		{"fp8_tflops", "2624.9", "TFLOPS", "within", "ask_counsel"},
		{"fp8_tflops", "2625", "TFLOPS", "beyond", "ask_counsel"},
	} {
		_, r := readAnswers(t, `
product: {model: h200_sxm}
parts:
  - {product: H200 SXM, supplier: NVIDIA, id: h200_sxm, domestic: false, figures: [{metric: `+c.metric+`, value: "`+c.value+`", unit: `+c.unit+`, dense: true, source: 书面说明, retrieved_on: 2026-11-02, grade: quoted}]}
`)
		if got := r.Question("product.us_limits").Plain(); got != c.limits {
			t.Errorf("%s %s: limits %s, want %s", c.metric, c.value, got, c.limits)
		}
		if got := r.Question("product.us_duty_band").Plain(); got != c.band {
			t.Errorf("%s %s: band %s, want %s", c.metric, c.value, got, c.band)
		}
	}
	_, nvl := readAnswers(t, "product: {model: h200_nvl}\n")
	if got := nvl.Question("product.tpp").Plain() + " " + nvl.Question("product.us_duty_band").Plain(); got != "13368 ask_counsel" { // FP16: 835.5 × 16
		t.Errorf("H200 NVL: %s", got)
	}
}

// TestRefusedFiguresAreFound spoils a figure in every way that the catalogue
// refuses: it must not count, and a blocker must stand in its row.
func TestRefusedFiguresAreFound(t *testing.T) {
	good := map[string]string{"metric": "fp8_tflops", "value": "500", "unit": "TFLOPS", "dense": "true", "source": "书面说明 X1-03", "retrieved_on": "2026-11-02", "grade": "quoted"}
	for name, spoil := range map[string]map[string]string{
		"nothing":      {},
		"no source":    {"source": ""},
		"blank source": {"source": "   "},
		"no grade":     {"grade": ""},
		"no date":      {"retrieved_on": ""},
		"future":       {"retrieved_on": "2026-11-24"},
		"sparse":       {"dense": "false"},
		"not said":     {"dense": ""},
		"GiB":          {"metric": "memory_gb", "unit": "GiB"},
		"no unit":      {"unit": ""},
		"zero":         {"value": "0"},
		"no number":    {"value": "约 500"},
		"half a flag":  {"metric": "native_fp8", "unit": "none", "value": "0.5"},
		"no metric":    {"metric": ""},
	} {
		t.Run(name, func(t *testing.T) {
			answers, _ := readAnswers(t, ownPart)
			part := forms.Path("parts").Row(answers.Rows("parts")[0])
			row := part.Join("figures").Row(answers.Rows(part.Join("figures"))[1])
			for key := range good {
				value, changed := spoil[key]
				if !changed {
					value = good[key]
				}
				if _, err := answers.Apply(forms.Change{Op: forms.Set, Path: row.Join(key), Value: value}); err != nil {
					t.Fatal(err)
				}
			}
			r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
			p, _ := r.Context.Catalogue.ByID("x1")
			blocked := slices.ContainsFunc(r.Findings, func(f forms.Finding) bool { return f.Level == forms.Blocker && f.Path.Parent() == row })
			counts := len(p.Figures) == 2
			if name == "nothing" {
				blocked = !blocked
				counts = !counts
			}
			if counts || !blocked {
				t.Errorf("the figure counts or no blocker stands at it: figures %v, findings %v", p.Figures, messages(r, row))
			}
		})
	}
}

func messages(r *forms.Report, row forms.Path) (out []string) {
	for _, f := range r.Findings {
		if f.Path.Parent() == row {
			out = append(out, f.Rule+": "+r.Message(f, i18n.Hans).What)
		}
	}
	return out
}

// TestCatalogueFilling fills a row from a part and finds its cited figures there,
// once however often it is filled.
func TestCatalogueFilling(t *testing.T) {
	answers, r := readAnswers(t, `
suppliers:
  - {supplier: "", product: "", facts: [{metric: memory_gb, value: "127", source: 书面回复, retrieved_on: 2026-10-20, grade: quoted}]}
`)
	row := r.Rows("suppliers")[0]
	fill := func() {
		for _, c := range forms.CatalogueFilling(r, row, "atlas_900_a3") {
			if _, err := answers.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
		r = forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
	}
	fill()
	part, _ := r.Context.Catalogue.ByID("atlas_900_a3")
	say := func(p forms.Path) string { return r.Question(p).Plain() }
	want := []string{part.ID, part.Supplier, part.Product}
	if diff := cmp.Diff(want, []string{say(row.Join("catalog_id")), say(row.Join("supplier")), say(row.Join("product"))}); diff != "" {
		t.Errorf("(-catalogue +row): %s", diff)
	}
	seen := map[string]bool{}
	for _, fact := range r.Rows(row.Join("facts")) {
		metric := say(fact.Join("metric"))
		seen[metric] = true
		if metric == "memory_gb" {
			if say(fact.Join("value")) != "127" {
				t.Error("a figure of the applicant's own was overwritten")
			}
			continue
		}
		f := part.Figures[strings.Replace(metric, "unit_price_cny", "price_cny", 1)]
		want := []string{f.Value.String(), f.Source, f.RetrievedOn.Format("2006-01-02"), string(f.Grade)}
		got := []string{say(fact.Join("value")), say(fact.Join("source")), say(fact.Join("retrieved_on")), say(fact.Join("grade"))}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-catalogue +row): %s", metric, diff)
		}
	}
	if len(seen) < 5 {
		t.Errorf("only %v were filled in", seen)
	}
	fill()
	if again := forms.CatalogueFilling(r, row, "atlas_900_a3"); len(again) > 0 {
		t.Errorf("filling twice would change %v", again)
	}
	if forms.CatalogueFilling(r, row, "nothing") != nil {
		t.Error("a part that is none fills something")
	}
}

// TestUnknownPartIsFlawed refuses the id of a part that is none.
func TestUnknownPartIsFlawed(t *testing.T) {
	_, r := readAnswers(t, "suppliers: [{product: 甲一, supplier: 甲公司, catalog_id: atlas_901}]\n")
	if q := r.Question(r.Rows("suppliers")[0].Join("catalog_id")); q.Flaw != forms.NoSuchPart {
		t.Errorf("the flaw is %q", q.Flaw)
	}
}

// TestProductCostIsItsOwnPrice sizes the purchase at the price applied for.
func TestProductCostIsItsOwnPrice(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	f := r.Total("", "purchase_cost_cny")
	if want := decimal.RequireFromString("6117120"); !f.Value.Equal(want) || f.State != "complete" { // 27,000 × 7.08 × 32
		t.Errorf("the purchase costs %v (%s), want %s", f.Value, f.State, want)
	}
	// no quoted price: what it draws is known, what it costs is not
	if got := r.Total(r.Rows("suppliers")[1], "devices_installed"); got.State != "complete" || !got.Value.IsPositive() {
		t.Errorf("of the second candidate %v devices are needed (%s)", got.Value, got.State)
	}
	if got := r.Total(r.Rows("suppliers")[1], "purchase_cost_cny"); got.State != "incomplete" || !slices.Contains(got.Missing, "device.price_cny") {
		t.Errorf("the second candidate costs %v (%s), lacking %v", got.Value, got.State, got.Missing)
	}
	if got := r.Total(r.Rows("suppliers")[3], "purchase_cost_cny"); got.State != "incomplete" || len(got.Missing) == 0 {
		t.Errorf("a candidate without figures costs %v (%s)", got.Value, got.State)
	}
}
