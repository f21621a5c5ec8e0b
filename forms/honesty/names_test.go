package honesty_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "h200filing/forms/honesty"
)

func TestShortNames(t *testing.T) {
	for full, want := range map[string][]string{
		"华为技术有限公司":           {"华为技术", "华为"},
		"摩尔线程智能科技（北京）股份有限公司": {"摩尔线程智能科技股份有限公司", "摩尔线程智能科技", "摩尔线程"},
		"海光信息技术股份有限公司":       {"海光信息技术", "海光"},
		"中科寒武纪科技股份有限公司":      {"中科寒武纪科技", "中科寒武纪", "寒武纪"},
		"沐曦":                nil,
		"Atlas 900 A3（单封装）": {"Atlas 900 A3"},
		"BW1000":            nil,
		"有限公司":              nil,
		"":                  nil,
	} {
		if d := cmp.Diff(want, ShortNames(full)); d != "" {
			t.Errorf("%q: %s", full, d)
		}
	}
}

func TestVendorsHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range Vendors() {
		for _, name := range append([]string{v.Label}, v.Names...) {
			if name == "" || seen[name] {
				t.Errorf("%q is empty or named twice", name)
			}
			seen[name] = true
		}
	}
	if len(seen) < 20 {
		t.Errorf("%d names only", len(seen))
	}
}
