package forms

import (
	"strconv"

	"github.com/shopspring/decimal"

	"h200filing/forms/money"
)

// limitValues are what the message of each flaw may name: the limit that was passed,
// and how many characters a text has.
var limitValues = map[Flaw][]string{
	BelowMin: {"limit"},
	AboveMax: {"limit"},
	TooLong:  {"limit", "chars"},
}

// limits gives limitValues for an answer as it was typed.
func (f *Field) limits(flaw Flaw, raw string) map[string]any {
	switch flaw {
	case BelowMin:
		return map[string]any{"limit": f.limit(f.Min, decimal.Zero)}
	case AboveMax:
		return map[string]any{"limit": f.limit(f.Max, money.Max.Decimal())}
	case TooLong:
		return map[string]any{"limit": strconv.Itoa(f.MaxChars), "chars": strconv.Itoa(CountChars(raw))}
	}
	return nil
}

// limit writes the field's own limit, or the one of money, which needs none.
func (f *Field) limit(own *decimal.Decimal, other decimal.Decimal) string {
	if own == nil {
		own = &other
	}
	if f.Type == TypePercent {
		return number(*own, f) + "%"
	}
	return number(*own, f)
}
