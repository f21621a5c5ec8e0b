package subset

import (
	"encoding/binary"
	"fmt"
)

// mapping is one line of the character map to write.
type mapping struct {
	code, glyph uint16
}

// segment is a stretch of mappings that shares one format 4 segment.
type segment struct {
	entries []mapping
	delta   bool // codes and glyphs both run without a gap: no array needed
}

// maxGap is how many unmapped codes may lie inside a segment. A hole costs two
// bytes in the glyph array, a further segment eight.
const maxGap = 4

// splitSegments cuts ascending mappings into segments.
func splitSegments(entries []mapping) []segment {
	var out []segment
	for from := 0; from < len(entries); {
		to, runs := from+1, true
		for to < len(entries) && int(entries[to].code)-int(entries[to-1].code) <= maxGap+1 {
			follows := entries[to].code == entries[to-1].code+1 && entries[to].glyph == entries[to-1].glyph+1
			runs = runs && follows
			to++
		}
		out = append(out, segment{entries: entries[from:to], delta: runs})
		from = to
	}
	return out
}

// writeCharMap makes a cmap table with one format 4 subtable (Windows,
// Unicode basic plane) out of ascending mappings.
func writeCharMap(entries []mapping) ([]byte, error) {
	segments := splitSegments(entries)
	count := len(segments) + 1 // and the closing one at U+FFFF
	var ends, starts, deltas, ranges, glyphs []byte
	for i, s := range segments {
		first, last := s.entries[0], s.entries[len(s.entries)-1]
		ends, starts = put16(ends, int(last.code)), put16(starts, int(first.code))
		if s.delta {
			deltas, ranges = put16(deltas, int(first.glyph)-int(first.code)), put16(ranges, 0)
			continue
		}
		deltas = put16(deltas, 0)
		ranges = put16(ranges, 2*(count-i)+len(glyphs))
		glyphs = putGlyphs(glyphs, s.entries)
	}
	ends, starts = put16(ends, 0xFFFF), put16(starts, 0xFFFF)
	deltas, ranges = put16(deltas, 1), put16(ranges, 0)

	length := format4Head + 2 + 8*count + len(glyphs)
	if length > 0xFFFF {
		return nil, fmt.Errorf("character map of %d bytes: %w", length, ErrTooMany)
	}
	search, log := searchRange(count)
	out := make([]byte, 0, cmapHeader+cmapRecord+length)
	for _, n := range []int{0, 1, 3, 1, 0, cmapHeader + cmapRecord, // header and record
		4, length, 0, 2 * count, 2 * search, log, 2 * (count - search)} {
		out = put16(out, n)
	}
	out = put16(append(out, ends...), 0) // reservedPad
	for _, part := range [][]byte{starts, deltas, ranges, glyphs} {
		out = append(out, part...)
	}
	return out, nil
}

// putGlyphs appends the glyph array of a segment, with 0 in its holes.
func putGlyphs(out []byte, entries []mapping) []byte {
	next := entries[0].code
	for _, e := range entries {
		for ; next < e.code; next++ {
			out = put16(out, 0)
		}
		out = put16(out, int(e.glyph))
		next = e.code + 1
	}
	return out
}

// put16 appends the low 16 bits of n, big-endian.
func put16(b []byte, n int) []byte { return binary.BigEndian.AppendUint16(b, uint16(n)) }

// searchRange gives the largest power of two up to n, and its exponent.
func searchRange(n int) (power, exponent int) {
	for power = 1; power*2 <= n; power *= 2 {
		exponent++
	}
	return power, exponent
}
