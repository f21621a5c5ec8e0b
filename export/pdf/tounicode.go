package pdf

import (
	"strconv"
	"unicode/utf16"
)

// mapBlock is the most entries that one block of a character map may have.
const mapBlock = 100

// toUnicode is the map by which readers turn codes back into text: the characters
// of the codes from 1 on, in UTF-16 (ISO 32000-1, 9.10.3).
func toUnicode(runes []rune) []byte {
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for start := 0; start < len(runes); start += mapBlock {
		block := runes[start:min(start+mapBlock, len(runes))]
		out = append(strconv.AppendInt(out, int64(len(block)), 10), " beginbfchar\n"...)
		for i, r := range block {
			out = append(appendHex(append(out, '<'), uint16(start+i+1)), "> <"...)
			if r > 0xFFFF {
				high, low := utf16.EncodeRune(r)
				out = appendHex(appendHex(out, uint16(high)), uint16(low))
			} else {
				out = appendHex(out, uint16(r))
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func appendHex(out []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(out, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
