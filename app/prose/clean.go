package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineEnds are the signs that close a line or a paragraph somewhere.
const lineEnds = "\r\n\v\f\u0085\u2028\u2029"

// clean makes text from elsewhere fit for the editor: every kind of line end
// becomes a newline, a tab a space; control characters, byte order marks,
// directional marks and bytes that are no UTF-8 go.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1, dropped(r):
		case strings.ContainsRune(lineEnds, r):
			b.WriteByte('\n')
		case r == '\t':
			b.WriteByte(' ')
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

func isClean(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || r == '\t' || dropped(r) ||
			r != '\n' && strings.ContainsRune(lineEnds, r) {
			return false
		}
		i += size
	}
	return true
}

// dropped tells the characters that have no place in running text.
func dropped(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7F, r == '\n', r == '\t', strings.ContainsRune(lineEnds, r):
		return false
	case r == 0xFEFF, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	case r >= 0xFFF9 && r <= 0xFFFC:
		return true
	}
	return unicode.IsControl(r)
}
