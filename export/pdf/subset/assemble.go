package subset

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

const (
	checksumMagic = 0xB1B0AFBA // head.checkSumAdjustment makes the file sum to this
	shortLocaMax  = 2 * 0xFFFF // the end a 16-bit loca can express
	postFormat3   = 0x00030000 // no glyph names
	familyName    = "Subset"
)

// assemble writes the font file with the collected glyphs and mappings.
func (f *Font) assemble(glyphs *closure, entries []mapping) ([]byte, error) {
	cmap, err := writeCharMap(entries)
	if err != nil {
		return nil, err
	}
	offsets, err := f.glyphOffsets(glyphs)
	if err != nil {
		return nil, err
	}
	loca, long := writeLoca(offsets)
	count := uint16(len(glyphs.order))
	sections := append([]section{
		{"cmap", cmap},
		{"head", patched(f.head[:headSize], map[int]uint16{8: 0, 10: 0, 50: long})},
		{"hhea", patched(f.hhea[:hheaSize], map[int]uint16{34: count})},
		{"hmtx", f.copyMetrics(glyphs.order)},
		{"loca", loca},
		{"maxp", f.limits(glyphs, count)},
		{"name", writeNames()},
		{"post", f.writePost()},
	}, f.hints...)
	if f.os2 != nil {
		first, last := codeRange(entries)
		sections = append(sections, section{"OS/2", patched(f.os2, map[int]uint16{64: first, 66: last})})
	}
	return writeFile(sections, bulk{"glyf", offsets[len(offsets)-1], func(out []byte) ([]byte, error) {
		return f.appendGlyphs(out, glyphs)
	}})
}

// glyphOffsets tells where each glyph will start in the glyf table and where the last
// one will end.
func (f *Font) glyphOffsets(glyphs *closure) ([]int, error) {
	offsets := make([]int, 1, len(glyphs.order)+1)
	for i, g := range glyphs.order {
		data, err := f.outline(g)
		if err != nil {
			return nil, err
		}
		offsets = append(offsets, offsets[i]+padded(len(data)))
	}
	return offsets, nil
}

// appendGlyphs copies the outlines, with the component numbers of composites
// changed to the new ones.
func (f *Font) appendGlyphs(out []byte, glyphs *closure) ([]byte, error) {
	for _, g := range glyphs.order {
		data, err := f.outline(g)
		if err != nil {
			return nil, err
		}
		start := len(out)
		out = append(out, data...)
		own := out[start:]
		err = components(own, func(at int, part uint16) error {
			binary.BigEndian.PutUint16(own[at:], glyphs.index[part])
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", g, err)
		}
		out = pad(out)
	}
	return out, nil
}

// copyMetrics writes an hmtx table with a full entry for every glyph.
func (f *Font) copyMetrics(order []uint16) []byte {
	out := make([]byte, 0, 4*len(order))
	for _, g := range order {
		out = put16(put16(out, int(f.advance(g))), int(f.bearing(g)))
	}
	return out
}

// writeLoca writes the offsets in the narrower form that holds them; long is
// the value of head.indexToLocFormat.
func writeLoca(offsets []int) (loca []byte, long uint16) {
	if offsets[len(offsets)-1] <= shortLocaMax {
		loca = make([]byte, 0, 2*len(offsets))
		for _, at := range offsets {
			loca = put16(loca, at/2)
		}
		return loca, 0
	}
	loca = make([]byte, 0, 4*len(offsets))
	for _, at := range offsets {
		loca = binary.BigEndian.AppendUint32(loca, uint32(at))
	}
	return loca, 1
}

// writePost writes a post table without glyph names; slant and underline are
// the font's own.
func (f *Font) writePost() []byte {
	out := make([]byte, postSize)
	if f.post != nil {
		copy(out, f.post[:16])
	}
	binary.BigEndian.PutUint32(out, postFormat3)
	return out
}

// writeNames writes the least a name table may hold. The subset has a neutral
// name: font licences often reserve the original one.
func writeNames() []byte {
	names := []struct {
		id   int
		text string
	}{{1, familyName}, {2, "Regular"}, {4, familyName}, {6, familyName}}
	out := put16(put16(put16(nil, 0), len(names)), 6+12*len(names))
	var text []byte
	for _, n := range names {
		start := len(text)
		for _, u := range utf16.Encode([]rune(n.text)) {
			text = put16(text, int(u))
		}
		for _, v := range []int{3, 1, 0x0409, n.id, len(text) - start, start} {
			out = put16(out, v)
		}
	}
	return append(out, text...)
}

// codeRange gives the lowest and highest code of ascending mappings.
func codeRange(entries []mapping) (first, last uint16) {
	if len(entries) == 0 {
		return 0, 0
	}
	return entries[0].code, entries[len(entries)-1].code
}

// patched is a copy of a table with some 16-bit fields replaced, by position.
func patched(table []byte, fields map[int]uint16) []byte {
	out := slices.Clone(table)
	for at, value := range fields {
		binary.BigEndian.PutUint16(out[at:], value)
	}
	return out
}

// limits is the table of what a reader must make room for. Composed signs are a
// level of composites of a few parts each.
func (f *Font) limits(glyphs *closure, count uint16) []byte {
	const (
		points, contours, compositePoints, compositeContours = 6, 8, 10, 12
		elements, depth                                      = 28, 30
		mostParts                                            = 2
	)
	values := map[int]uint16{4: count}
	for _, g := range glyphs.order {
		if f.composition(g) == nil {
			continue
		}
		values[compositePoints] = max(u16(f.maxp, compositePoints), mostParts*u16(f.maxp, points))
		values[compositeContours] = max(u16(f.maxp, compositeContours), mostParts*u16(f.maxp, contours))
		values[elements] = max(u16(f.maxp, elements), mostParts)
		values[depth] = max(u16(f.maxp, depth), 1) + 1
		break
	}
	return patched(f.maxp[:maxpSize], values)
}
