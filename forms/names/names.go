// Package names folds the names of companies and products, so that one that is
// written in two ways counts once: full and half width, capitals, blanks,
// traditional characters; for a company also its place or branch and its legal
// form.
//
// It refuses to guess: a trade or a place within a name stays, since two
// companies may differ by it alone. It keeps no list of companies.
//
// Floor 1 of the house. It may import the standard library only.
package names

import (
	"strings"
	"unicode"
)

// Fold writes a name in half width, small letters and simplified characters,
// without blanks.
func Fold(name string) string {
	table := Traditional()
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c):
			return -1
		case c >= '！' && c <= '～':
			c -= '！' - '!'
		}
		return unicode.ToLower(table.Simplified(c))
	}, name)
}

// endings are those of a folded company name that tell its legal form, longest
// first.
var endings = strings.Fields(`股份有限公司 有限责任公司 集团有限公司 有限公司 集团公司 集团 公司 co.,ltd. co.,ltd co.ltd. co.ltd ltd. ltd inc. inc`)

// branch ends the name of a branch, which is no company of its own.
const branch = "分公司"

// shortest is the number of characters below which a name is not shortened.
const shortest = 2

// Company folds the name of a company to what tells it from others: without what
// stands in brackets, without branch and legal form. The empty name is no
// company.
func Company(name string) string {
	full := Fold(name)
	short := WithoutBrackets(full)
	if strings.HasSuffix(short, branch) {
		if i := strings.Index(short, "公司"); i < len(short)-len(branch) {
			short = short[:i+len("公司")]
		}
	}
	for _, end := range endings {
		if rest, ok := strings.CutSuffix(short, end); ok {
			short = strings.TrimRight(rest, ",.")
			break
		}
	}
	if len([]rune(short)) < shortest {
		return full
	}
	return short
}

// WithoutBrackets takes round brackets, of either width, and what stands in them out of a
// name, and the blanks around what is left.
func WithoutBrackets(name string) string {
	var out strings.Builder
	depth := 0
	for _, c := range name {
		switch c {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				out.WriteRune(c)
			}
		}
	}
	return strings.TrimSpace(out.String())
}
