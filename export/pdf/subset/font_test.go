package subset

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustParse(t testing.TB, ttf []byte) *Font {
	t.Helper()
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestParseRefuses(t *testing.T) {
	whole := nested().bytes()
	without := func(tag string) []byte {
		f := nested()
		f.without = tag
		return f.bytes()
	}
	changed := func(tag string, fields map[int]uint16) []byte {
		out := bytes.Clone(whole)
		at := bytes.Index(out, []byte(tag))
		start := int(u32(out, at+8))
		copy(out[start:], patched(out[start:start+int(u32(out, at+12))], fields))
		return out
	}
	for _, test := range []struct {
		name string
		ttf  []byte
		want error
	}{
		{"empty", nil, ErrFormat},
		{"text", []byte("not a font at all"), ErrFormat},
		{"collection", append([]byte("ttcf"), whole[4:]...), ErrCollection},
		{"CFF", append([]byte("OTTO"), whole[4:]...), ErrOutlines},
		{"Type 1", append([]byte("typ1"), whole[4:]...), ErrOutlines},
		{"no head", without("head"), ErrFormat},
		{"no glyf", without("glyf"), ErrOutlines},
		{"no loca", without("loca"), ErrOutlines},
		{"no cmap", without("cmap"), ErrCharacterMap},
		{"no hmtx", without("hmtx"), ErrFormat},
		{"no maxp", without("maxp"), ErrFormat},
		{"directory cut off", whole[:40], ErrFormat},
		{"zero units per em", changed("head", map[int]uint16{18: 0}), ErrFormat},
		{"no glyphs", changed("maxp", map[int]uint16{4: 0}), ErrFormat},
		{"too many glyphs", changed("maxp", map[int]uint16{4: 900}), ErrFormat},
		{"no metrics", changed("hhea", map[int]uint16{34: 0}), ErrFormat},
		{"too many metrics", changed("hhea", map[int]uint16{34: 99}), ErrFormat},
		{"symbol map only", changed("cmap", map[int]uint16{6: 0}), ErrCharacterMap},
		{"map beyond the table", changed("cmap", map[int]uint16{8: 1}), ErrFormat},
		{"map with too many segments", changed("cmap", map[int]uint16{12 + 6: 0x7000}), ErrFormat},
		{"long offsets promised", changed("head", map[int]uint16{50: 1}), ErrFormat},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Parse(test.ttf); !errors.Is(err, test.want) {
				t.Errorf("Parse = %v, want %v", err, test.want)
			}
		})
	}
}

func TestEveryTruncationIsRefused(t *testing.T) {
	whole := nested().bytes()
	for n := range len(whole) - 4 {
		if _, err := Parse(whole[:n]); err == nil {
			t.Fatalf("Parse takes the first %d of %d bytes", n, len(whole))
		}
	}
}

func TestMetrics(t *testing.T) {
	for _, long := range []bool{false, true} {
		for _, format12 := range []bool{false, true} {
			tinyFont := nested()
			tinyFont.longLoca, tinyFont.format12 = long, format12
			f := mustParse(t, tinyFont.bytes())
			if got := [...]int{f.UnitsPerEm(), f.Ascent(), f.Descent()}; got != [...]int{1000, 880, -120} {
				t.Errorf("units, ascent, descent = %v", got)
			}
			if diff := cmp.Diff(Box{0, 0, 100, 100}, f.BBox()); diff != "" {
				t.Error(diff)
			}
			for r, width := range map[rune]int{'A': 200, 'D': 300, ' ': 600} {
				if got, ok := f.Advance(r); !ok || got != width {
					t.Errorf("Advance(%q) = %d, %t, want %d", r, got, ok, width)
				}
			}
			if got, ok := f.Bounds('A'); !ok || got != (Box{0, 0, 60, 60}) {
				t.Errorf("Bounds(A) = %v, %t", got, ok)
			}
			if got, ok := f.Bounds(' '); !ok || got != (Box{}) {
				t.Errorf("Bounds(space) = %v, %t", got, ok)
			}
		}
	}
}

func TestUnknownCharacters(t *testing.T) {
	f := mustParse(t, nested().bytes())
	for _, r := range []rune{-1, 0, 'Z', '中', 0xD800, 0xFFFE, 0xFFFF, 0x20BB7, 0x110000} {
		if f.Has(r) {
			t.Errorf("Has(%#x) = true", r)
		}
		if width, ok := f.Advance(r); ok || width != 100 {
			t.Errorf("Advance(%#x) = %d, %t, want the width of the missing glyph", r, width, ok)
		}
		if _, ok := f.Bounds(r); ok {
			t.Errorf("Bounds(%#x) is known", r)
		}
	}
}

func TestEmbeddable(t *testing.T) {
	for _, test := range []struct {
		fsType uint16
		want   bool
	}{
		{0x0000, true}, {0x0004, true}, {0x0008, true}, {0x0002, false},
		{0x0006, true}, {0x0100, false}, {0x0108, false}, {0x0200, false},
	} {
		tinyFont := nested()
		tinyFont.fsType = test.fsType
		f := mustParse(t, tinyFont.bytes())
		if got := f.Embeddable(); got != test.want {
			t.Errorf("fsType %#04x: Embeddable = %t, want %t", test.fsType, got, test.want)
		}
		if _, err := f.Subset([]rune("A")); errors.Is(err, ErrLicence) == test.want {
			t.Errorf("fsType %#04x: Subset = %v", test.fsType, err)
		}
	}
	plain := nested()
	plain.noOS2 = true
	if f := mustParse(t, plain.bytes()); !f.Embeddable() {
		t.Error("a font without an OS/2 table is not embeddable")
	}
}
