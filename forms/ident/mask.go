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

// MaskPhone hides a telephone number: of a mobile number the first three and
// last four digits stay, of a landline the area code and the last two. A
// 400/800 number is public and stays whole; what is no number is hidden whole.
func MaskPhone(s string) string {
	number, line := readPhone(s)
	switch line {
	case Mobile:
		return keepEnds(number, 3, 4)
	case Landline:
		return keepEnds(number, strings.IndexByte(number, '-')+1, 2)
	case Service:
		return number
	}
	return stars(number)
}

// keepEnds hides the middle of an ASCII text.
func keepEnds(s string, first, last int) string {
	return s[:first] + stars(s[first:len(s)-last]) + s[len(s)-last:]
}

// stars gives one star for each character.
func stars(s string) string { return strings.Repeat("*", len([]rune(s))) }
