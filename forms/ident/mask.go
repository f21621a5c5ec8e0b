package ident

import "strings"

// MaskID hides an ID number: of a right one the first three and the last two
// characters stay, so that two people of a panel can be told apart while
// district, birth date and serial cannot be read. Anything else is hidden
// whole, as it may be a right number with a slip.
func MaskID(s string) string {
	number := NormaliseCode(s)
	if IDCard(number) != None {
		return stars(number)
	}
	return keepEnds(number, 3, 2)
}

// keepEnds hides the middle of an ASCII text.
func keepEnds(s string, first, last int) string {
	return s[:first] + stars(s[first:len(s)-last]) + s[len(s)-last:]
}

// stars gives one star for each character.
func stars(s string) string { return strings.Repeat("*", len([]rune(s))) }
