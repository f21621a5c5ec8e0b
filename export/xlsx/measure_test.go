package xlsx

import (
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

// TestSplitText holds the parts of any text to what a cell takes, and joined to
// the text.
func TestSplitText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("汉字，。\nab 😀é")), 0, 60, -1).Draw(t, "text")
		text = strings.Repeat(text, rapid.IntRange(1, 3000).Draw(t, "times"))
		width := rapid.Float64Range(3, 90).Draw(t, "width")
		limit := rapid.IntRange(0, 4).Draw(t, "limit")
		parts := splitText(text, width, limit)
		if strings.Join(parts, "") != text {
			t.Fatal("joined, the parts are another text")
		}
		for _, p := range parts {
			if n := len(utf16.Encode([]rune(p))); n > cellUnits {
				t.Fatalf("a part has %d units", n)
			}
			if limit == 0 && lines(strings.TrimSuffix(p, "\n"), width) > maxLines {
				t.Fatalf("a part has %d lines at %v", lines(p, width), width)
			}
		}
		if least := (len(utf16.Encode([]rune(text))) + cellUnits - 1) / cellUnits; limit > 0 && len(parts) > max(limit, 2*least) {
			t.Fatalf("%d parts where %d were asked for", len(parts), limit)
		}
	})
}

// TestSplitTextAtSentences breaks after a sentence where there is one.
func TestSplitTextAtSentences(t *testing.T) {
	for _, part := range splitText(strings.Repeat("这是一个句子，用来检验分段。", 400), 40, 0) {
		if !strings.HasSuffix(part, "。") {
			t.Errorf("a part ends with %q", part[len(part)-12:])
		}
	}
}

func TestSheetName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &builder{taken: map[string]bool{}}
		seen := map[string]bool{}
		for range 12 {
			wanted := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "History", "7 国产供应商调研", strings.Repeat("长", 60), "a/b", "A/B", "'x'"})).Draw(t, "name")
			got := b.sheetName(wanted)
			if n := len(utf16.Encode([]rune(got))); n == 0 || n > sheetNameUnits || strings.ContainsAny(got, `:\/?*[]'`) || strings.EqualFold(got, "History") {
				t.Fatalf("%q became %q", wanted, got)
			}
			if seen[strings.ToLower(got)] {
				t.Fatalf("%q is there twice", got)
			}
			seen[strings.ToLower(got)] = true
		}
	})
}

func TestRowsGrowWithTheirText(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "一": 1, strings.Repeat("一", 18): 1, strings.Repeat("一", 19): 2, "一\n二": 2, "一\n": 2, strings.Repeat("a", 38): 2,
	} {
		if got := lines(text, 40); got != want {
			t.Errorf("%q takes %d lines, want %d", text, got, want)
		}
	}
}
