package money

import "strings"

// variants maps accepted characters to those Capital writes: 正 for 整, and
// the traditional forms that article 1 of the annex tells banks to accept.
var variants = map[rune]rune{
	'正': '整', '圆': '元', '圓': '元', '貳': '贰', '陸': '陆', '萬': '万', '億': '亿',
}

// maxCapital bounds the characters after 人民币; the longest writing of any
// amount up to Max has 37.
const maxCapital = 48

// ParseCapital reads an amount in 人民币大写. It accepts exactly the writings
// that the annex permits: 整 or 正, 元 or 圆, the traditional 貳陸萬億圓, 零
// where it is optional, 整 after 角 or not. Blanks around the text are
// ignored, blanks inside are not.
//
// It refuses, as an [*Error]: nothing ([Empty]), a text that does not begin
// with 人民币 ([Prefix]), and every other text ([Wording]), among them 拾元 for
// 壹拾元, a missing or doubled 零, 整 after 分, none after 元, or 一二三.
func ParseCapital(text string) (Fen, error) {
	body := strings.TrimSpace(text)
	if body == "" {
		return 0, refuse(Empty, text)
	}
	body, begins := strings.CutPrefix(body, prefix)
	if !begins {
		return 0, refuse(Prefix, text)
	}
	chars := []rune(body)
	if len(chars) > maxCapital {
		return 0, refuse(Wording, text)
	}
	for i, r := range chars {
		if plain, ok := variants[r]; ok {
			chars[i] = plain
		}
	}
	// The value is read loosely first; whether the text is a permitted writing
	// of just that value is then a comparison. A value that wrapped around in
	// the loose reading cannot pass it.
	amount := value(chars)
	if amount < 0 || amount > Max || !writes(chars, amount) {
		return 0, refuse(Wording, text)
	}
	return amount, nil
}

// value adds up digits and units wherever they stand.
func value(chars []rune) Fen {
	var total, wan, group, digit int64
	for _, r := range chars {
		switch r {
		case '拾':
			group += digit * 10
		case '佰':
			group += digit * 100
		case '仟':
			group += digit * 1000
		case '万':
			wan, group = wan+(group+digit)*1e4, 0
		case '亿':
			total, wan, group = total+(wan+group+digit)*1e8, 0, 0
		case '元':
			total, wan, group = (total+wan+group+digit)*perUnit, 0, 0
		case '角':
			total += digit * 10
		case '分':
			total += digit
		default:
			digit = int64(max(strings.IndexRune(digits, r), 0) / len("零"))
			continue
		}
		digit = 0
	}
	return Fen(total)
}

// writes reports whether chars are a permitted writing of the amount.
func writes(chars []rune, amount Fen) bool {
	var room [maxCapital]token
	next := 0
	for _, t := range spell(room[:0], amount) {
		switch {
		case next < len(chars) && chars[next] == t.char:
			next++
		case !t.optional:
			return false
		}
	}
	return next == len(chars)
}
