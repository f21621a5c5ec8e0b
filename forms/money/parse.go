package money

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"
)

// Limits of what ParseDecimal holds. They keep every later multiplication
// cheap and are far beyond any rate or quantity of a filing.
const (
	maxWholeDigits = 24
	maxFraction    = 18
)

// ParseFen reads an amount as typed, in currency units: "864,000.00",
// "８６４０００", "￥1 234.5", "10元". Digits, point, comma, sign and currency
// sign may be full-width. Blanks around the number are ignored; thousands may
// be parted by commas or by single blanks, everywhere or nowhere.
//
// It refuses, as an [*Error]: nothing at all ([Empty]), text ([NotNumber]),
// separators out of place ([Grouping]), a third decimal even if zero
// ([Decimals]), any amount with a minus sign ([Negative]), and more than
// [Max] ([Overflow]).
func ParseFen(text string) (Fen, error) {
	body := unwrapCurrency(tidy(text))
	n, problem := scan(body)
	switch {
	case problem != "":
		return 0, refuse(problem, text)
	case len(n.fraction) > scale:
		return 0, refuse(Decimals, text)
	case n.negative:
		return 0, refuse(Negative, text)
	case len(n.whole) > maxWholeDigits:
		return 0, refuse(Overflow, text)
	}
	digits := n.whole + (n.fraction + "00")[:scale]
	value, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || Fen(value) > Max {
		return 0, refuse(Overflow, text)
	}
	return Fen(value), nil
}

// ParseDecimal reads a rate or quantity as typed, with the same tolerance for
// full-width characters, blanks and separators as [ParseFen], but without a
// currency sign and with a sign allowed. It keeps the decimals as given
// ("7.0800" has four). Exponents are text to it ([NotNumber]); more than 24
// digits before the point is [Overflow], more than 18 behind it [Decimals].
func ParseDecimal(text string) (decimal.Decimal, error) {
	n, problem := scan(tidy(text))
	switch {
	case problem != "":
		return decimal.Zero, refuse(problem, text)
	case len(n.whole) > maxWholeDigits:
		return decimal.Zero, refuse(Overflow, text)
	case len(n.fraction) > maxFraction:
		return decimal.Zero, refuse(Decimals, text)
	}
	value, err := decimal.NewFromString(n.plain())
	if err != nil {
		return decimal.Zero, refuse(NotNumber, text)
	}
	return value, nil
}

// number is a scanned number: digits only, without leading zeros beyond one.
type number struct {
	negative        bool
	whole, fraction string
}

// plain writes the number as decimal.NewFromString reads it.
func (n number) plain() string {
	out := n.whole
	if n.negative {
		out = "-" + out
	}
	if n.fraction != "" {
		out += "." + n.fraction
	}
	return out
}

// tidy makes full-width characters half-width, every kind of blank a plain
// one and every minus a hyphen, and trims the ends.
func tidy(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '−': // U+2212
			return '-'
		}
		return r
	}, width.Fold.String(text)))
}

// unwrapCurrency takes off one leading ¥ (width folding has made ￥ the same)
// and one trailing 元, with blanks between them and the number.
func unwrapCurrency(body string) string {
	body = strings.TrimSpace(strings.TrimSuffix(body, "元"))
	negative := strings.HasPrefix(body, "-¥") // -¥5 means what ¥-5 means
	if negative {
		body = body[1:]
	}
	body = strings.TrimSpace(strings.TrimPrefix(body, "¥"))
	if negative {
		return "-" + body
	}
	return body
}

// scan takes a tidied number apart. The problem is empty when it is one.
func scan(body string) (number, Problem) {
	if body == "" {
		return number{}, Empty
	}
	unsigned, negative := strings.CutPrefix(body, "-")
	whole, fraction, pointed := strings.Cut(strings.TrimLeft(unsigned, " "), ".")
	if pointed && !allDigits(fraction) {
		return number{}, NotNumber
	}
	joined, problem := ungroup(whole)
	if problem != "" {
		return number{}, problem
	}
	joined = strings.TrimLeft(joined, "0")
	if joined == "" {
		joined = "0"
	}
	return number{negative: negative, whole: joined, fraction: fraction}, ""
}

// ungroup joins digits parted before every third one by commas or blanks.
func ungroup(whole string) (string, Problem) {
	separator := ","
	if !strings.Contains(whole, separator) {
		separator = " "
	}
	groups := strings.Split(whole, separator)
	joined := strings.Join(groups, "")
	if !allDigits(strings.ReplaceAll(joined, " ", "")) {
		return "", NotNumber
	}
	if len(groups) == 1 {
		return joined, ""
	}
	for i, group := range groups {
		fits := len(group) == 3 || i == 0 && len(group) > 0 && len(group) < 3
		if !fits || !allDigits(group) {
			return "", Grouping
		}
	}
	return joined, ""
}

// allDigits reports whether s is one or more ASCII digits.
func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
