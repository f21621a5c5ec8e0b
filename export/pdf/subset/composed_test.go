package subset

import (
	"testing"

	"h200filing/assets/fonts"
)

// TestComposedSigns: the face that stands in for the others shows every sign, and
// a subset shows it as a composite of its parts.
func TestComposedSigns(t *testing.T) {
	f := printFaces(t)[fonts.Fallback]
	var signs []rune
	for _, c := range compositions {
		if !f.Has(c.sign) {
			t.Errorf("%c is not shown", c.sign)
			continue
		}
		signs = append(signs, c.sign)
		if width, _ := f.Advance(c.sign); width <= 0 {
			t.Errorf("%c is %d wide", c.sign, width)
		}
	}
	s, err := f.Subset(signs)
	if err != nil {
		t.Fatal(err)
	}
	cut := mustParse(t, s.Bytes)
	for _, r := range signs {
		want, _ := f.Bounds(r)
		got, ok := cut.Bounds(r)
		if !ok || got != want || got.XMax <= got.XMin {
			t.Errorf("%c takes %v in the subset, %v in the font", r, got, want)
		}
	}
	box, _ := f.Bounds('☐')
	for _, r := range "☑☒" {
		if got, _ := f.Bounds(r); got != box {
			t.Errorf("%c takes %v, its box %v: the mark leaves it", r, got, box)
		}
	}
}

// TestOwnGlyphsComeFirst: what a font has is not composed.
func TestOwnGlyphsComeFirst(t *testing.T) {
	f := printFaces(t)[fonts.Kai]
	if g := f.glyph('²'); g == 0 || f.composition(g) != nil {
		t.Error("² is composed though the face has it")
	}
	if g := f.glyph('☑'); f.composition(g) == nil {
		t.Error("☑ is not composed")
	}
}

// TestLackingCharactersAreBoxes: they have the shape of □ and their own code.
func TestLackingCharactersAreBoxes(t *testing.T) {
	f := printFaces(t)[fonts.Fallback]
	const emoji, private, latin = '\U0001F600', '\uE000', 'A'
	if f.Has(emoji) || f.Has(private) {
		t.Fatal("the face is no example any more")
	}
	s, err := f.SubsetWith([]rune{emoji, private, latin}, '□')
	if err != nil {
		t.Fatal(err)
	}
	if got := s.ToUnicode[s.Code(emoji)]; got != emoji {
		t.Errorf("the emoji is read as %U", got)
	}
	cut := mustParse(t, s.Bytes)
	want, _ := f.Bounds('□')
	for _, code := range []rune{s.Code(emoji), private} {
		if got, ok := cut.Bounds(code); !ok || got != want {
			t.Errorf("%U takes %v, a box %v", code, got, want)
		}
	}
	if _, err := f.SubsetWith([]rune{emoji}, private); err == nil {
		t.Error("a box that the font lacks stands for what it lacks")
	}
}
