package gap_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	. "h200filing/forms/gap"
)

// large is the worst of its size: every figure known, most of them short.
func large(n int) Input {
	in := Input{Today: day("2026-11-23"), Need: Need{Quantity: num("32"), PriceCeilingCNY: num("200000")}}
	for r := range n {
		in.Requirements = append(in.Requirements, Requirement{ID: fmt.Sprintf("r%d", r), Metric: fmt.Sprintf("m%d", r), Op: AtLeast,
			Threshold: num("3700.5"), Decisive: r%2 == 0, Basis: Computed})
	}
	for c := range n {
		x := Candidate{ID: fmt.Sprintf("c%d", c), Supplier: fmt.Sprintf("供应商 %d", c), Product: fmt.Sprintf("产品 %d", c), Reply: QuotedReply,
			InquiredOn: day("2026-10-12"), RepliedOn: day("2026-10-21"), Channel: "书面函件", LeadTimeDays: num("90"), AvailableQuantity: num("96"), UnitPriceCNY: num("165000.00")}
		for r := range n {
			v := decimal.New(int64(30000+r*97+c*13), -1)
			x.Facts = append(x.Facts, Fact{Metric: fmt.Sprintf("m%d", r), Value: &v, Grade: Official, Source: "厂商产品页", RetrievedOn: day("2026-10-08")})
		}
		in.Candidates = append(in.Candidates, x)
	}
	return in
}

func BenchmarkGap40x40(b *testing.B) {
	in := large(40)
	b.ReportAllocs()
	for b.Loop() {
		if r := Evaluate(in); len(r.Matrix) != 40 {
			b.Fatal("wrong answer")
		}
	}
}
