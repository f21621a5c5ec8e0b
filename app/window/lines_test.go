package window

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestBroken: nothing but blanks is lost, no line is too long, and lines with room
// stay as they are.
func TestBroken(t *testing.T) {
	letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.StringMatching(`[a-z]{1,30}|[汉字，。]{1,20}|  |\t|\n`)
		text := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "text"), "")
		columns := rapid.IntRange(16, 90).Draw(t, "columns")
		lines := broken(text, columns)
		if got := strings.Join(lines, ""); letters(got) != letters(text) {
			t.Errorf("%q became %q", text, lines)
		}
		for _, line := range lines {
			if fits(line, columns) < len(line) {
				t.Errorf("%q is longer than %d", line, columns)
			}
		}
	})
	if got := broken("  a b\n\nthe quick brown fox jumps", 16); strings.Join(got, "|") != "  a b||the quick brown|fox jumps" {
		t.Errorf("%q", got)
	}
}
