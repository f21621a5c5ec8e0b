package ident

// Postcode checks a 邮政编码: six digits.
func Postcode(s string) Problem {
	return fixed(NormaliseDigits(s), 6, decimalDigits)
}
