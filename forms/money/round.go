package money

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// scale is the number of decimals of an amount.
const scale = 2

// Round rounds to the fen, halves away from zero (四舍五入): 0.005 becomes
// 0.01 and -0.005 becomes -0.01. It is the one rounding of the program; a sum
// is formed from unrounded terms or from rounded ones, never from both.
func Round(d decimal.Decimal) decimal.Decimal {
	if d.Exponent() >= -scale {
		return d
	}
	// A coefficient far behind the point would make the library compute an
	// enormous power of ten only to find zero.
	if int64(d.NumDigits())+int64(d.Exponent()) < -scale {
		return decimal.Zero
	}
	return d.Round(scale)
}

// FromDecimal rounds an amount in currency units by [Round] and gives it in
// fen. A size above [Max] is refused with [Overflow]; negative amounts pass,
// since differences may be negative.
func FromDecimal(d decimal.Decimal) (Fen, error) {
	const maxDigits = 16 // of the whole part; Max has 15
	if d.IsZero() {
		return 0, nil
	}
	if int64(d.NumDigits())+int64(d.Exponent()) > maxDigits {
		// Not d.String, which would write every zero of a huge exponent.
		return 0, refuse(Overflow, fmt.Sprintf("%de%d", d.Coefficient(), d.Exponent()))
	}
	// At most 16 digits before the point and two behind it: 18 fit an int64.
	fen := Fen(Round(d).Shift(scale).IntPart())
	if tooLarge(fen) {
		return 0, refuse(Overflow, fen.Plain())
	}
	return fen, nil
}
