package typeset_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"h200filing/export/typeset"
)

// TestEnds: the lines end where Break ends them.
func TestEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := spec(float64(rapid.IntRange(1, 30).Draw(t, "width")))
		s.Align = typeset.Align(rapid.IntRange(0, 3).Draw(t, "align"))
		s.Gap = rapid.Float64Range(0, em/4).Draw(t, "gap")
		s.First = rapid.Float64Range(0, 2*s.Em).Draw(t, "first")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("一二，。（）“”——……12.5%GB kW/\n")), 0, 80, -1).Draw(t, "text")
		runs := []typeset.Run{{Text: text}}
		var want []int
		sum := 0
		for _, line := range typeset.Break(runs, s) {
			sum += utf8.RuneCountInString(line.Text)
			want = append(want, sum)
		}
		got := typeset.Ends(runs, s)
		if len(got) != len(want) {
			t.Fatalf("%d ends, Break has %d lines", len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("line %d ends at %d, with Break at %d", i, got[i], want[i])
			}
		}
	})
}
