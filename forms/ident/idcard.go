package ident

import "time"

// idWeights and idChecks are those of GB 11643-1999: the weights of the first
// 17 digits, and the check character for each remainder of their sum by 11.
var idWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}

const idChecks = "10X98765432"

// residence is the prefix of 居住证 of Taiwan residents, which follow the same
// standard; those of Hong Kong and Macau residents begin with their region.
const residence = "83"

// earliestBirth is the first year taken for a year of birth.
const earliestBirth = 1800

// IDCard checks a 公民身份号码 (GB 11643-1999): 17 digits and a check
// character, a province, a birth date of the calendar. Years before 1800 are no
// birth dates; the numbers known from the standard go back to 1880. The number
// of 15 digits is refused with [Outdated]. Whether the birth date lies in the
// future, or too long ago for an expert, is for the caller to see from
// [BirthDate].
//
// The check character finds every single wrong character and every exchange
// of two neighbours.
func IDCard(s string) Problem {
	_, problem := BirthDate(s)
	return problem
}

// BirthDate checks as [IDCard] does and gives the birth date, at midnight UTC;
// the zero time if there is a problem.
func BirthDate(s string) (time.Time, Problem) {
	number := NormaliseCode(s)
	if len(number) == 15 && inside(decimalDigits, number) {
		return time.Time{}, Outdated
	}
	if problem := fixed(number, 18, decimalDigits+"X"); problem != None {
		return time.Time{}, problem
	}
	if !inside(decimalDigits, number[:17]) {
		return time.Time{}, Alphabet
	}
	if province := number[:2]; province != residence && !isProvince(province) {
		return time.Time{}, Region
	}
	born, err := time.Parse("20060102", number[6:14])
	if err != nil || born.Year() < earliestBirth {
		return time.Time{}, Date
	}
	if number[17] != idCheck(number) {
		return time.Time{}, CheckDigit
	}
	return born, None
}

// idCheck computes the 18th character from the 17 digits before it.
func idCheck(number string) byte {
	sum := 0
	for i, weight := range idWeights {
		sum += int(number[i]-'0') * weight
	}
	return idChecks[sum%11]
}
