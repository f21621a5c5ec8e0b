package subset

import (
	"encoding/binary"
	"fmt"
)

// section is one table of a font file with its four-letter tag.
type section struct {
	tag  string
	data []byte
}

// The first four bytes of the kinds of font file.
const (
	magicTrueType   = 0x00010000
	magicApple      = 0x74727565 // "true"
	magicCFF        = 0x4F54544F // "OTTO"
	magicType1      = 0x74797031 // "typ1"
	magicCollection = 0x74746366 // "ttcf"
)

const (
	offsetTableSize = 12
	recordSize      = 16
)

// readDirectory finds the tables of a single-face TrueType font, by tag. Every
// slice lies within ttf and is capped at its own end.
func readDirectory(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < offsetTableSize {
		return nil, fmt.Errorf("file has %d bytes: %w", len(ttf), ErrFormat)
	}
	switch magic := u32(ttf, 0); magic {
	case magicTrueType, magicApple:
	case magicCollection:
		return nil, ErrCollection
	case magicCFF, magicType1:
		return nil, ErrOutlines
	default:
		return nil, fmt.Errorf("file starts with %08X: %w", magic, ErrFormat)
	}
	count := int(u16(ttf, 4))
	if len(ttf) < offsetTableSize+count*recordSize {
		return nil, fmt.Errorf("table directory of %d entries is cut off: %w", count, ErrFormat)
	}
	tables := make(map[string][]byte, count)
	for i := range count {
		rec := ttf[offsetTableSize+i*recordSize:]
		tag, start, size := string(rec[:4]), uint64(u32(rec, 8)), uint64(u32(rec, 12))
		end := start + size
		if end > uint64(len(ttf)) {
			return nil, fmt.Errorf("table %q ends at byte %d of %d: %w", tag, end, len(ttf), ErrFormat)
		}
		tables[tag] = ttf[start:end:end]
	}
	return tables, nil
}

// u16, i16 and u32 read big-endian numbers; the caller has checked the bounds.
func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func i16(b []byte, at int) int16  { return int16(u16(b, at)) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
