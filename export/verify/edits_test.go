package verify

import (
	"testing"

	"pgregory.net/rapid"
)

// TestEdits: what the edits say leads from one text to the other, and equal texts
// have none.
func TestEdits(t *testing.T) {
	text := rapid.SliceOfN(rapid.SampledFrom([]rune("甲乙丙12")), 0, 60)
	rapid.Check(t, func(t *rapid.T) {
		want, got := text.Draw(t, "want"), text.Draw(t, "got")
		var made []rune
		at := 0
		for _, e := range edits(want, got) {
			if e.from < at || e.to < e.from || e.from == e.to && e.gotFrom == e.gotTo {
				t.Fatalf("edit %+v after %d", e, at)
			}
			made = append(append(made, want[at:e.from]...), got[e.gotFrom:e.gotTo]...)
			at = e.to
		}
		if made = append(made, want[at:]...); string(made) != string(got) {
			t.Fatalf("made %q", string(made))
		}
	})
}
