package honesty

import "github.com/shopspring/decimal"

// Chinese numerals, plain and formal.
var numeralDigits = map[rune]int64{
	'零': 0, '〇': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
}

var numeralTens = map[rune]int64{'十': 10, '百': 100, '千': 1000, '拾': 10, '佰': 100, '仟': 1000}

var numeralMyriads = map[rune]int64{'万': 10_000, '亿': 100_000_000}

// longestNumeral bounds what is read as one numeral; a longer one is no number that an application states.
const longestNumeral = 16

func isNumeral(c rune) bool {
	_, digit := numeralDigits[c]
	_, ten := numeralTens[c]
	return digit || ten
}

// readNumeral reads a numeral in Chinese characters, with decimals after 点. False where the characters make no number.
func readNumeral(r []rune, from int) (value decimal.Decimal, places int32, to int, ok bool) {
	whole, to, ok := readWholeNumeral(r, from)
	if !ok {
		return decimal.Zero, 0, from, false
	}
	value = decimal.NewFromInt(whole)
	if to+1 < len(r) && r[to] == '点' {
		if _, digit := numeralDigits[r[to+1]]; digit {
			for to++; to < len(r) && places < longestNumeral; to++ {
				d, digit := numeralDigits[r[to]]
				if !digit {
					break
				}
				places++
				value = value.Add(decimal.New(d, -places))
			}
		}
	}
	return value, places, to, true
}

// readWholeNumeral reads 三百二十 as well as the digits 二〇二七.
func readWholeNumeral(r []rune, from int) (total int64, to int, ok bool) {
	var section, digit, digits int64
	for to = from; to < len(r) && to-from < longestNumeral; to++ {
		c := r[to]
		if d, is := numeralDigits[c]; is {
			digit, digits = digit*10+d, digits+1
			if digits > 12 {
				return 0, from, false
			}
		} else if t, is := numeralTens[c]; is {
			if digits == 0 && section == 0 {
				digit = 1
			}
			section += digit * t
			digit, digits = 0, 0
		} else if m, is := numeralMyriads[c]; is && to > from {
			total += (section + digit) * m
			section, digit, digits = 0, 0, 0
			if total > 1e15 {
				return 0, from, false
			}
		} else {
			break
		}
	}
	return total + section + digit, to, to > from
}
