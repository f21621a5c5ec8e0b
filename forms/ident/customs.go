package ident

// CustomsCode checks a 海关注册编码 of ten characters: four digits of the place
// of registration, beginning with a province, then six digits or letters
// (zone, kind of enterprise, serial). There is no check digit.
func CustomsCode(s string) Problem {
	code := NormaliseCode(s)
	if problem := fixed(code, 10, alphanumeric); problem != None {
		return problem
	}
	if !inside(decimalDigits, code[:4]) {
		return Alphabet
	}
	if !isProvince(code[:2]) {
		return Region
	}
	return None
}
