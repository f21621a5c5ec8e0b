package document_test

import (
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestRacks: the sizing tells the racks of the product and of every candidate where
// the power of a rack is given, what a rack that is too weak lacks, and nothing of
// racks where nobody asked.
func TestRacks(t *testing.T) {
	for power, want := range map[string][]string{"": nil, "17": {"机柜数量", "2 个机柜"}, "8": {"机柜数量", "单机柜可用功率"}} {
		f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) { formstest.Set(t, a, "project.rack_power_kw", power) })
		text := textOf(partOf(t, build(t, f, document.Options{Draft: true}), "sizing"))
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s kW a rack: the sizing does not say %q", power, part)
			}
		}
		if power == "" && strings.Contains(text, "机柜") {
			t.Error("the sizing speaks of racks that nobody asked for")
		}
	}
}
