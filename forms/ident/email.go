package ident

import "strings"

// Limits of RFC 5321, section 4.5.3.1, and of RFC 1035 for one label.
const (
	maxAddress = 254
	maxLocal   = 64
	maxLabel   = 63
)

const (
	lowerLetters = "abcdefghijklmnopqrstuvwxyz"
	// localAlphabet is the atext of RFC 5322 and the dot.
	localAlphabet = alphanumeric + lowerLetters + "!#$%&'*+-/=?^_`{|}~."
	labelAlphabet = decimalDigits + lowerLetters + "-"
)

// Email checks an e-mail address as people write them on forms: name@domain
// with at least two labels, in ASCII. Of RFC 5322 it refuses what no form
// needs: quoted names, comments, address literals, display names.
func Email(s string) Problem {
	address := NormaliseEmail(s)
	local, domain, found := strings.Cut(address, "@")
	switch {
	case address == "":
		return Empty
	case !found || strings.Contains(domain, "@"):
		return Shape
	case len(address) > maxAddress || len(local) > maxLocal:
		return Length
	case !inside(localAlphabet, local) || !inside(labelAlphabet+".", domain):
		return Alphabet
	case !dotted(local) || !isDomain(domain):
		return Shape
	}
	return None
}

// dotted reports whether dots stand only between characters.
func dotted(s string) bool {
	for _, part := range strings.Split(s, ".") {
		if part == "" {
			return false
		}
	}
	return true
}

// isDomain reports whether a lower-case ASCII name has two labels or more,
// each well formed, the last not all digits.
func isDomain(domain string) bool {
	labels := strings.Split(domain, ".")
	for _, label := range labels {
		if label == "" || len(label) > maxLabel || strings.Trim(label, "-") != label {
			return false
		}
	}
	top := labels[len(labels)-1]
	return len(labels) >= 2 && len(top) >= 2 && !inside(decimalDigits, top)
}
