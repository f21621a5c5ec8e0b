package subset

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// writeFile puts tables together into a font file: directory in the order of
// tags, every table on a four-byte boundary, check sums filled in.
func writeFile(sections []section) []byte {
	slices.SortFunc(sections, func(a, b section) int { return cmp.Compare(a.tag, b.tag) })
	size := offsetTableSize + recordSize*len(sections)
	for _, s := range sections {
		size += padded(len(s.data))
	}
	search, log := searchRange(len(sections))
	out := binary.BigEndian.AppendUint32(make([]byte, 0, size), magicTrueType)
	for _, n := range []int{len(sections), recordSize * search, log, recordSize * (len(sections) - search)} {
		out = put16(out, n)
	}
	at, head, total := offsetTableSize+recordSize*len(sections), 0, uint32(0)
	for _, s := range sections {
		if s.tag == "head" {
			head = at
		}
		sum := checksum(s.data)
		total += sum
		out = append(out, s.tag...)
		for _, n := range []uint32{sum, uint32(at), uint32(len(s.data))} {
			out = binary.BigEndian.AppendUint32(out, n)
		}
		at += padded(len(s.data))
	}
	total += checksum(out) // tables begin on word boundaries: sums add up
	for _, s := range sections {
		out = pad(append(out, s.data...))
	}
	binary.BigEndian.PutUint32(out[head+8:], checksumMagic-total)
	return out
}

// checksum adds up big-endian 32-bit words, the last one filled with zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += u32(b, 0)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + u32(rest[:], 0)
}

// padded is n rounded up to a multiple of four.
func padded(n int) int { return (n + 3) &^ 3 }

// pad fills b with zeros up to a multiple of four.
func pad(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
