package subset

import (
	"fmt"
	"unicode/utf8"
)

// charMap finds glyphs by character, straight in the bytes of the cmap table.
type charMap struct {
	segments   []byte // format 4 subtable to the end of cmap, or nil
	segCount   int
	groups     []byte // the groups of a format 12 subtable, or nil
	groupCount int
}

const (
	cmapHeader   = 4
	cmapRecord   = 8
	format4Head  = 14 // up to the first end code
	format12Head = 16 // up to the first group
	groupSize    = 12
)

// readCharMap picks the Unicode subtables out of a cmap table: the first of
// format 4 for the basic plane, the first of format 12 for everything.
func readCharMap(cmap []byte) (charMap, error) {
	var m charMap
	if len(cmap) < cmapHeader {
		return m, fmt.Errorf("table cmap: %w", ErrCharacterMap)
	}
	count := int(u16(cmap, 2))
	if len(cmap) < cmapHeader+count*cmapRecord {
		return m, fmt.Errorf("table cmap: %d records cut off: %w", count, ErrFormat)
	}
	for i := range count {
		rec := cmap[cmapHeader+i*cmapRecord:]
		if !isUnicode(u16(rec, 0), u16(rec, 2)) {
			continue
		}
		at := uint64(u32(rec, 4))
		if at+2 > uint64(len(cmap)) {
			return m, fmt.Errorf("table cmap: subtable at byte %d of %d: %w", at, len(cmap), ErrFormat)
		}
		if err := m.take(cmap[at:]); err != nil {
			return m, err
		}
	}
	if m.segments == nil && m.groups == nil {
		return m, fmt.Errorf("table cmap: %w", ErrCharacterMap)
	}
	return m, nil
}

// isUnicode reports whether a platform and encoding pair means Unicode code
// points (variation sequences, 0/5, are not characters).
func isUnicode(platform, encoding uint16) bool {
	switch platform {
	case 0:
		return encoding != 5
	case 3:
		return encoding == 1 || encoding == 10
	}
	return false
}

// take remembers a subtable of a known format, if it is the first of its kind.
// The length field of format 4 is not trusted: widespread writers get it
// wrong, and lookups check every position anyway.
func (m *charMap) take(sub []byte) error {
	switch format := u16(sub, 0); {
	case format == 4 && m.segments == nil:
		if len(sub) < format4Head {
			return fmt.Errorf("table cmap: format 4 cut off: %w", ErrFormat)
		}
		n := int(u16(sub, 6)) / 2
		if n == 0 || len(sub) < format4Head+2+8*n {
			return fmt.Errorf("table cmap: format 4 with %d segments cut off: %w", n, ErrFormat)
		}
		m.segments, m.segCount = sub, n
	case format == 12 && m.groups == nil:
		if len(sub) < format12Head {
			return fmt.Errorf("table cmap: format 12 cut off: %w", ErrFormat)
		}
		n := uint64(u32(sub, 12))
		if uint64(len(sub)) < format12Head+groupSize*n {
			return fmt.Errorf("table cmap: format 12 with %d groups cut off: %w", n, ErrFormat)
		}
		m.groups, m.groupCount = sub[format12Head:], int(n)
	}
	return nil
}

// glyph finds the glyph of r, composed if need be; 0 means the font has none.
func (f *Font) glyph(r rune) uint16 {
	if g := f.own(r); g != 0 {
		return g
	}
	return f.composed(r)
}

// own finds the glyph of r among the font's own.
func (f *Font) own(r rune) uint16 {
	if r <= 0 || !utf8.ValidRune(r) || r == 0xFFFE || r == 0xFFFF {
		return 0
	}
	g := uint16(0)
	if r < 0x10000 && f.cmap.segments != nil {
		g = f.cmap.inSegments(int(r))
	}
	if g == 0 && f.cmap.groups != nil {
		g = f.cmap.inGroups(uint32(r))
	}
	if int(g) >= f.numGlyphs {
		return 0
	}
	return g
}

// inSegments looks a character of the basic plane up in the format 4 subtable.
func (m *charMap) inSegments(c int) uint16 {
	var (
		ends   = format4Head
		starts = ends + 2*m.segCount + 2
		deltas = starts + 2*m.segCount
		ranges = deltas + 2*m.segCount
	)
	low, high := 0, m.segCount
	for low < high {
		mid := (low + high) / 2
		if int(u16(m.segments, ends+2*mid)) < c {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == m.segCount {
		return 0
	}
	start := int(u16(m.segments, starts+2*low))
	if c < start {
		return 0
	}
	delta := u16(m.segments, deltas+2*low)
	offset := int(u16(m.segments, ranges+2*low))
	if offset == 0 {
		return uint16(c) + delta
	}
	at := ranges + 2*low + offset + 2*(c-start)
	if at+2 > len(m.segments) {
		return 0
	}
	if g := u16(m.segments, at); g != 0 {
		return g + delta
	}
	return 0
}

// inGroups looks a character up in the format 12 subtable.
func (m *charMap) inGroups(c uint32) uint16 {
	low, high := 0, m.groupCount
	for low < high {
		mid := (low + high) / 2
		if u32(m.groups, mid*groupSize+4) < c {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == m.groupCount {
		return 0
	}
	start := u32(m.groups, low*groupSize)
	if c < start {
		return 0
	}
	g := uint64(u32(m.groups, low*groupSize+8)) + uint64(c-start)
	if g > 0xFFFF {
		return 0
	}
	return uint16(g)
}
