package honesty_test

import (
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	. "h200filing/forms/honesty"
)

// spellings write a whole number of gigabytes, or of gigabytes a second, in the ways that prose does.
var spellings = map[string]func(n int64, unit string) string{
	"plain":    func(n int64, unit string) string { return fmt.Sprintf("%d %s", n, unit) },
	"together": func(n int64, unit string) string { return fmt.Sprintf("%d%s", n, unit) },
	"grouped": func(n int64, unit string) string {
		if n < 1000 {
			return fmt.Sprintf("%d %s", n, unit)
		}
		return fmt.Sprintf("%d,%03d %s", n/1000, n%1000, unit)
	},
	"wide": func(n int64, unit string) string { return widen.Replace(fmt.Sprintf("%d%s", n, unit)) },
	"tera": func(n int64, unit string) string {
		return decimal.New(n, -3).StringFixed(3) + " " + strings.Replace(unit, "GB", "TB", 1)
	},
}

// TestAnyFigure: whatever a product's figure is, prose that states it passes in every spelling, and any other is found.
func TestAnyFigure(t *testing.T) {
	metrics := []struct{ id, word, unit string }{{Memory, "显存", "GB"}, {MemoryBandwidth, "显存带宽", "GB/s"}, {MemoryBandwidth, "带宽", "GB/秒"}}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.Int64Range(1, 99999).Draw(rt, "figure")
		other := rapid.Int64Range(1, 99999).Filter(func(o int64) bool { return o != n }).Draw(rt, "other")
		m := rapid.SampledFrom(metrics).Draw(rt, "metric")
		spell := spellings[rapid.SampledFrom([]string{"plain", "together", "grouped", "wide", "tera"}).Draw(rt, "spelling")]
		c := NewChecker(Model{
			Candidates: []Candidate{{ID: "x", Label: "甲卡 X-1", SupplierNames: []string{"甲公司"}}},
			Values:     []Value{{Metric: m.id, Subject: "x", Amount: decimal.NewFromInt(n), Label: m.word}},
		})
		pattern := rapid.SampledFrom([]string{"甲卡 X-1 的%s为 %s。", "甲公司提供的甲卡 X-1，单卡%s %s，在售。", "甲卡X-1%s达%s，符合产品页。"}).Draw(rt, "pattern")
		if found := c.Check(fmt.Sprintf(pattern, m.word, spell(n, m.unit)), ""); len(found) != 0 {
			rt.Fatalf("true: %+v", found)
		}
		found := c.Check(fmt.Sprintf(pattern, m.word, spell(other, m.unit)), "")
		if len(found) != 1 || found[0].Kind != NumberDiffers || len(found[0].Instead) != 1 {
			rt.Fatalf("false: %+v", found)
		}
	})
}

// TestAnyGap: the percentage by which a figure misses its threshold, worked out with fractions and written with one
// decimal, passes; one that is off by more than the rounding is found, and so is one that points the other way.
func TestAnyGap(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		need := rapid.Int64Range(2, 99999).Draw(rt, "need")
		has := rapid.Int64Range(1, need-1).Draw(rt, "has")
		c := NewChecker(Model{
			Candidates:   []Candidate{{ID: "x", Label: "甲卡 X-1"}},
			Values:       []Value{{Metric: Memory, Subject: "x", Amount: decimal.NewFromInt(has)}},
			Requirements: []Requirement{{Metric: Memory, Threshold: decimal.NewFromInt(need)}},
		})
		percent := new(big.Rat).SetFrac64(100*(need-has), need)
		text := func(word string, p *big.Rat) string {
			return fmt.Sprintf("甲卡 X-1 单卡显存 %d GB，比需求%s %s%%。", has, word, p.FloatString(1))
		}
		if found := c.Check(text("低", percent), ""); len(found) != 0 {
			rt.Fatalf("true: %+v", found)
		}
		off := new(big.Rat).Add(percent, big.NewRat(rapid.Int64Range(2, 300).Draw(rt, "off"), 10))
		if found := c.Check(text("低", off), ""); len(found) != 1 || found[0].Kind != GapDiffers {
			rt.Fatalf("false: %+v", found)
		}
		if found := c.Check(text("高", percent), ""); len(found) != 1 || found[0].Kind != GapDiffers {
			rt.Fatalf("the wrong way: %+v", found)
		}
	})
}

// TestAbsolutesFollowSupport: an absolute passes exactly when every candidate is excluded and enough were examined.
func TestAbsolutesFollowSupport(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := Model{Enough: rapid.Bool().Draw(rt, "enough")}
		var standing []string
		for i := range rapid.IntRange(1, 6).Draw(rt, "candidates") {
			c := Candidate{ID: fmt.Sprint(i), Label: fmt.Sprintf("甲卡 X-%d", i), Excluded: rapid.Bool().Draw(rt, "excluded")}
			if !c.Excluded {
				standing = append(standing, c.Label)
			}
			m.Candidates = append(m.Candidates, c)
		}
		text := rapid.SampledFrom([]string{"国产产品均不能满足需求。", "H200 是唯一选择。", "没有任何国产加速器能够满足需求。", "国内尚无可用产品。",
			"任何国产产品都达不到要求。"}).Draw(rt, "text")
		found := NewChecker(m).Check(text, "")
		if len(standing) == 0 && m.Enough {
			if len(found) != 0 {
				rt.Fatalf("%s: %+v", text, found)
			}
			return
		}
		if len(found) != 1 || found[0].Kind != AbsoluteUnsupported || len(found[0].Instead) != len(standing) {
			rt.Fatalf("%s: standing %v, found %+v", text, standing, found)
		}
		for i, truth := range found[0].Instead {
			if truth.Subject != standing[i] {
				rt.Fatalf("%s: %+v", text, truth)
			}
		}
	})
}

// TestNothingKnown: a model that states nothing accuses nothing but absolutes.
func TestNothingKnown(t *testing.T) {
	for _, p := range allPassages(t) {
		for _, f := range NewChecker(Model{}).Check(p.Text, "") {
			if f.Kind != AbsoluteUnsupported {
				t.Errorf("%s: %+v", p.Text, f)
			}
		}
	}
}

// TestSharedChecker: one checker serves many readers at a time.
func TestSharedChecker(t *testing.T) {
	c := NewChecker(readModel(t, "supported"))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if found := c.Check("国产产品均不能满足需求，Atlas 900 A3 单卡显存 120 GB。", ""); len(found) != 1 {
					t.Errorf("found %+v", found)
				}
			}
		})
	}
	wait.Wait()
}
