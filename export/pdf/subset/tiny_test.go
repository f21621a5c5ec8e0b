package subset

import "encoding/binary"

// tiny describes a font of a few glyphs, made by hand for what the embedded
// faces do not have: composites, damage, odd tables.
type tiny struct {
	glyphs   [][]byte
	runes    map[rune]uint16 // character to glyph; above U+FFFF only in format 12
	format12 bool
	longLoca bool
	fsType   uint16
	noOS2    bool
	extra    []section
	without  string // tag of a table to leave out
}

// square is a simple glyph: a square of the given size on the baseline.
func square(size int) []byte {
	out := box(1, size)
	for _, n := range []int{3, 0} { // last point of the contour, no instructions
		out = put16(out, n)
	}
	out = append(out, 1, 1, 1, 1) // four points on the curve, word deltas
	for _, n := range []int{0, size, 0, -size, 0, 0, size, 0} {
		out = put16(out, n)
	}
	return pad(out)
}

// composite is a glyph made of others, each moved by a byte pair; the flags
// use every size of transformation in turn.
func composite(parts ...uint16) []byte {
	out := box(-1, 100)
	scales := []struct{ flag, words int }{{0, 0}, {flagScale, 1}, {flagXYScale, 2}, {flag2x2, 4}}
	for i, part := range parts {
		scale := scales[i%len(scales)]
		flags := scale.flag
		if i+1 < len(parts) {
			flags |= flagMore
		}
		if i%2 == 1 {
			flags |= flagWordArgs
		}
		out = put16(put16(out, flags), int(part))
		out = append(out, make([]byte, 2+2*(i%2))...)
		for range scale.words {
			out = put16(out, 0x4000)
		}
	}
	return pad(out)
}

// box is a glyph header.
func box(contours, size int) []byte {
	var out []byte
	for _, n := range []int{contours, 0, 0, size, size} {
		out = put16(out, n)
	}
	return out
}

// bytes writes the font file. Glyph g is 100·(g+1) units wide.
func (f tiny) bytes() []byte {
	count := uint16(len(f.glyphs))
	var glyf, hmtx []byte
	var offsets []int
	for i, g := range f.glyphs {
		offsets = append(offsets, len(glyf))
		glyf = pad(append(glyf, g...))
		hmtx = put16(put16(hmtx, 100*(i+1)), 0)
	}
	offsets = append(offsets, len(glyf))
	loca, long := writeLoca(offsets)
	if f.longLoca {
		loca, long = nil, 1
		for _, at := range offsets {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		}
	}
	sections := []section{
		{"cmap", f.cmap()},
		{"head", patched(make([]byte, headSize), map[int]uint16{18: 1000, 40: 100, 42: 100, 50: long})},
		{"hhea", patched(make([]byte, hheaSize), map[int]uint16{4: 880, 6: 0xFF88, 34: count})},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", patched(make([]byte, maxpSize), map[int]uint16{0: 1, 4: count})},
		{"post", make([]byte, postSize)},
	}
	if !f.noOS2 {
		sections = append(sections, section{"OS/2", patched(make([]byte, 96), map[int]uint16{0: 2, 8: f.fsType})})
	}
	sections = append(sections, f.extra...)
	for i, s := range sections {
		if s.tag == f.without {
			sections[i].tag = "none"
		}
	}
	outlines := bulk{"glyf", len(glyf), func(out []byte) ([]byte, error) { return append(out, glyf...), nil }}
	if f.without == outlines.tag {
		outlines.tag = "none"
	}
	file, err := writeFile(sections, outlines)
	if err != nil { // cannot be: nothing is looked for
		return nil
	}
	return file
}

// cmap writes the character map in the wanted format.
func (f tiny) cmap() []byte {
	var entries []mapping
	var groups []byte
	for r := rune(1); r < 0x30000; r++ {
		g, ok := f.runes[r]
		if !ok {
			continue
		}
		entries = append(entries, mapping{uint16(r), g})
		for _, n := range []uint32{uint32(r), uint32(r), uint32(g)} {
			groups = binary.BigEndian.AppendUint32(groups, n)
		}
	}
	if !f.format12 {
		out, err := writeCharMap(entries)
		if err != nil {
			return nil
		}
		return out
	}
	var out []byte
	for _, n := range []int{0, 1, 3, 10, 0, 12, 12, 0, 0, format12Head + len(groups), 0, 0, 0, len(groups) / groupSize} {
		out = put16(out, n)
	}
	return append(out, groups...)
}

// nested is a font in which C is made of A and B, and B of A.
func nested() tiny {
	return tiny{
		glyphs: [][]byte{square(50), square(60), square(70), composite(1), composite(1, 3, 2, 1, 3), nil},
		runes:  map[rune]uint16{' ': 5, 'A': 1, 'B': 3, 'C': 4, 'D': 2},
	}
}
