package ident

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// NormaliseCode brings a code to its written form: half-width, upper case,
// without blanks, invisible characters and hyphens. It serves USCC,
// organisation, ID card and customs codes.
func NormaliseCode(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '-':
			return -1
		case 'a' <= r && r <= 'z':
			// Only ASCII: Unicode would turn ſ and ı into letters nobody typed.
			return r - 'a' + 'A'
		}
		return r
	}, compact(s))
}

// NormaliseDigits brings a postcode or region code to half-width without
// blanks. Hyphens stay, as they do not belong there.
func NormaliseDigits(s string) string { return compact(s) }

// NormaliseEmail brings an address to half-width without blanks, and its
// domain to lower case. The part before @ keeps its case, since servers may
// tell cases apart.
func NormaliseEmail(s string) string {
	address := compact(s)
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address
	}
	return address[:at] + strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return r
	}, address[at:])
}

// compact folds full-width characters, turns every dash into a hyphen, and
// drops blanks and characters that cannot be seen.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		case unicode.Is(unicode.Pd, r), r == '−': // U+2212 is a sign, not a dash, to Unicode
			return '-'
		}
		return r
	}, width.Fold.String(s))
}

// inside reports whether every character of s is one of the alphabet's.
func inside(alphabet, s string) bool {
	for _, r := range s {
		if !strings.ContainsRune(alphabet, r) {
			return false
		}
	}
	return true
}

const (
	decimalDigits = "0123456789"
	alphanumeric  = decimalDigits + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// fixed is the common beginning of the checks of codes with a fixed length.
// Length counts characters, not bytes.
func fixed(code string, length int, alphabet string) Problem {
	switch {
	case code == "":
		return Empty
	case len([]rune(code)) != length:
		return Length
	case !inside(alphabet, code):
		return Alphabet
	}
	return None
}
