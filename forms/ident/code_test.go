package ident

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// check is the shape of every check of the package.
type check struct {
	name      string
	problem   func(string) Problem
	normalise func(string) string
}

var checks = []check{
	{"USCC", USCC, NormaliseCode},
	{"OrganisationCode", OrganisationCode, NormaliseCode},
	{"IDCard", IDCard, NormaliseCode},
	{"CustomsCode", CustomsCode, NormaliseCode},
	{"Phone", Phone, NormalisePhone},
	{"Email", Email, NormaliseEmail},
	{"Postcode", Postcode, NormaliseDigits},
	{"RegionCode", RegionCode, NormaliseDigits},
}

type vector struct {
	in   string
	want Problem
}

func run(t *testing.T, name string, problem func(string) Problem, vectors []vector) {
	t.Helper()
	for _, v := range vectors {
		if got := problem(v.in); got != v.want {
			t.Errorf("%s(%q) = %q, want %q", name, v.in, got, v.want)
		}
	}
}

func TestUSCC(t *testing.T) {
	run(t, "USCC", USCC, []vector{
		{"91350100M000100Y43", None}, // worked example of GB 32100-2015
		{"91350100M000100Y4Z", Alphabet},
		{"91110000802100433B", None},
		{"91440300708461136T", None},
		{"91330100799655058B", None},
		{"91330100MA8H4G6L29", None},
		{"91330100MA8H4G6L28", CheckDigit},
		{"91330100ma8h4g6l29", None},
		{"９１３３０１００ＭＡ８Ｈ４Ｇ６Ｌ２９", None},
		{" 91330100-MA8H4G6L-29\u200b\n", None},
		{withUSCCCheck("12100000400000624"), None}, // central register
		{withUSCCCheck("91990100MA8H4G6L2"), Region},
		{withUSCCCheck("91100100MA8H4G6L2"), Region},
		{"", Empty},
		{" \u3000", Empty},
		{"9133", Length},
		{"91330100MA8H4G6L290", Length},
		{"91330100MA8H4G6LO9", Alphabet},
		{"9133010AMA8H4G6L29", Alphabet},
		{"云启智算示例科技有限公司统一代码", Length},
		{"云启智算示例科技有限公司统一信用代码", Alphabet},
	})
}

func TestOrganisationCode(t *testing.T) {
	run(t, "OrganisationCode", OrganisationCode, []vector{
		{"M000100Y-4", None},
		{"802100433", None},
		{"70846113-6", None},
		{"799655058", None},
		{"799655059", CheckDigit},
		{"79965505", Length},
		{"79965505_", Alphabet},
		{"", Empty},
	})
	for uscc, want := range map[string]string{
		"91350100M000100Y43": "M000100Y4",
		"９１３５０１００M000100Y43": "M000100Y4",
		"9135":               "",
		"91350100M000100Y4号": "",
	} {
		if got := OrganisationPart(uscc); got != want {
			t.Errorf("OrganisationPart(%q) = %q, want %q", uscc, got, want)
		}
	}
}

func TestIDCard(t *testing.T) {
	run(t, "IDCard", IDCard, []vector{
		{"11010519491231002X", None},
		{"11010519491231002x", None},
		{"440524188001010014", None},
		{withIDCheck("44052417991231001"), Date},
		{"440524 1980 0101 0014", CheckDigit},
		{withIDCheck("44052419800101001"), None},
		{withIDCheck("81000019800101001"), None},
		{withIDCheck("82000019800101001"), None},
		{withIDCheck("83000019800101001"), None},
		{withIDCheck("99000019800101001"), Region},
		{withIDCheck("11010520230229002"), Date},
		{withIDCheck("11010520240229002"), None},
		{withIDCheck("11010520241301002"), Date},
		{withIDCheck("11010520240100002"), Date},
		{"110105194912310021", CheckDigit},
		{"110105491231002", Outdated},
		{"11010549123100X", Length},
		{"1101051949123100XX", Alphabet},
		{"1101051949123100２Ｘ", None},
		{"11010519491231002Y", Alphabet},
		{"", Empty},
	})
}

func TestBirthDate(t *testing.T) {
	born, problem := BirthDate("11010519491231002X")
	if want := time.Date(1949, 12, 31, 0, 0, 0, 0, time.UTC); problem != None || !born.Equal(want) {
		t.Errorf("BirthDate = %v, %q; want %v", born, problem, want)
	}
	if born, problem := BirthDate("110105194912310021"); problem != CheckDigit || !born.IsZero() {
		t.Errorf("BirthDate of a wrong number = %v, %q; want the zero time and %q", born, problem, CheckDigit)
	}
}

func TestCustomsCode(t *testing.T) {
	run(t, "CustomsCode", CustomsCode, []vector{
		{"3301960A1B", None},
		{"3301960a1b", None},
		{"1101910001", None},
		{"330196A", Length},
		{"33O1960A1B", Alphabet},
		{"3301960A1_", Alphabet},
		{"9901960A1B", Region},
		{"", Empty},
	})
}

func TestPostcode(t *testing.T) {
	run(t, "Postcode", Postcode, []vector{
		{"311100", None},
		{"３１１１００", None},
		{"3111", Length},
		{"31110O", Alphabet},
		{"311-100", Length},
		{"", Empty},
	})
}

// withUSCCCheck completes 17 characters by trial: the powers of 3 as weights,
// 1 for the last, and a sum that 31 divides.
func withUSCCCheck(body string) string {
	return complete(body, "0123456789ABCDEFGHJKLMNPQRTUWXY", func(code string) bool {
		sum, power := 0, 1
		for i, c := range code {
			if i == 17 {
				power = 1
			}
			sum += strings.IndexRune("0123456789ABCDEFGHJKLMNPQRTUWXY", c) * power
			power = power * 3 % 31
		}
		return sum%31 == 0
	})
}

// withIDCheck completes 17 digits by trial: ISO 7064 MOD 11-2, from which the
// weights of GB 11643 come.
func withIDCheck(body string) string {
	return complete(body, "0123456789X", func(number string) bool {
		sum := 0
		for _, c := range number {
			sum = (sum*2 + strings.IndexRune("0123456789X", c)) % 11
		}
		return sum == 1
	})
}

// complete appends the character of the alphabet that fits. That exactly one
// does is a property of both standards.
func complete(body, alphabet string, fits func(string) bool) string {
	var found []string
	for _, c := range alphabet {
		if code := body + string(c); fits(code) {
			found = append(found, code)
		}
	}
	if len(found) != 1 {
		panic("not exactly one check character for " + body)
	}
	return found[0]
}

// oneOf draws a string of n characters of an alphabet.
func oneOf(t *rapid.T, alphabet string, n int, name string) string {
	return rapid.StringOfN(rapid.RuneFrom([]rune(alphabet)), n, n, n).Draw(t, name)
}

func drawProvince(t *rapid.T) string {
	known := make([]string, 0, len(provinces))
	for prefix := range provinces {
		known = append(known, prefix)
	}
	slices.Sort(known)
	return rapid.SampledFrom(known).Draw(t, "province")
}

func drawUSCC(t *rapid.T) string {
	return withUSCCCheck(oneOf(t, usccAlphabet, 2, "register") + drawProvince(t) +
		oneOf(t, decimalDigits, 4, "county") + oneOf(t, usccAlphabet, 9, "subject"))
}

func drawID(t *rapid.T) string {
	days := rapid.IntRange(0, 47000).Draw(t, "days since 1900")
	born := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	return withIDCheck(drawProvince(t) + oneOf(t, decimalDigits, 4, "county") +
		born.Format("20060102") + oneOf(t, decimalDigits, 3, "serial"))
}

// slips gives every text that differs from the code in one character or by an
// exchange of two neighbours.
func slips(code, alphabet string) []string {
	var out []string
	for i := range code {
		for _, c := range alphabet {
			out = append(out, code[:i]+string(c)+code[i+1:])
		}
		if i > 0 {
			out = append(out, code[:i-1]+code[i:i+1]+code[i-1:i]+code[i+1:])
		}
	}
	return slices.DeleteFunc(out, func(slip string) bool { return slip == code })
}

func TestEverySlipIsFound(t *testing.T) {
	for _, c := range []struct {
		check
		draw func(*rapid.T) string
	}{
		{checks[0], drawUSCC},
		{checks[2], drawID},
	} {
		t.Run(c.name, rapid.MakeCheck(func(t *rapid.T) {
			code := c.draw(t)
			if got := c.problem(code); got != None {
				t.Fatalf("%s(%s) = %q, want nothing", c.name, code, got)
			}
			for _, slip := range slips(code, alphanumeric) {
				if c.problem(slip) == None {
					t.Fatalf("%s(%s) passes, a slip of %s", c.name, slip, code)
				}
			}
		}))
	}
}

// GB 11714 misses just what OrganisationCode says it misses.
func TestOrganisationCodeMissesOnlyElevens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := oneOf(t, alphanumeric, 8, "body")
		code := body + string(organisationCheck(body))
		at := rapid.IntRange(0, 7).Draw(t, "place")
		for value, c := range alphanumeric {
			slip := code[:at] + string(c) + code[at+1:]
			same := (value-strings.IndexByte(alphanumeric, code[at]))%11 == 0
			if passes := OrganisationCode(slip) == None; passes != same {
				t.Fatalf("OrganisationCode(%s), a slip of %s: passes %v, want %v", slip, code, passes, same)
			}
		}
	})
}
