package honesty_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "h200filing/forms/honesty"
)

// TestInstead: a finding gives what the data says in the unit of the passage, whose it is and where it was answered.
func TestInstead(t *testing.T) {
	c := checkers{}
	for _, one := range []struct {
		model, text, why string
		want             Truth
	}{
		{"supported", "Atlas 900 A3 的显存带宽为 3.4 TB/s。", "honesty.number_differs.why",
			Truth{Key: TruthOf, Subject: "Atlas 900 A3（单封装）", Value: "3.2", Unit: "TB/s"}},
		{"supported", "本次采购总价为 910.5 万元。", "honesty.number_differs.why", Truth{Key: TruthOwn, Value: "879.403968", Unit: "万元"}},
		{"supported", "Atlas 900 A3 的显存容量比需求低百分之七。", "honesty.gap_differs.why",
			Truth{Key: TruthGap, Subject: "Atlas 900 A3（单封装）", Label: "显存容量", Value: "5.9", Unit: "%", Path: "requirements[0].threshold"}},
		{"supported", "Atlas 900 A3 的显存容量仅为需求的 98.1%。", "honesty.gap_differs.why",
			Truth{Key: TruthShare, Subject: "Atlas 900 A3（单封装）", Label: "显存容量", Value: "94.1", Unit: "%", Path: "requirements[0].threshold"}},
		{"supported", "项目要求的交货期不超过 100 天。", "honesty.requirement_differs.why",
			Truth{Key: TruthOwn, Label: "交货期", Value: "150", Unit: "天", Path: "requirements[3].threshold"}},
		{"supported", "本项目于 2027 年 9 月投运。", "honesty.date_differs.why", Truth{Key: TruthDate, Value: "2027-06-30"}},
		{"supported", "本单位共向 6 家国产供应商询价。", "honesty.count_differs.why", Truth{Key: TruthCount, Value: "4", Unit: "家"}},
		{"supported", "海光书面答复暂不供货。", "honesty.reply_differs.why",
			Truth{Key: TruthReply, Subject: "BW1000", Value: "partial", Path: "suppliers[2].product"}},
		{"unsupported", "国产产品均不能满足需求。", "honesty.absolute_unsupported.why",
			Truth{Key: TruthStanding, Subject: "Atlas 900 A3（单封装）", Path: "suppliers[0].product"}},
	} {
		found := c.of(t, one.model).Check(one.text, "")
		if len(found) != 1 || len(found[0].Instead) != 1 {
			t.Errorf("%s: %+v", one.text, found)
			continue
		}
		if d := cmp.Diff(one.want, found[0].Instead[0]); d != "" {
			t.Errorf("%s: %s", one.text, d)
		}
		if got := found[0].Why(); got != one.why {
			t.Errorf("%s: why %s, want %s", one.text, got, one.why)
		}
	}
}

// TestTooFewExamined: where all are excluded but too few were examined, the words say that.
func TestTooFewExamined(t *testing.T) {
	m := readModel(t, "supported")
	m.Enough = false
	found := NewChecker(m).Check("国产产品均不能满足需求。", "")
	if len(found) != 1 || found[0].Why() != "honesty.absolute_unsupported.few.why" {
		t.Errorf("%+v", found)
	}
	if found := NewChecker(m).Check("MTT S5000 与 BW1000 均不能满足需求。", ""); len(found) != 0 {
		t.Errorf("products named are judged by themselves: %+v", found)
	}
}

// TestAbout: a text that names nothing speaks of what it was written about.
func TestAbout(t *testing.T) {
	c := checkers{}.of(t, "supported")
	for about, want := range map[string]int{"": 0, "a3": 0, "s5000": 1, "reference": 1, "nobody": 0} {
		if found := c.Check("单卡显存为 128 GB。", about); len(found) != want {
			t.Errorf("about %q: %+v", about, found)
		}
	}
}

// TestHardKinds: what only differs from the program's own sizing, or has no source, warns.
func TestHardKinds(t *testing.T) {
	soft := 0
	for _, k := range Kinds() {
		if !k.Hard() {
			soft++
		}
	}
	if soft != 2 || DiffersFromSizing.Hard() || NumberUnsourced.Hard() {
		t.Errorf("%d soft kinds", soft)
	}
}

// TestMetrics: every metric has an id of its own and a unit.
func TestMetrics(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range Metrics() {
		if m.ID == "" || m.Unit == "" || seen[m.ID] {
			t.Errorf("%+v", m)
		}
		seen[m.ID] = true
	}
	for _, id := range []string{Memory, MemoryBandwidth, Interconnect, LeadTime, AvailableQuantity, UnitPrice, MeasuredSpeed, FleetCount,
		PurchaseCount, Devices, DevicesPerReplica, ITPower, InquiredOn, RepliedOn} {
		if !seen[id] {
			t.Errorf("%s is no metric", id)
		}
	}
}
