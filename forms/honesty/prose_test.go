package honesty_test

import (
	"testing"

	. "h200filing/forms/honesty"
)

// TestProseOfReadyApplications holds that whole applications whose data supports them pass; a counter argument may differ
// from the program's own sizing, which only warns.
func TestProseOfReadyApplications(t *testing.T) {
	for _, name := range []string{"supported", "practice"} {
		c := checkers{}.of(t, name)
		for _, p := range readPassages(t, "prose-"+name+".yaml") {
			for _, f := range c.Check(p.Text, p.About) {
				if f.Kind.Hard() {
					t.Errorf("%s %s: %s at %q in %q, instead %+v", name, p.Path, f.Kind, f.Words, f.Sentence, f.Instead)
				}
			}
		}
	}
}

// TestCounterAnswerDiffersFromSizing: the answer counts 24 devices a replica where the program finds 19.
func TestCounterAnswerDiffersFromSizing(t *testing.T) {
	c := checkers{}.of(t, "supported")
	found := c.Check("交货期满足要求，但单卡带宽使每个副本需要 24 张卡，4 个副本整卡功耗 96 kW，超过二期机房 80 kW 的 IT 功率上限。", "s5000")
	if len(found) != 1 || found[0].Kind != DiffersFromSizing || found[0].Words != "24 张卡" || found[0].Instead[0].Value != "19" {
		t.Errorf("found %+v", found)
	}
}

// TestUnsupportedProse: every statement that the lower thresholds make false is found, and nothing else.
func TestUnsupportedProse(t *testing.T) {
	c := checkers{}.of(t, "unsupported")
	want := map[string][]string{
		"justification.technical_fit":      {"absolute_unsupported 均不能满足", "absolute_unsupported 唯一"},
		"justification.unavailable_reason": {"absolute_unsupported 均有至少一项决定性指标低于", "requirement_differs 136 GB", "requirement_differs 3700 GB/s"},
		"justification.quantity_timing":    {"requirement_differs 150 天"},
		"justification.counter[1].answer":  {"differs_from_sizing 24 张卡"},
	}
	for _, p := range readPassages(t, "prose-unsupported.yaml") {
		var got []string
		for _, f := range c.Check(p.Text, p.About) {
			got = append(got, string(f.Kind)+" "+f.Words)
			if f.Kind == AbsoluteUnsupported && (len(f.Instead) != 1 || f.Instead[0].Subject != "Atlas 900 A3（单封装）") {
				t.Errorf("%s: instead %+v", p.Path, f.Instead)
			}
		}
		if !equal(got, want[p.Path]) {
			t.Errorf("%s: got %q, want %q", p.Path, got, want[p.Path])
		}
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
