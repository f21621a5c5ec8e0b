package honesty

import (
	"strings"

	"github.com/shopspring/decimal"
)

// number is a figure as it is written: Mantissa with Places decimals, times Scale of Unit.
type number struct {
	mantissa decimal.Decimal
	places   int32
	scale    decimal.Decimal
	unit     Unit
	upper    *decimal.Decimal // of a range, in units of scale
	more     bool             // 余, 多: at least
	date     date
	unitAt   int // where multiplier and unit begin
}

func (n *number) amount() decimal.Decimal { return n.mantissa.Mul(n.scale) }

// longestNumber bounds the digits of a figure, which bounds the arithmetic on it.
const longestNumber = 24

// multipliers stand between digits and unit.
var multipliers = map[rune]int32{'万': 4, '亿': 8, '千': 3, '百': 2}

// readNumber reads a figure at a place, with its multiplier, its range and its unit. False where there is none.
func (s *scanner) readNumber(from int) (n number, to int, ok bool) {
	if d, to, ok := readDate(s.r, from); ok {
		return number{unit: Calendar, date: d}, to, true
	}
	if s.hasPrefix(from, "百分之") {
		return s.percentInWords(from)
	}
	from, currency := s.currencySign(from)
	n, to, ok = s.mantissa(from)
	if !ok {
		return n, from, false
	}
	n.unit, n.unitAt = Plain, to
	to = s.unitAfter(&n, to)
	if currency != "" && (n.unit == Plain || n.unit == Other) {
		n.unit = currency
	}
	return s.readRange(n, to), s.end(to), true
}

// mantissa reads digits or Chinese numerals. Numerals count only before a unit, because many words hold one.
func (s *scanner) mantissa(from int) (n number, to int, ok bool) {
	if from >= len(s.r) {
		return n, from, false
	}
	n.scale = one
	if isDigit(s.r[from]) {
		n.mantissa, n.places, to, ok = readDigits(s.r, from)
		return n, to, ok
	}
	if !isNumeral(s.r[from]) || from > 0 && (s.r[from-1] == '第' || s.r[from-1] == '统' || s.r[from-1] == '唯') {
		return n, from, false
	}
	n.mantissa, n.places, to, ok = readNumeral(s.r, from)
	if !ok || to >= len(s.r) {
		return n, from, false
	}
	if _, _, unit := s.units.find(s.r, s.skipBlanks(to)); !unit && !s.multiplied(to) {
		return n, from, false
	}
	return n, to, true
}

// multiplied reports a multiplier and a unit at a place, as in 三百余万元.
func (s *scanner) multiplied(at int) bool {
	var n number
	n.scale, n.unit = one, Plain
	s.unitAfter(&n, at)
	return n.unit != Plain
}

var one = decimal.NewFromInt(1)

// readDigits reads 3200, 3,200 and 3,200.5. A comma counts only between groups of three.
func readDigits(r []rune, from int) (value decimal.Decimal, places int32, to int, ok bool) {
	var digits strings.Builder
	for to = from; to < len(r); to++ {
		if !isDigit(r[to]) && !(r[to] == ',' && groupAt(r, from, to)) {
			break
		}
		if r[to] != ',' {
			digits.WriteRune(r[to])
		}
	}
	if to+1 < len(r) && r[to] == '.' && isDigit(r[to+1]) {
		digits.WriteByte('.')
		for to++; to < len(r) && isDigit(r[to]); to++ {
			digits.WriteRune(r[to])
			places++
		}
	}
	if digits.Len() > longestNumber {
		return decimal.Zero, 0, from, false
	}
	value, err := decimal.NewFromString(digits.String())
	return value, places, to, err == nil
}

// groupAt reports whether the comma at a place parts groups of three digits.
func groupAt(r []rune, from, comma int) bool {
	first := comma
	for first > from && isDigit(r[first-1]) {
		first--
	}
	if n := comma - first; n > 3 || first > from && n != 3 {
		return false
	}
	end := comma + 1
	for end < len(r) && isDigit(r[end]) {
		end++
	}
	return end-comma == 4
}

// unitAfter reads 余, a multiplier and a unit, in that order, each optional, and returns the end of what it read.
func (s *scanner) unitAfter(n *number, at int) int {
	end := at
	for range 4 {
		next := s.skipBlanks(end)
		if next >= len(s.r) {
			return end
		}
		if u, to, ok := s.units.find(s.r, next); ok {
			n.unit, n.scale = u.unit, n.scale.Mul(u.scale)
			return to
		}
		m, times := multipliers[s.r[next]]
		switch {
		case times:
			n.scale = n.scale.Shift(m)
		case s.r[next] == '余' || s.r[next] == '多':
			n.more = true
		default:
			return end
		}
		end = next + 1
	}
	return end
}

// readRange reads 至 and a second figure of the same unit, the end of which it leaves in s.rangeEnd.
func (s *scanner) readRange(n number, at int) number {
	s.rangeEnd = 0
	next := s.skipBlanks(at)
	if next+1 >= len(s.r) || !strings.ContainsRune("-~至到", s.r[next]) {
		return n
	}
	next = s.skipBlanks(next + 1)
	if next >= len(s.r) || !isDigit(s.r[next]) {
		return n
	}
	upper, to, ok := s.mantissa(next)
	if !ok {
		return n
	}
	upper.unit, upper.unitAt = Plain, to
	to = s.unitAfter(&upper, to)
	if n.unit != Plain && upper.unit != n.unit {
		return n
	}
	if n.unit == Plain {
		n.unit, n.scale = upper.unit, upper.scale
	}
	high := upper.amount().DivRound(n.scale, scaleDigits)
	n.upper, n.unitAt, s.rangeEnd = &high, upper.unitAt, to
	return n
}

// end is the end of the figure just read.
func (s *scanner) end(to int) int { return max(to, s.rangeEnd) }

func (s *scanner) percentInWords(from int) (n number, to int, ok bool) {
	at := s.skipBlanks(from + len([]rune("百分之")))
	if at >= len(s.r) {
		return n, from, false
	}
	n = number{scale: one, unit: Percent}
	if isDigit(s.r[at]) {
		n.mantissa, n.places, to, ok = readDigits(s.r, at)
	} else {
		n.mantissa, n.places, to, ok = readNumeral(s.r, at)
	}
	n.unitAt = to
	return n, to, ok
}

// currencySigns stand before an amount.
var currencySigns = []struct {
	sign string
	unit Unit
}{{"us$", USD}, {"usd", USD}, {"$", USD}, {"rmb", CNY}, {"cny", CNY}, {"¥", CNY}}

func (s *scanner) currencySign(from int) (int, Unit) {
	for _, c := range currencySigns {
		if s.hasPrefix(from, c.sign) {
			at := s.skipBlanks(from + len([]rune(c.sign)))
			if at < len(s.r) && isDigit(s.r[at]) {
				return at, c.unit
			}
		}
	}
	return from, ""
}
