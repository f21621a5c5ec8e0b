package pdf

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"h200filing/assets/fonts"
	"h200filing/export/document"
	"h200filing/export/pdftext"
	"h200filing/forms"
)

// allPlanes makes a string of characters of all planes, assigned or not, thick with
// Chinese.
func allPlanes(rng *rand.Rand) string {
	var b strings.Builder
	for range 1 + rng.IntN(12) {
		var r rune
		switch rng.IntN(4) {
		case 0:
			r = rune(0x4E00 + rng.IntN(0x5200))
		case 1:
			r = rune(0x20000 + rng.IntN(0x13000))
		case 2:
			r = rune(0x21 + rng.IntN(0x3000))
		default:
			r = rune(rng.IntN(0x110000))
		}
		if wanted(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wanted leaves out what is not a character with a shape, and what readers change
// when they hand text out: combining marks, scripts from right to left, hyphens at
// the end of a line, compatibility forms, private use.
func wanted(r rune) bool {
	switch {
	case r == '-', r == 0xAD, r == '\u2010', r >= 0x0590 && r < 0x0900, r >= 0xFB00 && r < 0xFE00, r >= 0xFE70 && r < 0xFF00, r >= 0x10800 && r < 0x11000, r >= 0x1E800 && r < 0x1F000:
		return false
	case r >= 0x2E80 && r < 0x2FE0, r >= 0xE000 && r < 0xFB00, r >= 0x2F800 && r < 0x2FA20, r >= 0xE0000, r >= 0xD800 && r < 0xE000:
		return false
	}
	return !shapeless(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.M, r) && clean(string(r)) == string(r)
}

// TestStringsOfAllPlanes: what two readers find in the file are the strings that
// went in.
func TestStringsOfAllPlanes(t *testing.T) {
	const strings1000 = 1000
	rng := rand.New(rand.NewPCG(20261124, 7))
	want := map[rune]int{}
	doc := oneBlock()
	for range strings1000 {
		text := allPlanes(rng)
		for _, r := range text {
			want[r]++
		}
		doc.Parts[0].Blocks = append(doc.Parts[0].Blocks, document.Paragraph{Text: text, Small: true})
	}
	file := mustRender(t, doc)
	for name, got := range map[string]string{
		"poppler": tool(t, "pdftotext", "-raw", save(t, file), "-"),
		"pdfium":  pdfiumText(t, file),
	} {
		found, lost := count(got), 0
		for r, n := range want {
			if found[r] < n {
				if lost++; lost <= 10 {
					t.Errorf("%s finds %U %d times of %d", name, r, found[r], n)
				}
			}
		}
	}
}

// pdfiumText is what PDFium finds in a file.
func pdfiumText(t *testing.T, content []byte) string {
	t.Helper()
	file, err := pdftext.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, page := range file.Pages {
		b.WriteString(page.Text)
	}
	return b.String()
}

// TestDroppedIsReported: what does not reach a page is white space or among what
// check reports, for every character there is.
func TestDroppedIsReported(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || !shapeless(r) || unicode.IsSpace(r) {
			continue
		}
		if clean("一"+string(r)+"二") != "一二" || !slices.Equal(forms.Unseen("一"+string(r)+"二"), []rune{r}) {
			t.Errorf("U+%04X is dropped and not reported", r)
		}
	}
	if got := clean("一\xff二"); got != "一\uFFFD二" || len(forms.Unseen(got)) != 0 || !slices.Equal(fonts.Missing(got), []rune{0xFFFD}) {
		t.Errorf("bytes that are no text become %q, of which a page would not show %q", got, fonts.Missing(got))
	}
}
