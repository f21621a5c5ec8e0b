package money

// The writing rules are those of 《支付结算办法》附一《正确填写票据和结算凭证的
// 基本规定》 (中国人民银行, 银发〔1997〕393号), articles 1 to 4, in the public
// copy at https://www.cncc.cn/zcfg/200903/t20090323_286.html.

const (
	prefix = "人民币"
	digits = "零壹贰叁肆伍陆柒捌玖"
)

const (
	places  = 15 // digits of the whole part of Max
	longest = 37 // characters after 人民币 of any amount up to Max
)

var (
	digitRunes = []rune(digits)
	unitRunes  = [4]rune{0, '拾', '佰', '仟'}
	// groupRunes close each group of four digits, from the point leftwards;
	// the highest group counts 万 of 亿.
	groupRunes = [4]rune{'元', '万', '亿', '万'}
)

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
	var room [longest]rune
	return prefix + string(spell(room[:0], amount)), nil
}

// spell appends the characters after 人民币 of an amount from 0 to Max.
func spell(out []rune, amount Fen) []rune {
	yuan, jiao, fen := int64(amount/perUnit), amount/10%10, amount%10
	if amount == 0 {
		return append(out, '零', '元', '整')
	}
	if yuan > 0 {
		out = spellWhole(out, yuan)
	}
	switch {
	case jiao == 0 && fen == 0:
		return append(out, '整')
	case yuan > 0 && (jiao == 0 || yuan%10 == 0):
		out = append(out, '零')
	}
	if jiao > 0 {
		out = append(out, digitRunes[jiao], '角')
	}
	if fen > 0 {
		out = append(out, digitRunes[fen], '分')
	}
	return out
}

// spellWhole appends a whole number of 元 above zero, 元 included.
func spellWhole(out []rune, yuan int64) []rune {
	figures := figuresOf(yuan)
	begun, skipped := false, false // a digit was written; zeros since then
	group := false                 // the current group of four has a digit
	for p := places - 1; p >= 0; p-- {
		if d := figures[p]; d != 0 {
			if begun && skipped && innerZero(figures, p) {
				out = append(out, '零')
			}
			out = append(out, digitRunes[d])
			if p%4 > 0 {
				out = append(out, unitRunes[p%4])
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
			out = append(out, groupRunes[p/4])
		}
		group = false
	}
	return out
}

// innerZero reports whether 零 is written before the digit at place p, after
// zeros: always, but for the 仟 behind a written 万, where it may be left out.
func innerZero(figures [places]byte, p int) bool {
	wanWritten := figures[5] != 0 || figures[6] != 0 || figures[7] != 0
	return p != 3 || !wanWritten
}

// figuresOf gives the decimal digits, lowest place first.
func figuresOf(yuan int64) (figures [places]byte) {
	for p := range figures {
		figures[p] = byte(yuan % 10)
		yuan /= 10
	}
	return figures
}
