package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"h200filing/export/pdf/subset"
)

// mapBlock is the most entries that one block of a character map may have.
const mapBlock = 100

// toUnicode is the map by which readers turn glyphs back into text. It lists the
// codes of the subset one by one, each with its character in UTF-16.
func toUnicode(sub *subset.Subset) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	codes := sub.Codes()
	for len(codes) > 0 {
		n := min(len(codes), mapBlock)
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, code := range codes[:n] {
			r, ok := sub.ToUnicode[code]
			if !ok {
				r = code
			}
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
		codes = codes[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
