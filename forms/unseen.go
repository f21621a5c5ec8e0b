package forms

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Clean makes text that comes from outside fit to be kept: bytes that are no UTF-8,
// control characters and noncharacters become U+FFFD, which check reports and a page
// shows as a box with its code point, for a workbook can hold none of them. Line ends
// and tabs stay.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}

// Unseen lists the characters of a text that steer others and have no shape of
// their own, each once, in their order: controls, joiners and spaces of no width,
// marks of direction, selectors of variants. Outputs leave them out, which nobody
// would notice: an order of reading can be turned round by them, and the variant of
// a name be lost. Line ends and tabs are not among them.
func Unseen(text string) []rune {
	var out []rune
	for _, r := range text {
		if r >= ' ' && r < 0x7F || unicode.IsSpace(r) {
			continue
		}
		if (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Variation_Selector)) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// named writes code points, without the characters, which would steer the message.
func named(runes []rune) string {
	names := make([]string, len(runes))
	for i, r := range runes {
		names[i] = fmt.Sprintf("U+%04X", r)
	}
	return strings.Join(names, " ")
}
