package gap

import (
	"sync"

	"github.com/shopspring/decimal"
)

// number is a decimal with, where it is small enough, its value in millionths, so that the many comparisons of a large
// matrix need no big integers. Both ways give the same answers.
type number struct {
	value  decimal.Decimal
	micros int64
	small  bool
}

const (
	microDigits = 6
	smallDigits = 15 // |micros| < 10^15, so that micros · 2000 fits 64 bits
	maxDigits   = 30
	maxExponent = 18
)

var pow10 = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// newNumber is false for an unknown number and for one of absurd size, which would cost endless arithmetic.
func newNumber(q Quantity) (number, bool) {
	if q == nil {
		return number{}, false
	}
	exp, digits := int(q.Exponent()), q.NumDigits()
	if exp < -maxExponent || exp > maxExponent || digits > maxDigits {
		return number{}, false
	}
	out := number{value: *q}
	if shift := exp + microDigits; shift >= 0 && digits+shift <= smallDigits {
		out.micros, out.small = q.CoefficientInt64()*pow10[shift], true
	}
	return out, true
}

func (a number) cmp(b number) int {
	if a.small && b.small {
		switch {
		case a.micros < b.micros:
			return -1
		case a.micros > b.micros:
			return 1
		default:
			return 0
		}
	}
	return a.value.Cmp(b.value)
}

// away is |a − b|.
func (a number) away(b number) decimal.Decimal {
	if a.small && b.small {
		return decimal.New(abs(a.micros-b.micros), -microDigits)
	}
	return a.value.Sub(b.value).Abs()
}

// gapPercent is |value − threshold| ÷ |threshold| in percent, half up to one decimal; nil for a threshold of zero.
func gapPercent(value, threshold number) *decimal.Decimal {
	if value.small && threshold.small {
		away, base := abs(threshold.micros-value.micros), abs(threshold.micros)
		if base == 0 {
			return nil
		}
		if away < pow10[smallDigits] {
			return tenthsOf((away*2000 + base) / (2 * base))
		}
	}
	if threshold.value.IsZero() {
		return nil
	}
	away := threshold.value.Sub(value.value).Abs().Shift(2)
	out := halfUp(away, threshold.value.Abs())
	return &out
}

// tenths are the percentages up to 100.0; a large matrix has thousands of them.
var tenths = sync.OnceValue(func() []decimal.Decimal {
	out := make([]decimal.Decimal, 1001)
	for i := range out {
		out[i] = decimal.New(int64(i), -1)
	}
	return out
})

func tenthsOf(i int64) *decimal.Decimal {
	if table := tenths(); i < int64(len(table)) {
		out := table[i]
		return &out
	}
	out := decimal.New(i, -1)
	return &out
}

// halfUp divides exactly and rounds half up to one decimal; both are not negative.
func halfUp(a, b decimal.Decimal) decimal.Decimal {
	two := decimal.NewFromInt(2)
	q, _ := a.Shift(1).Mul(two).Add(b).QuoRem(b.Mul(two), 0)
	return q.Shift(-1)
}

func abs(i int64) int64 {
	if i < 0 {
		return -i
	}
	return i
}
