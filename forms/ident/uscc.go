package ident

import "strings"

// usccAlphabet gives each character of a USCC its value, its place from 0 to
// 30; I, O, S, V and Z are left out (GB 32100-2015).
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// usccWeights are 3^i mod 31 for the first 17 characters (GB 32100-2015).
var usccWeights = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}

// national is the region of bodies registered with a central authority, such
// as universities under a ministry.
const national = "100000"

// USCC checks a 统一社会信用代码 (GB 32100-2015): 18 characters of its
// alphabet, digits at places 3 to 8 that begin with a province (or are 100000,
// the central registers), and the check character.
//
// The check character finds every single wrong character and every exchange
// of two neighbours. What the first two characters say about register and
// kind is not judged, nor is the organisation code inside: see
// [OrganisationCode].
func USCC(s string) Problem {
	code := NormaliseCode(s)
	if problem := fixed(code, 18, usccAlphabet); problem != None {
		return problem
	}
	region := code[2:8]
	if !inside(decimalDigits, region) {
		return Alphabet
	}
	if region != national && !isProvince(region[:2]) {
		return Region
	}
	if code[17] != usccCheck(code) {
		return CheckDigit
	}
	return None
}

// usccCheck computes the 18th character from the 17 before it. The outer
// remainder matters when the sum is a multiple of 31.
func usccCheck(code string) byte {
	sum := 0
	for i, weight := range usccWeights {
		sum += strings.IndexByte(usccAlphabet, code[i]) * weight
	}
	return usccAlphabet[(31-sum%31)%31]
}
