package gap_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	. "h200filing/forms/gap"
)

// workedExample is the filing for the 671B model with the given thresholds: four suppliers, written inquiries.
func workedExample(memory, bandwidth, days string) Input {
	in := scenario{
		Need:      "32",
		Reference: map[string]string{"memory_gb": "141", "memory_bandwidth_gbs": "4800", "fp8_tflops": "1979"},
		Require: []string{
			"memory_gb >= " + memory + " decisive computed",
			"memory_bandwidth_gbs >= " + bandwidth + " decisive computed",
			"fp8_tflops >= 1200 measured",
			"lead_time_days <= " + days + " decisive contract",
		},
		Candidates: []rowText{
			{ID: "atlas", Supplier: "华为技术有限公司", Product: "Atlas 900 A3（单封装）", Tested: true,
				Facts: []string{"memory_gb 128 official 2026-10-08", "memory_bandwidth_gbs 3200 official 2026-10-08", "lead_time_days 180 quoted 2026-10-21"},
				Ask:   "2026-10-12 书面函件", Reply: "quoted 2026-10-21", Lead: "180", Available: "96", Price: "165000.00"},
			{ID: "s5000", Supplier: "摩尔线程智能科技（北京）股份有限公司", Product: "MTT S5000",
				Facts: []string{"memory_gb 80 quoted 2026-10-19", "memory_bandwidth_gbs 1600 quoted 2026-10-19"},
				Ask:   "2026-10-12 书面函件", Reply: "quoted 2026-10-19", Lead: "90", Available: "200"},
			{ID: "bw1000", Supplier: "海光信息技术股份有限公司", Product: "BW1000", Facts: []string{"memory_gb 64 quoted 2026-10-20"},
				Ask: "2026-10-12 书面函件", Reply: "partial 2026-10-20"},
			{ID: "mlu590", Supplier: "中科寒武纪科技股份有限公司", Product: "思元 590", Ask: "2026-10-12 书面函件", Reply: "declined 2026-10-26"},
		},
	}.input()
	return in
}

func TestSupportedCase(t *testing.T) {
	r := Evaluate(workedExample("136", "3700", "150"))
	if !r.Support.Supported || r.Support.Candidates != 4 || r.Support.Suppliers != 4 || r.Support.Excluded != 4 {
		t.Errorf("support %+v", r.Support)
	}
	want{
		Supported: true,
		Cells: map[string]string{
			"memory_gb atlas": "short 5.9 strong", "memory_bandwidth_gbs atlas": "short 13.5 strong", "lead_time_days atlas": "short 20 strong",
			"fp8_tflops atlas": "unknown", "lead_time_days s5000": "meets strong", "memory_bandwidth_gbs bw1000": "unknown",
		},
		Excluded: map[string][]string{
			"atlas":  {"decisive_short_strong@memory_gb", "decisive_short_strong@memory_bandwidth_gbs", "quoted_lead_time@lead_time_days"},
			"s5000":  {"decisive_short_strong@memory_gb", "decisive_short_strong@memory_bandwidth_gbs"},
			"bw1000": {"decisive_short_strong@memory_gb"},
			"mlu590": {"inquiry_declined"},
		},
		Arguments: "partial partial none",
		Nearest:   map[string]string{"memory_gb": "atlas 8 5.9", "memory_bandwidth_gbs": "atlas 500 13.5", "lead_time_days": "atlas 30 20"},
		Admits:    map[string]string{"memory_gb": "bw1000 72 52.9", "memory_bandwidth_gbs": "-", "lead_time_days": "-"},
		Joint:     []string{"atlas 3", "bw1000 1", "s5000 2"},
		Beyond:    []string{"atlas", "s5000", "mlu590"},
		Tailored:  []string{}, Stale: []string{}, Mixed: []string{}, Unusable: []string{},
		Points: map[string][]string{
			"atlas":  {"later_delivery 180 150 30", "short_by_little 128 136 5.9", "short_by_little 3200 3700 13.5", "more_devices 37 32", "quantity_unsized 96 32", "no not_tested"},
			"s5000":  {"delivery_fits 90 150", "more_devices 74 32", "quantity_unsized 200 32", "meets_decisive 1 3", "not_tested"},
			"bw1000": {"not_tested"},
		},
	}.check(t, r)
}

func TestUnsupportedCase(t *testing.T) {
	r := Evaluate(workedExample("120", "3000", "200"))
	want{
		Standing: []string{"atlas"}, Reasons: []string{"candidates_stand"},
		Settle: map[string][]string{"atlas": {"test_or_buy"}},
		Mixed:  []string{"atlas 96/32/0 "},
		Points: map[string][]string{"atlas": {"nothing_against", "meets_decisive 3 3", "delivery_fits 180 200", "quantity_unsized 96 32"}},
	}.check(t, r)
}

func (w want) check(t *testing.T, r Result) {
	t.Helper()
	w.checkClaim(t, r)
	w.checkCandidates(t, r)
	w.checkFindings(t, r)
}

func TestFactsOfTheCellAreCited(t *testing.T) {
	c, ok := Evaluate(workedExample("136", "3700", "150")).Cell("lead_time_days", "s5000")
	if !ok || c.Fact == nil || c.Fact.Source != SourceReply || c.Fact.Grade != Quoted || !c.Fact.RetrievedOn.Equal(day("2026-10-19")) {
		t.Errorf("%+v %+v", c, c.Fact)
	}
	c, _ = Evaluate(workedExample("136", "3700", "150")).Cell("lead_time_days", "atlas")
	if c.Fact.Source != "page" {
		t.Errorf("the cited quote yields to the row's own figure: %+v", c.Fact)
	}
}

func TestResultAsJSON(t *testing.T) {
	data, err := json.Marshal(Evaluate(workedExample("136", "3700", "150")))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"verdict":"short","gap_percent":"5.9","fact":{"metric":"memory_gb","value":"128","grade":"official"`,
		`"supported":true`, `"argument":"technical_fit","extent":"partial","candidates":["atlas","s5000","bw1000"]`,
		`"nearest":{"requirement":"memory_gb","candidate":"atlas","threshold":"136","to":"128","by":"8","percent":"5.9"}`,
	} {
		if !strings.Contains(string(data), part) {
			t.Errorf("no %s in %s", part, data)
		}
	}
}

func TestInputIsLeftAlone(t *testing.T) {
	in := workedExample("136", "3700", "150")
	before, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	r := Evaluate(in)
	*r.Candidates[0].Grounds[0].Threshold = decimal.Zero
	after, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if string(before) != string(after) {
		t.Error("evaluation or its reader changed the input")
	}
}

func TestWrittenChannel(t *testing.T) {
	tests := map[string]bool{
		"书面函件": true, "电子邮件": true, "letter": true, "email": true, "招标平台": true, "other": true,
		"": false, "  ": false, "电话": false, "電話詢問": false, "上门拜访": false, "Phone call": false, "ＶＩＳＩＴ": false, "口头": false,
	}
	for channel, want := range tests {
		if got := WrittenChannel(channel); got != want {
			t.Errorf("WrittenChannel(%q) = %t", channel, got)
		}
	}
}

func TestLookUpsThatFindNothing(t *testing.T) {
	r := Evaluate(workedExample("136", "3700", "150"))
	if _, ok := r.Candidate("nobody"); ok {
		t.Error("found nobody")
	}
	if _, ok := r.Cell("memory_gb", "nobody"); ok {
		t.Error("found a cell of nobody")
	}
	if x, ok := r.Candidate("atlas"); !ok || !slices.ContainsFunc(x.Grounds, func(g Exclusion) bool { return g.Ground == LeadTime }) {
		t.Errorf("%+v", x)
	}
}

// TestYardstick holds the case for a candidate to the candidate's own need and to the landed cost.
func TestYardstick(t *testing.T) {
	for name, test := range map[string]struct {
		devices, atLeast, landed string
		want                     []string
	}{
		"sized":        {"48", "", "", []string{"more_devices 48 32", "quantity_available 96 48", "lower_price 165000 190000"}},
		"lower bound":  {"", "40", "", []string{"more_at_least 40 32", "quantity_at_least 96 40", "lower_price 165000 190000"}},
		"too few":      {"120", "", "", []string{"more_devices 120 32", "no quantity_available", "no quantity_unsized"}},
		"small bound":  {"", "8", "", []string{"no more_at_least", "no more_devices", "quantity_at_least 96 8"}},
		"landed":       {"48", "", "274813.74", []string{"lower_landed 165000 274813.74", "no lower_price"}},
		"cheap landed": {"48", "", "160000", []string{"no lower_landed", "no lower_price"}},
	} {
		t.Run(name, func(t *testing.T) {
			in := workedExample("136", "3700", "150")
			in.Candidates[0].Devices, in.Candidates[0].DevicesAtLeast = num(test.devices), num(test.atLeast)
			in.Reference.Figures[MetricPrice] = decimal.NewFromInt(190000)
			in.Reference.LandedCNY = num(test.landed)
			r := Evaluate(in)
			want{Supported: true, Points: map[string][]string{"atlas": test.want}}.check(t, r)
		})
	}
}
