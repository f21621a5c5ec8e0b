package ident

import "strings"

// organisationWeights are those of GB 11714 for the first eight characters.
var organisationWeights = [8]int{3, 7, 9, 10, 5, 8, 4, 2}

// OrganisationCode checks a 组织机构代码 (GB 11714), the characters 9 to 17 of
// a USCC, with or without the hyphen before its last: nine characters, the
// last a digit or X that fits the others.
//
// Take a failure as a hint, never as a refusal: 主体标识码 issued since 2015
// need not follow GB 11714. The check is also weaker than that of a USCC: two
// characters whose values (A = 10 … Z = 35) differ by a multiple of 11 are the
// same to it, such as 0 and B, or A and L.
func OrganisationCode(s string) Problem {
	code := NormaliseCode(s)
	if problem := fixed(code, 9, alphanumeric); problem != None {
		return problem
	}
	if code[8] != organisationCheck(code) {
		return CheckDigit
	}
	return None
}

// OrganisationPart gives the characters 9 to 17 of a USCC of the right length,
// or "" for anything else.
func OrganisationPart(uscc string) string {
	code := NormaliseCode(uscc)
	if fixed(code, 18, alphanumeric) != None {
		return ""
	}
	return code[8:17]
}

// organisationCheck computes the ninth character from the eight before it:
// 11 minus the sum's remainder, where 10 is written X and 11 is written 0.
func organisationCheck(code string) byte {
	sum := 0
	for i, weight := range organisationWeights {
		sum += strings.IndexByte(alphanumeric, code[i]) * weight
	}
	return "0X987654321"[sum%11]
}
