package gap

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Property: the fast way and the way by big integers agree, in order and in percent.
func TestSmallAndBigNumbersAgree(t *testing.T) {
	draw := func(t *rapid.T, name string) number {
		d := decimal.New(rapid.Int64Range(-9_999_999, 9_999_999).Draw(t, name), int32(rapid.IntRange(-6, 2).Draw(t, name+" exponent")))
		n, ok := newNumber(&d)
		if !ok || !n.small {
			t.Fatalf("%s is %+v", d, n)
		}
		return n
	}
	big := func(n number) number { n.small = false; return n }
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw(t, "a"), draw(t, "b")
		if fast, slow := a.cmp(b), big(a).cmp(big(b)); fast != slow {
			t.Fatalf("cmp %d, %d", fast, slow)
		}
		fast, slow := gapPercent(a, b), gapPercent(big(a), big(b))
		if (fast == nil) != (slow == nil) || fast != nil && !fast.Equal(*slow) {
			t.Fatalf("%s against %s: %v, %v", a.value, b.value, fast, slow)
		}
	})
}

func TestGapPercent(t *testing.T) {
	tests := []struct{ value, threshold, want string }{
		{"128", "136", "5.9"},
		{"3200", "3700", "13.5"},
		{"180", "150", "20"},
		{"64", "136", "52.9"},
		{"0", "136", "100"},
		{"999.5", "1000", "0.1"}, // 0.05 goes up
		{"999.51", "1000", "0"},  // 0.049 goes down
		{"-10", "10", "200"},
		{"10", "-10", "200"},
		{"1", "3", "66.7"},
		{"123456789012345678901234567890", "246913578024691357802469135780", "50"},
		{"0.000000000000000001", "1", "100"},
	}
	for _, tt := range tests {
		v, t0 := decimal.RequireFromString(tt.value), decimal.RequireFromString(tt.threshold)
		value, _ := newNumber(&v)
		threshold, _ := newNumber(&t0)
		if got := gapPercent(value, threshold); got == nil || !got.Equal(decimal.RequireFromString(tt.want)) {
			t.Errorf("%s against %s: %v, want %s", tt.value, tt.threshold, got, tt.want)
		}
	}
	zero := number{}
	if got := gapPercent(zero, zero); got != nil {
		t.Errorf("against zero: %s", got)
	}
}

func TestNumbersOfAbsurdSizeAreRefused(t *testing.T) {
	for _, d := range []decimal.Decimal{decimal.New(1, 9000), decimal.New(1, -9000), decimal.New(1, 19), decimal.RequireFromString("1234567890123456789012345678901")} {
		if n, ok := newNumber(&d); ok {
			t.Errorf("took %+v", n)
		}
	}
	if _, ok := newNumber(nil); ok {
		t.Error("took an unknown number")
	}
}
