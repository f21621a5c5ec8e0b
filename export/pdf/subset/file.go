package subset

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// bulk is a table too large to be copied: it is written in its place.
type bulk struct {
	tag    string
	size   int
	append func(out []byte) ([]byte, error)
}

// writeFile puts tables together into a font file: directory in the order of
// tags, every table on a four-byte boundary, check sums filled in.
func writeFile(sections []section, large bulk) ([]byte, error) {
	sections = append(sections, section{tag: large.tag})
	slices.SortFunc(sections, func(a, b section) int { return cmp.Compare(a.tag, b.tag) })
	at := offsetTableSize + recordSize*len(sections)
	size := at + padded(large.size)
	for _, s := range sections {
		size += padded(len(s.data))
	}
	out := make([]byte, at, size)
	search, log := searchRange(len(sections))
	head := binary.BigEndian.AppendUint32(out[:0], magicTrueType)
	for _, n := range []int{len(sections), recordSize * search, log, recordSize * (len(sections) - search)} {
		head = put16(head, n)
	}
	adjustment, total := 0, uint32(0)
	for _, s := range sections {
		start := len(out)
		out = append(out, s.data...)
		switch s.tag {
		case "head":
			adjustment = start + 8
		case large.tag:
			var err error
			if out, err = large.append(out); err != nil {
				return nil, err
			}
		}
		length := len(out) - start
		out = pad(out)
		sum := checksum(out[start:])
		total += sum
		head = append(head, s.tag...)
		for _, n := range []uint32{sum, uint32(start), uint32(length)} {
			head = binary.BigEndian.AppendUint32(head, n)
		}
	}
	total += checksum(head) // tables begin on word boundaries: sums add up
	binary.BigEndian.PutUint32(out[adjustment:], checksumMagic-total)
	return out, nil
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
