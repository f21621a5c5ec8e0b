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
func (f Fen) Plain() string {
	size := uint64(f)
	out := make([]byte, 0, 32)
	if f < 0 {
		size = -size // two's complement: right even for the smallest int64
		out = append(out, '-')
	}
	out = strconv.AppendUint(out, size/perUnit, 10)
	cents := size % perUnit
	return string(append(out, '.', byte('0'+cents/10), byte('0'+cents%10)))
}

// Decimal gives the amount in currency units, exactly: 150 fen is 1.5.
func (f Fen) Decimal() decimal.Decimal { return decimal.New(int64(f), -2) }

func tooLarge(f Fen) bool { return f > Max || f < -Max }
