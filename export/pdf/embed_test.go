package pdf

import (
	"strings"
	"testing"
)

// TestToUnicode: blocks of a hundred, pairs for what is beyond U+FFFF.
func TestToUnicode(t *testing.T) {
	var runes []rune
	for i := range 100 {
		runes = append(runes, rune(0x4E00+i))
	}
	got := string(toUnicode(append(runes, '𠮷')))
	for _, want := range []string{"100 beginbfchar\n<0001> <4E00>\n", "<0064> <4E63>\nendbfchar\n1 beginbfchar\n<0065> <D842DFB7>\nendbfchar\nendcmap"} {
		if !strings.Contains(got, want) {
			t.Errorf("the map lacks %q", want)
		}
	}
}

// TestWidths: only what is not as wide as a Han character is listed, by runs.
func TestWidths(t *testing.T) {
	faces, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	var c codes
	for _, r := range "一1丁21" {
		c.use(r)
	}
	c.number()
	e := embedded{codes: c, face: faces[fang]}
	if got := strings.Join(strings.Fields(e.widths()), " "); got != "1 [500 500 ]" {
		t.Errorf("widths %q", got)
	}
	if got := string(c.append(nil, "一1")); got != "\x00\x03\x00\x01" {
		t.Errorf("codes % x", got)
	}
}
