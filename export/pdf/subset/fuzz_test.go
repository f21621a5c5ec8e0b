package subset

import (
	"errors"
	"testing"
)

// No bytes may make the package panic, and whatever it writes it must be able
// to read.
func FuzzParse(f *testing.F) {
	wide := nested()
	wide.format12, wide.longLoca = true, true
	wide.runes[0x20BB7] = 2
	for _, seed := range []tiny{nested(), wide, {glyphs: [][]byte{nil, composite(1)}, runes: map[rune]uint16{'A': 1}}} {
		f.Add(seed.bytes())
	}
	f.Add([]byte("ttcf"))
	f.Add([]byte("OTTO\x00\x01"))
	f.Fuzz(func(t *testing.T, ttf []byte) {
		font, err := Parse(ttf)
		if err != nil {
			known := false
			for _, reason := range []error{ErrFormat, ErrCollection, ErrOutlines, ErrCharacterMap} {
				known = known || errors.Is(err, reason)
			}
			if !known {
				t.Fatalf("unnamed error: %v", err)
			}
			return
		}
		var have []rune
		for _, r := range []rune{' ', 'A', 'B', 'C', 'D', 0xE000, 0x20BB7} {
			font.Advance(r)
			font.Bounds(r)
			if font.Has(r) {
				have = append(have, r)
			}
		}
		font.BBox()
		s, err := font.Subset(have)
		if err != nil {
			return
		}
		small, err := Parse(s.Bytes)
		if err != nil {
			t.Fatalf("subset does not parse: %v", err)
		}
		for _, code := range s.Codes() {
			if !small.Has(code) {
				t.Fatalf("subset lacks its code U+%04X", code)
			}
		}
	})
}
