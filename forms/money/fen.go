package money

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// Fen is an amount in hundredths of its currency unit: fen for CNY, cents for
// USD. The currency itself is kept by the caller.
type Fen int64

// Max is the largest amount the package reads or writes in capitals:
// 999,999,999,999,999.99. It leaves room in an int64 to add ninety such amounts.
const Max Fen = 99_999_999_999_999_999

// perUnit is the number of fen in a yuan.
const perUnit = 100

// Plain writes the amount with two decimals and no separators: "864000.00".
// [ParseFen] reads it back.
func (f Fen) Plain() string { return string(f.figures(0)) }

// String is [Fen.Plain], so that logs and test failures read well.
func (f Fen) String() string { return f.Plain() }

// Format writes the amount with two decimals and a comma before every third
// digit of the whole part: "864,000.00".
func (f Fen) Format() string { return string(f.figures(',')) }

// figures writes the amount; a separator of 0 means none.
func (f Fen) figures(separator byte) []byte {
	size := uint64(f)
	out := make([]byte, 0, 32)
	if f < 0 {
		size = -size // two's complement: right even for the smallest int64
		out = append(out, '-')
	}
	whole := strconv.AppendUint(nil, size/perUnit, 10)
	for i, digit := range whole {
		if separator != 0 && i > 0 && (len(whole)-i)%3 == 0 {
			out = append(out, separator)
		}
		out = append(out, digit)
	}
	cents := size % perUnit
	return append(out, '.', byte('0'+cents/10), byte('0'+cents%10))
}

// Decimal gives the amount in currency units, exactly: 150 fen is 1.5.
func (f Fen) Decimal() decimal.Decimal { return decimal.New(int64(f), -2) }

// Sum adds amounts. A total whose size exceeds [Max] is refused with
// [Overflow]; order does not matter as long as each partial sum stays within.
func Sum(amounts ...Fen) (Fen, error) {
	var total Fen
	for _, amount := range amounts {
		if tooLarge(amount) || tooLarge(total+amount) {
			return 0, refuse(Overflow, total.Plain()+" + "+amount.Plain())
		}
		total += amount
	}
	return total, nil
}

func tooLarge(f Fen) bool { return f > Max || f < -Max }
