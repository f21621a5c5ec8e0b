package verify

import (
	"fmt"
	"strings"

	"h200filing/forms/ident"
)

// unmasked makes an identity number that is masked as the given one is: it has
// the characters that are shown, counts as right where that did, and is otherwise
// of nobody known, the n-th of its kind. What shows nothing stays as it is, for it
// was no right number.
func unmasked(masked string, n int) string {
	hidden := strings.Count(masked, "*")
	at := strings.IndexByte(masked, '*')
	if hidden == 0 || hidden == len(masked) || len(masked) != 18 || masked[at:at+hidden] != strings.Repeat("*", hidden) {
		return masked
	}
	head, tail := masked[:at], masked[at+hidden:]
	for region := range 1000 {
		for day := 1; day <= 28; day++ {
			middle := fmt.Sprintf("%03d%04d01%02d%02d", region, 1950+n%40, day, n%100)
			if len(middle) != hidden {
				return masked
			}
			if number := head + middle + tail; ident.IDCard(number) == ident.None {
				return number
			}
		}
	}
	return masked
}
