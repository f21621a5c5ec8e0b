package subset

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is written must be read back: every code to its glyph, every other
// code to none.
func TestCharMapRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		glyphs := rapid.MapOfN(rapid.Uint16Range(1, 0xFFFD), rapid.Uint16Range(1, 0xFFFE), 0, 300).Draw(t, "glyphs")
		base := rapid.Uint16Range(0x20, 0x8000).Draw(t, "base")
		for i := range rapid.Uint16Range(0, 200).Draw(t, "run") { // a dense stretch among them
			glyphs[base+i] = i/3 + 1
		}
		var entries []mapping
		for code := 1; code < 0xFFFE; code++ {
			if g, ok := glyphs[uint16(code)]; ok {
				entries = append(entries, mapping{uint16(code), g})
			}
		}
		table, err := writeCharMap(entries)
		if err != nil {
			t.Fatal(err)
		}
		m, err := readCharMap(table)
		if err != nil {
			t.Fatal(err)
		}
		for code := range 0xFFFF {
			if got := m.inSegments(code); got != glyphs[uint16(code)] {
				t.Fatalf("code %#04x: glyph %d, want %d", code, got, glyphs[uint16(code)])
			}
		}
	})
}

func TestCharMapTooLarge(t *testing.T) {
	var entries []mapping
	for code := 1; code < 0xFFF0; code += maxGap + 2 { // isolated codes
		entries = append(entries, mapping{uint16(code), 1})
	}
	if _, err := writeCharMap(entries); !errors.Is(err, ErrTooMany) {
		t.Errorf("%d isolated codes: %v, want %v", len(entries), err, ErrTooMany)
	}
}
