package subset

import "fmt"

// Font is a parsed TrueType font. It keeps views into the bytes given to
// Parse, no copies, and is safe for use by several goroutines at once.
type Font struct {
	glyf, loca, hmtx       []byte
	head, hhea, maxp       []byte
	os2, post              []byte // nil if the font has none
	hints                  []section
	cmap                   charMap
	numGlyphs, numHMetrics int
	longLoca               bool
}

// Box is a rectangle in font units, y upwards.
type Box struct {
	XMin, YMin, XMax, YMax int
}

// Sizes of the tables that are read by position, in bytes.
const (
	headSize = 54
	hheaSize = 36
	maxpSize = 32
	os2Size  = 78 // version 0 with the typographic metrics
	postSize = 32
)

// Parse reads the table directory and the headers of a TrueType font; glyphs
// are looked up later, when asked for. The font keeps ttf, which must not be
// changed afterwards.
func Parse(ttf []byte) (*Font, error) {
	tables, err := readDirectory(ttf)
	if err != nil {
		return nil, err
	}
	f := &Font{os2: tables["OS/2"], post: tables["post"]}
	for _, need := range []struct {
		tag string
		at  *[]byte
		min int
	}{
		{"head", &f.head, headSize},
		{"hhea", &f.hhea, hheaSize},
		{"maxp", &f.maxp, maxpSize},
		{"hmtx", &f.hmtx, 4},
		{"loca", &f.loca, 4},
		{"glyf", &f.glyf, 0},
	} {
		table, ok := tables[need.tag]
		if !ok {
			return nil, fmt.Errorf("table %s is missing: %w", need.tag, absence(need.tag))
		}
		if len(table) < need.min {
			return nil, fmt.Errorf("table %s has %d bytes, needs %d: %w", need.tag, len(table), need.min, ErrFormat)
		}
		*need.at = table
	}
	if f.cmap, err = readCharMap(tables["cmap"]); err != nil {
		return nil, err
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if table := tables[tag]; len(table) > 0 {
			f.hints = append(f.hints, section{tag, table})
		}
	}
	if err := f.readHeaders(); err != nil {
		return nil, err
	}
	return f, nil
}

// absence is the reason a missing table stands for.
func absence(tag string) error {
	if tag == "glyf" || tag == "loca" {
		return ErrOutlines
	}
	return ErrFormat
}

// readHeaders takes the counts out of the fixed-size tables and checks them
// against the sizes of the tables they describe.
func (f *Font) readHeaders() error {
	f.numGlyphs = int(u16(f.maxp, 4))
	f.numHMetrics = int(u16(f.hhea, 34))
	f.longLoca = u16(f.head, 50) != 0
	entry := 2
	if f.longLoca {
		entry = 4
	}
	em := f.UnitsPerEm()
	switch {
	case em < 16 || em > 16384:
		return fmt.Errorf("table head: %d units per em: %w", em, ErrFormat)
	case f.numGlyphs == 0:
		return fmt.Errorf("table maxp: no glyphs: %w", ErrFormat)
	case f.numHMetrics == 0 || f.numHMetrics > f.numGlyphs:
		return fmt.Errorf("table hhea: %d metrics for %d glyphs: %w", f.numHMetrics, f.numGlyphs, ErrFormat)
	case len(f.hmtx) < 2*f.numHMetrics+2*f.numGlyphs:
		return fmt.Errorf("table hmtx: %d bytes for %d glyphs: %w", len(f.hmtx), f.numGlyphs, ErrFormat)
	case len(f.loca) < entry*(f.numGlyphs+1):
		return fmt.Errorf("table loca: %d bytes for %d glyphs: %w", len(f.loca), f.numGlyphs, ErrFormat)
	}
	if len(f.os2) < os2Size {
		f.os2 = nil
	}
	if len(f.post) < postSize {
		f.post = nil
	}
	return nil
}

// Has reports whether the font shows r. It is false for anything that is not a
// Unicode scalar value, for U+0000 and for the noncharacters U+FFFE and
// U+FFFF.
func (f *Font) Has(r rune) bool { return f.glyph(r) != 0 }

// Advance is the width r takes in a line, in font units (see UnitsPerEm); ok
// is false, and the width that of the missing-glyph box, if the font lacks r.
func (f *Font) Advance(r rune) (width int, ok bool) {
	g := f.glyph(r)
	return int(f.advance(g)), g != 0
}

// Bounds is the box around the ink of r, in font units relative to the pen
// position on the baseline. Blank characters have the zero Box. ok is false if
// the font lacks r or its outline is damaged.
func (f *Font) Bounds(r rune) (box Box, ok bool) {
	g := f.glyph(r)
	if g == 0 {
		return Box{}, false
	}
	data, err := f.outline(g)
	if err != nil {
		return Box{}, false
	}
	if len(data) == 0 {
		return Box{}, true
	}
	return readBox(data[2:]), true
}

// UnitsPerEm is the number of font units in one em, 16 to 16384.
func (f *Font) UnitsPerEm() int { return int(u16(f.head, 18)) }

// Ascent is the height above the baseline from hhea, in font units.
func (f *Font) Ascent() int { return int(i16(f.hhea, 4)) }

// Descent is the depth below the baseline from hhea, in font units; negative
// as a rule.
func (f *Font) Descent() int { return int(i16(f.hhea, 6)) }

// BBox is the box that holds every glyph of the font, in font units.
func (f *Font) BBox() Box { return readBox(f.head[36:]) }

// Embeddable reports whether the licence bits (OS/2.fsType) let a subset of
// the outlines go into a document. A font without an OS/2 table sets no limit.
func (f *Font) Embeddable() bool {
	const (
		restricted = 0x0002
		lenient    = 0x000C // preview & print, or editable: the mildest bit counts
		noSubset   = 0x0100
		bitmapOnly = 0x0200
	)
	if f.os2 == nil {
		return true
	}
	bits := u16(f.os2, 8)
	if bits&(noSubset|bitmapOnly) != 0 {
		return false
	}
	return bits&restricted == 0 || bits&lenient != 0
}

// readBox reads four signed 16-bit numbers: xMin, yMin, xMax, yMax.
func readBox(b []byte) Box {
	return Box{
		XMin: int(i16(b, 0)), YMin: int(i16(b, 2)),
		XMax: int(i16(b, 4)), YMax: int(i16(b, 6)),
	}
}
