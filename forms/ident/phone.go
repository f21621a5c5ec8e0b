package ident

import (
	"regexp"
	"strings"
)

// Line is the kind of a telephone number.
type Line string

// The kinds of number that are told apart.
const (
	NoLine   Line = ""         // not a number of the mainland
	Mobile   Line = "mobile"   // 1 and ten digits
	Landline Line = "landline" // area code, seven or eight digits, extension
	Service  Line = "service"  // 400 or 800 and seven digits
)

// lines holds, for each kind, the pattern of its numbers and the way they are
// written. Area codes have three digits only for 010 and 02x.
var lines = []struct {
	line    Line
	pattern *regexp.Regexp
	written string
}{
	{Mobile, regexp.MustCompile(`^(1[3-9]\d)-?(\d{4})-?(\d{4})$`), "$1$2$3"},
	{Service, regexp.MustCompile(`^([48]00)-?(\d{3})-?(\d)-?(\d{3})$`), "$1-$2-$3$4"},
	{Landline, regexp.MustCompile(`^(010|02\d|0[3-9]\d\d)-?(\d{3,4})-?(\d{4})$`), "$1-$2$3"},
	{Landline, regexp.MustCompile(`^(010|02\d|0[3-9]\d\d)-?(\d{3,4})-?(\d{4})-(\d{1,6})$`), "$1-$2$3-$4"},
}

// phoneMarks are the other ways to part area code, number and extension.
var phoneMarks = strings.NewReplacer("(", "-", ")", "-", "/", "-", "转", "-", "ext.", "-", "ext", "-")

// phoneHyphens finds runs of hyphens.
var phoneHyphens = regexp.MustCompile(`-+`)

// Phone checks a telephone number of the mainland: mobile, landline with area
// code (and extension), or 400/800. A country code +86 or 0086 may stand
// before it. Which ranges are in use is not judged.
func Phone(s string) Problem {
	number, line := readPhone(s)
	digits := strings.ReplaceAll(phoneMarks.Replace(number), "-", "")
	switch {
	case line != NoLine:
		return None
	case number == "":
		return Empty
	case !inside(decimalDigits, digits):
		return Alphabet
	case !phoneLength(digits):
		return Length
	}
	return Shape
}

// phoneLength reports whether some number that begins like this one has as
// many digits: a mobile number 11, a service number 10, a landline from 10 up
// to 4 of area code, 8 of the subscriber and 6 of extension.
func phoneLength(digits string) bool {
	fewest, most := 10, 18
	switch {
	case strings.HasPrefix(digits, "1"):
		fewest, most = 11, 11
	case strings.HasPrefix(digits, "400"), strings.HasPrefix(digits, "800"):
		most = 10
	}
	return fewest <= len(digits) && len(digits) <= most
}

// NormalisePhone writes a number in the usual way: 13800000001,
// 0571-88880000-12, 400-123-4567, without country code. What is no number
// keeps its characters, in half-width and without blanks.
func NormalisePhone(s string) string {
	number, _ := readPhone(s)
	return number
}

// readPhone gives the written form and the kind of a number.
func readPhone(s string) (string, Line) {
	compacted := compact(s)
	number := phoneMarks.Replace(compacted)
	number = strings.Trim(phoneHyphens.ReplaceAllString(number, "-"), "-")
	for _, candidate := range domestic(number) {
		for _, l := range lines {
			if l.pattern.MatchString(candidate) {
				return l.pattern.ReplaceAllString(candidate, l.written), l.line
			}
		}
	}
	return compacted, NoLine
}

// domestic gives the readings of a number: as it stands, or, after a country
// code, without it and with the 0 of the area code that abroad leaves out.
func domestic(number string) []string {
	for _, country := range []string{"+86", "0086"} {
		if rest, abroad := strings.CutPrefix(number, country); abroad {
			rest = strings.TrimPrefix(rest, "-")
			return []string{rest, "0" + rest}
		}
	}
	return []string{number}
}
