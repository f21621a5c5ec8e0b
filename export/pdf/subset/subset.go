package subset

import (
	"fmt"
	"slices"
)

// The private use area of the basic plane, where supplementary characters get
// their stand-in codes.
const (
	privateFirst = 0xE000
	privateLast  = 0xF8FF
)

// Subset is a small TrueType font made for one document.
type Subset struct {
	// Bytes is the font file. Give it to one document writer only: some write
	// padding into the slice they are handed.
	Bytes []byte
	// ToUnicode holds the real character of every stand-in code, and nothing
	// else: a code that is not in it stands for itself.
	ToUnicode map[rune]rune

	codes  []rune
	glyphs []uint16      // by place in codes
	stands map[rune]rune // real character to stand-in code
}

// Nothing, as the character that stands for those a font lacks, allows none.
const Nothing rune = 0

// Code is the code under which the subset shows r: r itself up to U+FFFF, a
// private use code above. It is -1 for a supplementary character that was not
// asked for.
func (s *Subset) Code(r rune) rune {
	if r < 0x10000 {
		return r
	}
	if code, ok := s.stands[r]; ok {
		return code
	}
	return -1
}

// Glyph is the number of the glyph that shows r; 0 if it was not asked for.
func (s *Subset) Glyph(r rune) uint16 {
	if i, ok := slices.BinarySearch(s.codes, s.Code(r)); ok {
		return s.glyphs[i]
	}
	return 0
}

// Subset makes a font that shows the given characters, in any order and
// repeated at will, and nothing else. Equal sets give equal bytes. Advances,
// outlines and line metrics are those of the font. It fails with a
// *MissingError if the font lacks any of them.
func (f *Font) Subset(runes []rune) (*Subset, error) { return f.SubsetWith(runes, Nothing) }

// SubsetWith is like Subset, but shows the shape of box for characters that the
// font lacks. In the text they stay what they are.
func (f *Font) SubsetWith(runes []rune, box rune) (*Subset, error) {
	if !f.Embeddable() {
		return nil, ErrLicence
	}
	wanted := slices.Clone(runes)
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	instead := f.glyph(box)
	if missing := f.missing(wanted); len(missing) > 0 && instead == 0 {
		return nil, &MissingError{Runes: missing}
	}
	s, err := assignCodes(wanted)
	if err != nil {
		return nil, err
	}
	glyphs := &closure{font: f, index: make(map[uint16]uint16, len(wanted)+1)}
	glyphs.add(0)
	entries := make([]mapping, len(s.codes))
	for i, code := range s.codes {
		r, moved := s.ToUnicode[code]
		if !moved {
			r = code
		}
		g := f.glyph(r)
		if g == 0 {
			g = instead
		}
		entries[i] = mapping{code: uint16(code), glyph: glyphs.add(g)}
		s.glyphs = append(s.glyphs, entries[i].glyph)
	}
	if err := glyphs.addComponents(); err != nil {
		return nil, fmt.Errorf("collecting glyphs: %w", err)
	}
	if s.Bytes, err = f.assemble(glyphs, entries); err != nil {
		return nil, err
	}
	return s, nil
}

// missing picks out the characters the font does not have.
func (f *Font) missing(runes []rune) []rune {
	var out []rune
	for _, r := range runes {
		if !f.Has(r) {
			out = append(out, r)
		}
	}
	return out
}

// assignCodes gives every character of an ascending list without repeats its
// code. Stand-ins are dealt in ascending order and pass over private use codes
// that the list itself asks for.
func assignCodes(runes []rune) (*Subset, error) {
	split, _ := slices.BinarySearch(runes, 0x10000)
	basic, beyond := runes[:split], runes[split:]
	s := &Subset{
		codes:     make([]rune, 0, len(runes)),
		ToUnicode: make(map[rune]rune, len(beyond)),
		stands:    make(map[rune]rune, len(beyond)),
	}
	s.codes = append(s.codes, basic...)
	next := rune(privateFirst)
	for _, r := range beyond {
		for taken := true; taken; {
			if _, taken = slices.BinarySearch(basic, next); taken {
				next++
			}
		}
		if next > privateLast {
			return nil, fmt.Errorf("%d supplementary characters: %w", len(beyond), ErrTooMany)
		}
		s.codes = append(s.codes, next)
		s.ToUnicode[next], s.stands[r] = r, next
		next++
	}
	slices.Sort(s.codes)
	return s, nil
}
