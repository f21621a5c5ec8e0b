package honesty

import "github.com/shopspring/decimal"

// scaleDigits is how exactly a value is brought to the unit of a passage.
const scaleDigits = 12

// tolerance is how far a figure may be off that says of itself that it is not exact.
var tolerance = decimal.New(3, -2)

// states reports whether the figure states the value: rounded to the digits written it is the same, a range holds it.
func (c *claim) states(v decimal.Decimal) bool {
	n := c.number
	scaled := v.DivRound(n.scale, scaleDigits)
	if n.upper != nil {
		return scaled.Cmp(n.mantissa) >= 0 && scaled.Cmp(*n.upper) <= 0
	}
	if scaled.Round(n.places).Equal(n.mantissa) {
		return true
	}
	if n.unit == Token && n.scale.Equal(thousand) && v.DivRound(binaryThousand, scaleDigits).Round(n.places).Equal(n.mantissa) {
		return true // 32K is 32768 as well
	}
	return c.approx && scaled.Sub(n.mantissa).Abs().Cmp(n.mantissa.Abs().Mul(tolerance)) <= 0
}

var thousand, binaryThousand = decimal.NewFromInt(1000), decimal.NewFromInt(1024)

// holds reports whether the value stands to the figure as the words say.
func (c *claim) holds(v decimal.Decimal) bool {
	if c.op == opNone || c.states(v) && (c.op == opAtLeast || c.op == opAtMost) {
		return c.states(v)
	}
	d := v.Cmp(c.number.amount())
	switch c.op {
	case opBelow:
		return d < 0
	case opAtMost:
		return d <= 0
	case opAbove:
		return d > 0
	default:
		return d >= 0
	}
}

// unitMatches reports whether a value is held in what the figure is measured in.
func (c *claim) unitMatches(v *Value, m *metric) bool {
	unit := v.Unit
	if unit == "" {
		unit = m.unit
	}
	return unit == c.number.unit
}

// shown is a value in the unit of the figure, exact to six decimals.
func (c *claim) shown(v decimal.Decimal) string { return v.DivRound(c.number.scale, 6).String() }

// statesDate reports whether the date is the value as far as it is given, or a bound that the value keeps: 之前, 之后.
func (r *reader) statesDate(c *claim, v *Value) bool {
	d := c.number.date
	y, m, day := v.On.Date()
	same := (d.year == 0 || d.year == y) && (d.month == 0 || d.month == int(m)) && (d.day == 0 || d.day == day)
	if same || d.year == 0 {
		return same
	}
	stated := (d.year*16+d.month)*32 + d.day
	actual := (y*16+int(m))*32 + day
	if d.month == 0 {
		actual = y * 16 * 32
	} else if d.day == 0 {
		actual = (y*16 + int(m)) * 32
	}
	switch {
	case r.hasPrefix(c.token.to, "前"), r.hasPrefix(c.token.to, "之前"), r.hasPrefix(c.token.to, "以前"), r.hasPrefix(c.token.to, " 前"):
		return actual < stated
	case r.hasPrefix(c.token.to, "后"), r.hasPrefix(c.token.to, "之后"), r.hasPrefix(c.token.to, "以后"), r.hasPrefix(c.token.to, " 后"):
		return actual > stated
	}
	return false
}
