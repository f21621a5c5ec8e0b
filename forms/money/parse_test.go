package money

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

// problemOf gives the code of an error of this package, "" for nil.
func problemOf(t interface{ Fatalf(string, ...any) }, err error) Problem {
	if err == nil {
		return ""
	}
	var refused *Error
	if !errors.As(err, &refused) {
		t.Fatalf("error %v is not a *money.Error", err)
	}
	return refused.Problem
}

func TestParseFen(t *testing.T) {
	for text, want := range map[string]Fen{
		"0":                                0,
		"0.00":                             0,
		"27000.00":                         27_000_00,
		"864,000.00":                       864_000_00,
		"1,234,567.8":                      1_234_567_80,
		"1 234 567.8":                      1_234_567_80,
		"1\u00a0234":                       1_234_00,
		"８６４，０００．５０":                       864_000_50,
		"　￥１２３　":                           123_00,
		"¥ 12.5":                           12_50,
		"12.5元":                            12_50,
		"￥12.5 元":                          12_50,
		"007":                              7_00,
		"999,999,999,999,999.99":           Max,
		"00000000000000000000000000000001": 1_00,
	} {
		if got, err := ParseFen(text); err != nil || got != want {
			t.Errorf("ParseFen(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
}

func TestParseFenRefuses(t *testing.T) {
	for text, want := range map[string]Problem{
		"":                                    Empty,
		" \u3000\t":                           Empty,
		"￥":                                   Empty,
		"元":                                   Empty,
		"abc":                                 NotNumber,
		"1e6":                                 NotNumber,
		"12万":                                 NotNumber,
		"+5":                                  NotNumber,
		".5":                                  NotNumber,
		"5.":                                  NotNumber,
		"1.2.3":                               NotNumber,
		"1.2,3":                               NotNumber,
		"￥￥5":                                 NotNumber,
		"5元元":                                 NotNumber,
		"--5":                                 NotNumber,
		"\xff5":                               NotNumber,
		"1,23":                                Grouping,
		"1234,567":                            Grouping,
		",123":                                Grouping,
		"1,,234":                              Grouping,
		"12 34":                               Grouping,
		"1,234 567":                           Grouping,
		"1  234":                              Grouping,
		"1.234":                               Decimals,
		"1.000":                               Decimals,
		"-3":                                  Negative,
		"－３":                                  Negative,
		"−3":                                  Negative,
		"- 3":                                 Negative,
		"-￥3":                                 Negative,
		"￥-3":                                 Negative,
		"-0":                                  Negative,
		"1000000000000000.00":                 Overflow,
		"99999999999999999999999":             Overflow,
		"99999999999999999999999999999999999": Overflow,
	} {
		got, err := ParseFen(text)
		if problem := problemOf(t, err); got != 0 || problem != want {
			t.Errorf("ParseFen(%q) = %d, %q; want %q", text, got, problem, want)
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct {
		text, want string
		problem    Problem
	}{
		{"7.0800", "7.08", ""},
		{"-1.5", "-1.5", ""},
		{"１，０００．２５", "1000.25", ""},
		{"0.000000000000000001", "0.000000000000000001", ""},
		{"", "0", Empty},
		{"abc", "0", NotNumber},
		{"1e9", "0", NotNumber},
		{"NaN", "0", NotNumber},
		{"7元", "0", NotNumber},
		{"10,00", "0", Grouping},
		{"0.0000000000000000001", "0", Decimals},
		{"1000000000000000000000000", "0", Overflow},
	} {
		got, err := ParseDecimal(c.text)
		if problem := problemOf(t, err); got.String() != c.want || problem != c.problem {
			t.Errorf("ParseDecimal(%q) = %s, %q; want %s, %q", c.text, got, problem, c.want, c.problem)
		}
	}
	if kept, err := ParseDecimal("7.0800"); err != nil || kept.Exponent() != -4 {
		t.Errorf("ParseDecimal(7.0800) has exponent %d (%v), want its four decimals kept", kept.Exponent(), err)
	}
}

func TestErrorNamesProblemAndInput(t *testing.T) {
	_, err := ParseFen("1.234")
	if got, want := err.Error(), `money: decimals: "1.234"`; got != want {
		t.Errorf("error text %q, want %q", got, want)
	}
}

// amounts draws from the whole range, favouring short and round figures.
func amounts() *rapid.Generator[Fen] {
	return rapid.Custom(func(t *rapid.T) Fen {
		amount := rapid.Int64Range(0, int64(Max)).Draw(t, "amount")
		// Zero a run of digits, since the rules are all about zeros.
		power := func(name string) int64 {
			p := int64(1)
			for range rapid.IntRange(0, 17).Draw(t, name) {
				p *= 10
			}
			return p
		}
		low, high := power("low"), power("high")
		if low > high {
			low, high = high, low
		}
		return Fen(amount/high*high + amount%low)
	})
}

// grouped writes a comma before every third digit of the whole part.
func grouped(plain string) string {
	for i := len(plain) - len(".00") - 3; i > 0 && plain[i-1] != '-'; i -= 3 {
		plain = plain[:i] + "," + plain[i:]
	}
	return plain
}

func TestParseReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := amounts().Draw(t, "fen")
		for _, text := range []string{amount.Plain(), grouped(amount.Plain()), "￥" + grouped(amount.Plain()) + "元"} {
			got, err := ParseFen(text)
			if err != nil || got != amount {
				t.Fatalf("ParseFen(%q) = %d, %v; want %d", text, got, err, amount)
			}
		}
	})
}

func FuzzParseFen(f *testing.F) {
	for _, seed := range []string{"864,000.00", "￥１２．５元", "-3", "1 234", "abc", "\xff", "1.234"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		amount, err := ParseFen(text)
		if err != nil {
			if amount != 0 || problemOf(t, err) == "" {
				t.Fatalf("ParseFen(%q) = %d with error %v", text, amount, err)
			}
			return
		}
		if again, err := ParseFen(amount.Plain()); amount < 0 || amount > Max || err != nil || again != amount {
			t.Fatalf("ParseFen(%q) = %d, read again %d, %v", text, amount, again, err)
		}
	})
}

func FuzzParseDecimal(f *testing.F) {
	for _, seed := range []string{"7.0800", "-1", "1,000.5", "1e999999999", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, err := ParseDecimal(text)
		if err != nil {
			problemOf(t, err)
			return
		}
		if again, err := ParseDecimal(value.String()); err != nil || !again.Equal(value) {
			t.Fatalf("ParseDecimal(%q) = %s, read again %s, %v", text, value, again, err)
		}
	})
}
