package money

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		fen   Fen
		plain string
	}{
		{0, "0.00"},
		{5, "0.05"},
		{-5, "-0.05"},
		{100_00, "100.00"},
		{999_99, "999.99"},
		{1_000_00, "1000.00"},
		{864_000_00, "864000.00"},
		{-1_234_567_89, "-1234567.89"},
		{Max, "999999999999999.99"},
		{math.MinInt64, "-92233720368547758.08"},
	} {
		if got := c.fen.Plain(); got != c.plain {
			t.Errorf("Fen(%d).Plain() = %q, want %q", int64(c.fen), got, c.plain)
		}
	}
}

func TestRoundHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"0.004", "0"},
		{"0.005", "0.01"},
		{"-0.005", "-0.01"},
		{"0.0049999999999", "0"},
		{"0.015", "0.02"},
		{"0.025", "0.03"},
		{"2.675", "2.68"},
		{"1011703.6800", "1011703.68"},
		{"12", "12"},
		{"1e5", "100000"},
	} {
		in := decimal.RequireFromString(c.in)
		if got := Round(in); got.String() != c.want {
			t.Errorf("Round(%s) = %s, want %s", c.in, got, c.want)
		}
	}
}

func TestFromDecimal(t *testing.T) {
	for _, c := range []struct {
		in      string
		want    Fen
		problem Problem
	}{
		{"0", 0, ""},
		{"1.005", 1_01, ""},
		{"-1.005", -1_01, ""},
		{"8.794039685e6", 8_794_039_69, ""},
		{"999999999999999.99", Max, ""},
		{"999999999999999.994", Max, ""},
		{"999999999999999.995", 0, Overflow},
		{"-1000000000000000", 0, Overflow},
		{"9999999999999999.99", 0, Overflow},
		{"1e10000", 0, Overflow},
	} {
		got, err := FromDecimal(decimal.RequireFromString(c.in))
		if problem := problemOf(t, err); got != c.want || problem != c.problem {
			t.Errorf("FromDecimal(%s) = %d, %q; want %d, %q", c.in, got, problem, c.want, c.problem)
		}
	}
}

// Exponents that no text may carry but that a decimal can hold are answered at
// once, not by computing a power of ten with two thousand million digits.
func TestHugeExponents(t *testing.T) {
	const huge = 2_000_000_000
	if got := Round(decimal.New(1, -huge)); !got.IsZero() {
		t.Errorf("Round of a vanishing amount = %s, want 0", got)
	}
	for _, c := range []struct {
		in      decimal.Decimal
		problem Problem
	}{
		{decimal.New(0, huge), ""},
		{decimal.New(1, -huge), ""},
		{decimal.New(1, huge), Overflow},
	} {
		got, err := FromDecimal(c.in)
		if problem := problemOf(t, err); got != 0 || problem != c.problem {
			t.Errorf("FromDecimal with exponent %d = %d, %q; want 0, %q", c.in.Exponent(), got, problem, c.problem)
		}
	}
}

func TestDecimalAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := Fen(rapid.Int64Range(-int64(Max), int64(Max)).Draw(t, "fen"))
		back, err := FromDecimal(amount.Decimal())
		if err != nil || back != amount {
			t.Fatalf("FromDecimal(%s) = %d, %v; want %d", amount.Decimal(), back, err, amount)
		}
	})
}

// A rounded value is never further than half a fen from the exact one.
func TestRoundIsNearest(t *testing.T) {
	half := decimal.New(5, -3)
	rapid.Check(t, func(t *rapid.T) {
		exact := decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-25, 3).Draw(t, "exponent"))
		rounded := Round(exact)
		if rounded.Sub(exact).Abs().GreaterThan(half) || !rounded.Equal(rounded.Truncate(2)) {
			t.Fatalf("Round(%s) = %s", exact, rounded)
		}
	})
}
