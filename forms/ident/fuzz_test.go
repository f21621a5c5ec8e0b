package ident

import "testing"

// fuzz runs one target over any bytes, beginning with the samples.
func fuzz(f *testing.F, target func(t *testing.T, s string)) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(target)
}

func FuzzChecks(f *testing.F) {
	fuzz(f, func(t *testing.T, s string) { holdsForAll(t, s) })
}

func FuzzRegion(f *testing.F) {
	fuzz(f, func(t *testing.T, s string) {
		right := RegionCode(s) == None
		if HubNode(s) != NoHub && !right {
			t.Fatalf("HubNode(%q) = %q for a wrong code", s, HubNode(s))
		}
	})
}

// A mask never shows a whole number, and of a wrong one nothing.
func FuzzMask(f *testing.F) {
	fuzz(f, func(t *testing.T, s string) {
		if masked := MaskID(s); masked != "" && masked == NormaliseCode(s) && masked != stars(masked) {
			t.Fatalf("MaskID(%q) = %q hides nothing", s, masked)
		}
	})
}
