package question

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"h200filing/app/window/look"
)

// dress gives the test the program's theme.
func dress(t *testing.T) {
	t.Helper()
	test.NewTempApp(t)
	th, err := look.New(look.Light, 100)
	if err != nil {
		t.Fatal(err)
	}
	test.ApplyTheme(t, th)
}

// TestParagraphLines: no line begins with a closing mark, is wider than there is
// room, or loses a character.
func TestParagraphLines(t *testing.T) {
	dress(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("申请单位采购加速器，。；：（）“”、H200 12,345.67%ab")), 0, 120, -1).Draw(t, "text")
		width := rapid.Float32Range(120, 700).Draw(t, "width")
		p := Body(text)
		p.Resize(fyne.NewSize(width, 40))
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(p.Text) != squeeze(text) {
			t.Fatalf("shown %q", p.Text)
		}
		lines := strings.Split(p.Text, "\n")
		for i, line := range lines {
			if w := fyne.MeasureText(line, theme.TextSize(), fyne.TextStyle{}).Width; w > width-2*theme.InnerPadding()+0.5 {
				t.Errorf("line %q is %g wide, there is room for %g", line, w, width-2*theme.InnerPadding())
			}
			if i > 0 && strings.ContainsAny(firstRune(line), "，。；、") && len(lines[i-1]) > 0 && !allMarks(text) {
				t.Errorf("line %d of %q begins with %q", i, p.Text, firstRune(line))
			}
		}
	})
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// allMarks reports whether marks follow each other so closely that no line could
// begin with anything else.
func allMarks(text string) bool {
	run := 0
	for _, r := range text {
		if strings.ContainsRune("，。；：（）“”、", r) {
			if run++; run > 3 {
				return true
			}
		} else {
			run = 0
		}
	}
	return false
}
