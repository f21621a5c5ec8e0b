package money

// The writing rules are those of 《支付结算办法》附一《正确填写票据和结算凭证的
// 基本规定》 (中国人民银行, 银发〔1997〕393号), articles 1 to 4, in the public
// copy at https://www.cncc.cn/zcfg/200903/t20090323_286.html.

const (
	prefix = "人民币"
	digits = "零壹贰叁肆伍陆柒捌玖"
)

// places is the number of digits of the whole part of Max.
const places = 15

var (
	digitRunes = []rune(digits)
	unitRunes  = [4]rune{0, '拾', '佰', '仟'}
	// groupRunes close each group of four digits, from the point leftwards;
	// the highest group counts 万 of 亿.
	groupRunes = [4]rune{'元', '万', '亿', '万'}
)

// token is one character of a written amount. An optional one may be left
// out; preferred says whether Capital writes it.
type token struct {
	char      rune
	optional  bool
	preferred bool
}

func must(char rune) token            { return token{char: char, preferred: true} }
func may(char rune, write bool) token { return token{char: char, optional: true, preferred: write} }

// Capital writes an amount of CNY in 人民币大写, beginning with 人民币 and
// without any gap: 886.50 is 人民币捌佰捌拾陆元伍角. Where the rules permit two
// writings, it keeps to one:
//
//   - an amount without 角 and 分 ends in 整 (not 正); one that ends in 角 has
//     no 整; after 分 the rules forbid it;
//   - when the 元 digit is 0 and the 角 digit is not, 零 is written after 元:
//     1680.32 is …陆佰捌拾元零叁角贰分;
//   - when the 万 digit is 0 and the 仟 digit is not, 零 is left out after a
//     written 万: 107000.53 is 壹拾万柒仟元零伍角叁分. After 亿, and where the
//     whole 万 group is zero, 零 is written.
//
// An amount below one 元 has no 元 part: 0.05 is 人民币伍分; zero is
// 人民币零元整. A negative amount is refused with [Negative], one above [Max]
// with [Overflow].
func Capital(amount Fen) (string, error) {
	if amount < 0 {
		return "", refuse(Negative, amount.Plain())
	}
	if amount > Max {
		return "", refuse(Overflow, amount.Plain())
	}
	var room [48]token
	out := make([]byte, 0, 3*len(room)+len(prefix))
	out = append(out, prefix...)
	for _, t := range spell(room[:0], amount) {
		if t.preferred {
			out = append(out, string(t.char)...)
		}
	}
	return string(out), nil
}

// spell appends the characters after 人民币 of every permitted writing of an
// amount from 0 to Max. No two optional characters are equal and adjacent, so
// a text can be matched against them from left to right.
func spell(out []token, amount Fen) []token {
	yuan, jiao, fen := int64(amount/perUnit), amount/10%10, amount%10
	if amount == 0 {
		return append(out, must('零'), must('元'), must('整'))
	}
	if yuan > 0 {
		out = spellWhole(out, yuan)
	}
	switch {
	case jiao == 0 && fen == 0:
		return append(out, must('整'))
	case jiao == 0 && yuan > 0:
		out = append(out, must('零'))
	case jiao > 0 && yuan > 0 && yuan%10 == 0:
		out = append(out, may('零', true))
	}
	if jiao > 0 {
		out = append(out, must(digitRunes[jiao]), must('角'))
	}
	if fen == 0 {
		return append(out, may('整', false))
	}
	return append(out, must(digitRunes[fen]), must('分'))
}

// spellWhole appends a whole number of 元 above zero, 元 included.
func spellWhole(out []token, yuan int64) []token {
	figures := figuresOf(yuan)
	begun, skipped := false, false // a digit was written; zeros since then
	group := false                 // the current group of four has a digit
	for p := places - 1; p >= 0; p-- {
		if d := figures[p]; d != 0 {
			if begun && skipped {
				out = append(out, innerZero(figures, p))
			}
			out = append(out, must(digitRunes[d]))
			if p%4 > 0 {
				out = append(out, must(unitRunes[p%4]))
			}
			begun, skipped, group = true, false, true
		} else {
			skipped = true
		}
		if p%4 > 0 {
			continue
		}
		// 亿 also closes 万亿 whose own group is zero; 元 always closes.
		if group || p == 0 || p == 8 && begun {
			out = append(out, must(groupRunes[p/4]))
		}
		group = false
	}
	return out
}

// innerZero is the 零 before the digit at place p. It is optional only where
// the 仟 of a lower group follows a zero that ends the group above; the annex
// names the 万 digit, and 亿 is read alike.
func innerZero(figures [places]byte, p int) token {
	if p%4 != 3 {
		return must('零')
	}
	wanWritten := p == 3 && (figures[5] != 0 || figures[6] != 0 || figures[7] != 0)
	return may('零', !wanWritten)
}

// figuresOf gives the decimal digits, lowest place first.
func figuresOf(yuan int64) (figures [places]byte) {
	for p := range figures {
		figures[p] = byte(yuan % 10)
		yuan /= 10
	}
	return figures
}
