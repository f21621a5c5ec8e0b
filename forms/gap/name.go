package gap

import (
	"strings"
	"unicode"
)

// plain folds full-width ASCII to half width, lowers case and drops spaces, so that one name written twice is one name.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
