package accelerator_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"h200filing/assets/accelerators"
	. "h200filing/forms/accelerator"
)

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func load(t testing.TB) *Catalogue {
	t.Helper()
	c, err := Load(accelerators.Catalogue, today)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEmbeddedCatalogueCitesEveryFigure(t *testing.T) {
	c := load(t)
	if c.Version == "" || !c.Date.Equal(today) {
		t.Errorf("version %q of %s", c.Version, c.Date)
	}
	figures := 0
	for _, p := range c.Parts {
		figures += len(p.Figures)
		for id, f := range p.Figures {
			if f.Source == "" || f.Grade == "" || f.RetrievedOn.IsZero() || f.RetrievedOn.After(today) {
				t.Errorf("%s %s: %+v", p.ID, id, f)
			}
		}
	}
	if len(c.Parts) != 34 || figures != 153 {
		t.Errorf("%d parts with %d figures; a change of the catalogue must be meant", len(c.Parts), figures)
	}
}

func TestEmbeddedFigures(t *testing.T) {
	c := load(t)
	tests := []struct {
		part, metric, want string
		grade              Grade
	}{
		{"h200_sxm", "memory_gb", "141", Official},
		{"h200_sxm", "memory_bandwidth_gbs", "4800", Official},
		{"h200_sxm", "fp8_tflops", "1979", Derived},
		{"h200_sxm", "bf16_tflops", "989.5", Derived},
		{"h200_sxm", "tdp_w", "700", Official},
		{"h200_nvl", "fp8_tflops", "1670.5", Derived},
		{"atlas_900_a3", "memory_gb", "128", Official},
		{"atlas_900_a3", "memory_bandwidth_gbs", "3200", Official},
		{"atlas_900_a3", "native_fp8", "0", Media},
		{"ascend_950pr", "memory_bandwidth_gbs", "1400", Official},
		{"ascend_950dt", "memory_gb", "96", Official},
		{"s5000", "memory_bandwidth_gbs", "1600", Media},
		{"p800", "int8_tops", "690", Estimate},
		{"bw1000", "memory_gb", "64", Field},
		// Contradictory, aggregated or recalled figures stay blank.
		{"c600", "memory_bandwidth_gbs", "", ""},
		{"tiangai150", "memory_bandwidth_gbs", "", ""},
		{"mlu590", "memory_gb", "", ""},
		{"mlu690", "memory_gb", "", ""},
		{"h20", "tdp_w", "", ""},
		{"b200", "int8_tops", "", ""},
		{"br166m", "memory_gb", "", ""},
		{"atlas_900_a3", "fp8_tflops", "", ""},
	}
	for _, tt := range tests {
		p, ok := c.ByID(tt.part)
		if !ok {
			t.Errorf("no part %s", tt.part)
			continue
		}
		f, known := p.Figures[tt.metric]
		if !known {
			if tt.want != "" {
				t.Errorf("%s %s is absent, want %s", tt.part, tt.metric, tt.want)
			}
			continue
		}
		if f.Value.String() != tt.want || f.Grade != tt.grade {
			t.Errorf("%s %s = %s %s, want %q %s", tt.part, tt.metric, f.Value, f.Grade, tt.want, tt.grade)
		}
	}
}

func TestTPP(t *testing.T) {
	c := load(t)
	tests := []struct{ part, want, metric string }{
		{"h200_sxm", "15832", "bf16_tflops"},
		{"h200_nvl", "13368", "bf16_tflops"}, // 835.5 × 16; FP8 alone gives the 13364 that is reported
		{"ascend_950pr", "6800", "bf16_tflops"},
		{"b200", "36000", "bf16_tflops"},
		{"br106m", "0", ""},
	}
	for _, tt := range tests {
		p, _ := c.ByID(tt.part)
		got, metric, ok := TPP(p.Figures)
		if got.String() != tt.want || metric != tt.metric || ok != (tt.metric != "") {
			t.Errorf("TPP(%s) = %s by %q, %t; want %s by %q", tt.part, got, metric, ok, tt.want, tt.metric)
		}
	}
	sparse := map[string]Figure{"fp8_tflops": {Value: decimal.NewFromInt(3958)}}
	if _, _, ok := TPP(sparse); ok {
		t.Error("a sparse figure counted")
	}
}

func TestFind(t *testing.T) {
	c := load(t)
	tests := []struct{ name, want string }{
		{"Atlas 900 A3（单封装）", "atlas_900_a3"},
		{"atlas 900 a3(单封装)", "atlas_900_a3"},
		{"ＭＴＴ Ｓ５０００", "s5000"},
		{"BW1000", "bw1000"},
		{"思元 590", "mlu590"},
		{"BR166", ""}, // three variants bear it
		{"", ""},
		{"910D", ""},
	}
	for _, tt := range tests {
		p, ok := c.Find(tt.name)
		if p.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("Find(%q) = %q, %t; want %q", tt.name, p.ID, ok, tt.want)
		}
	}
}

// head is a valid file of one part whose only figure stands on line 20.
const head = `version: "1"
date: 2026-11-23
units:
  memory_gb: GB
  memory_bandwidth_gbs: GB/s
  fp32_tflops: TFLOPS
  bf16_tflops: TFLOPS
  fp16_tflops: TFLOPS
  fp8_tflops: TFLOPS
  fp4_tflops: TFLOPS
  int8_tops: TOPS
  interconnect_gbs: GB/s
  tdp_w: W
  tpp: TPP
  price_cny: CNY
  price_usd: USD
  native_fp8: bool
parts:
  - {id: a, supplier: S, product: P, role: domestic, figures: {
      memory_gb: {value: "64", grade: official, source: page, retrieved_on: 2026-10-01}}}
`

func TestLoadRefuses(t *testing.T) {
	const figure = `memory_gb: {value: "64", grade: official, source: page, retrieved_on: 2026-10-01}`
	tests := []struct {
		name, old, new string
		line           int
		reason         string
	}{
		{"no source", "source: page, ", "", 20, "source is missing"},
		{"no grade", "grade: official, ", "", 20, "grade is missing"},
		{"aggregator grade", "grade: official", "grade: aggregator", 20, "unknown grade"},
		{"no date", ", retrieved_on: 2026-10-01", "", 20, "missing"},
		{"date in the future", "2026-10-01", "2026-11-24", 20, "in the future"},
		{"catalogue of tomorrow", "date: 2026-11-23", "date: 2026-11-24", 2, "in the future"},
		{"date in words", "2026-10-01", "October", 20, "no date"},
		{"unknown metric", "memory_gb: {value", "hbm_stacks: {value", 20, "unknown metric"},
		{"unknown key", "value:", "wert:", 20, "unknown key"},
		{"unknown key of a part", "role: domestic", "role: domestic, colour: red", 19, "unknown key"},
		{"unknown role", "role: domestic", "role: foreign", 19, "unknown role"},
		{"no supplier", "supplier: S, ", "", 19, "missing"},
		{"GiB for one figure", `value: "64"`, `value: "64", unit: GiB`, 20, "unit GiB"},
		{"GiB for a metric", "memory_gb: GB", "memory_gb: GiB", 4, "unit GiB"},
		{"undeclared unit", "  tdp_w: W\n", "", 4, "missing"},
		{"sparse", figure, `fp8_tflops: {value: "3958", dense: false, grade: official, source: page, retrieved_on: 2026-10-01}`, 20, "sparse"},
		{"density untold", figure, `fp8_tflops: {value: "3958", grade: official, source: page, retrieved_on: 2026-10-01}`, 20, "sparse"},
		{"dense memory", `value: "64"`, `value: "64", dense: true`, 20, "compute metrics only"},
		{"zero for unknown", `"64"`, `"0"`, 20, "above zero"},
		{"words for a figure", `"64"`, `"about 64"`, 20, "no decimal"},
		{"exponent", `"64"`, `"1e999999999"`, 20, "no plain decimal"},
		{"flag that is a number", figure, `native_fp8: {value: "2", grade: official, source: page, retrieved_on: 2026-10-01}`, 20, "neither true nor false"},
		{"figure twice", figure, figure + ",\n " + figure, 21, "stands twice"},
		{"id twice", head[strings.Index(head, "  - {"):], strings.Repeat(head[strings.Index(head, "  - {"):], 2), 21, "already the id"},
		{"note in one language", "role: domestic", "role: domestic, notes: [{en: x}]", 19, "missing"},
	}
	if _, err := Load([]byte(head), today); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(head, tt.old, tt.new, 1)
			if text == head {
				t.Fatal("the change has no effect")
			}
			_, err := Load([]byte(text), today)
			var fault *Error
			if !errors.As(err, &fault) {
				t.Fatalf("err = %v", err)
			}
			if fault.Line != tt.line || !strings.Contains(fault.Reason, tt.reason) {
				t.Errorf("got %v, want line %d: …%s…", fault, tt.line, tt.reason)
			}
		})
	}
}

func TestLoadRefusesWhatIsNoCatalogue(t *testing.T) {
	for _, text := range []string{"", "a", "[]", "parts: 3", "{", "a: *x", "version: \"1\"\n"} {
		if c, err := Load([]byte(text), today); err == nil {
			t.Errorf("%q became %v", text, c)
		}
	}
}

func TestWithCorrectsAndAdds(t *testing.T) {
	base := load(t)
	own := Figure{Value: decimal.NewFromInt(64), Grade: Quoted, Source: "书面回复", RetrievedOn: today}
	got, err := base.With([]Part{
		{ID: "mlu590", Supplier: "S", Product: "P", Role: Domestic, Figures: map[string]Figure{"memory_gb": own}},
		{ID: "new", Supplier: "S", Product: "P", Role: Domestic, Figures: map[string]Figure{"memory_gb": own}},
	}, today)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := got.ByID("mlu590")
	if diff := cmp.Diff(own, p.Figures["memory_gb"]); diff != "" {
		t.Error(diff)
	}
	if _, kept := p.Figures["tpp"]; !kept || len(got.Parts) != len(base.Parts)+1 {
		t.Errorf("kept %t, %d parts", kept, len(got.Parts))
	}
	if old, _ := base.ByID("mlu590"); len(old.Figures) == len(p.Figures) {
		t.Error("the base was changed")
	}
	own.Source = " "
	if _, err := base.With([]Part{{ID: "x", Supplier: "S", Product: "P", Role: Domestic, Figures: map[string]Figure{"memory_gb": own}}}, today); err == nil {
		t.Error("a figure without source was taken")
	}
}

// Property: TPP never falls when a figure is added.
func TestTPPGrowsWithFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figures := map[string]Figure{}
		last := decimal.Zero
		for _, m := range Metrics() {
			if m.Kind == Compute && rapid.Bool().Draw(t, m.ID) {
				figures[m.ID] = Figure{Dense: true, Value: decimal.NewFromInt(rapid.Int64Range(1, 9000).Draw(t, "value"))}
			}
			got, _, _ := TPP(figures)
			if got.LessThan(last) {
				t.Fatalf("TPP fell from %s to %s", last, got)
			}
			last = got
		}
	})
}

// Fuzz: whatever the bytes, Load answers with a checked catalogue or with an error.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(head))
	f.Add(accelerators.Catalogue)
	f.Add([]byte("a: &x [*x]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Load(data, today)
		if (c == nil) == (err == nil) {
			t.Fatalf("catalogue %v, error %v", c, err)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(accelerators.Catalogue, today); err != nil {
			b.Fatal(err)
		}
	}
}

// TestCorrectedTPP corrects a compute figure: the derived TPP follows with the
// source of the figure that decides it, unless it is corrected itself.
func TestCorrectedTPP(t *testing.T) {
	c := load(t)
	own := func(value int64, dense bool) Figure {
		return Figure{Value: decimal.NewFromInt(value), Dense: dense, Grade: Quoted, Source: "书面说明", RetrievedOn: today}
	}
	for name, x := range map[string]struct {
		figures map[string]Figure
		tpp     string
		source  string
	}{
		"higher":     {map[string]Figure{"fp8_tflops": own(2500, true)}, "20000", "书面说明"},
		"lower":      {map[string]Figure{"fp8_tflops": own(1000, true)}, "15832", ""}, // the others decide
		"its own":    {map[string]Figure{"fp8_tflops": own(2500, true), "tpp": own(16000, false)}, "16000", "书面说明"},
		"no compute": {map[string]Figure{"memory_gb": own(140, false)}, "15832", ""},
	} {
		with, err := c.With([]Part{{ID: "h200_sxm", Supplier: "NVIDIA", Product: "H200 SXM", Role: Target, Figures: x.figures}}, today)
		if err != nil {
			t.Fatal(err)
		}
		part, _ := with.ByID("h200_sxm")
		got := part.Figures["tpp"]
		if got.Value.String() != x.tpp || x.source != "" && got.Source != x.source {
			t.Errorf("%s: TPP %s of %q, want %s of %q", name, got.Value, got.Source, x.tpp, x.source)
		}
	}
}
