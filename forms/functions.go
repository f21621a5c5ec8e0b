package forms

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/accelerator"
	"h200filing/forms/ident"
	"h200filing/forms/money"
	"h200filing/forms/names"
	"h200filing/forms/rules"
)

// functions are what a form pack's expressions may call. An unknown argument
// gives an unknown result, except with answered.
//
//	answered(x)          whether x is known
//	uscc(s) … email(s)   whether s is a right identifier (package ident)
//	hub(code)            key of the national hub node of a region, or "none"
//	days(a, b)           days from a to b
//	chars(s)             characters without blanks (字数)
//	folded(s)            a name as it is compared: half width, small letters, simplified, without blanks
//	unique(list)         whether no two items are equal
//	round_up(n)          the next whole number
//	least(a, b), most(a, b)
//	capital(amount)      人民币大写 of an amount in yuan
//	metric_unit(m)       the unit in which the catalogue states a metric, "none" for yes or no
//	metric_computes(m)   whether a metric is a compute figure, which has to be dense
//	us_export_limits(tpp, bw), us_duty_band(tpp, bw)
//	                     whether the figures lie within (see USExportLimits, USDutyBand)
var functions = rules.NewFunctions(map[string]rules.Function{
	"answered": func(args ...any) (any, error) { return args[0] != nil && args[0] != "", nil },

	"uscc":              identifier(ident.NormaliseCode, ident.USCC),
	"organisation_code": identifier(ident.NormaliseCode, organisationOfUSCC),
	"id_card":           identifier(ident.NormaliseCode, ident.IDCard),
	"customs_code":      identifier(ident.NormaliseCode, ident.CustomsCode),
	"phone":             identifier(ident.NormalisePhone, ident.Phone),
	"email":             identifier(ident.NormaliseEmail, ident.Email),
	"postcode":          identifier(ident.NormaliseDigits, ident.Postcode),
	"region":            identifier(ident.NormaliseDigits, ident.RegionCode),

	"hub":      known(hubNode),
	"days":     known(daysBetween),
	"chars":    known(func(a []any) (any, error) { s, err := textOf(a[0]); return CountChars(s), err }),
	"folded":   known(func(a []any) (any, error) { s, err := textOf(a[0]); return names.Fold(s), err }),
	"unique":   known(unique),
	"round_up": known(func(a []any) (any, error) { n, err := rules.Number(a[0]); return n.Ceil(), err }),
	"least":    known(func(a []any) (any, error) { return extreme(a, decimal.Min) }),
	"most":     known(func(a []any) (any, error) { return extreme(a, decimal.Max) }),
	"capital":  known(capital),

	"metric_unit":      metricFunction(func(m accelerator.Metric) any { return metricUnit(m) }),
	"metric_computes":  metricFunction(func(m accelerator.Metric) any { return m.Kind == accelerator.Compute }),
	"us_export_limits": within(USExportLimits()),
	"us_duty_band":     within(USDutyBand()),
})

// metricFunction asks something about a metric; one that the catalogue does not
// have gives an unknown.
func metricFunction(ask func(accelerator.Metric) any) rules.Function {
	return known(func(args []any) (any, error) {
		s, err := textOf(args[0])
		if m, ok := accelerator.MetricByID(metricName(s)); ok {
			return ask(m), err
		}
		return nil, err
	})
}

// known wraps a function so that an unknown argument gives an unknown result.
func known(f func([]any) (any, error)) rules.Function {
	return func(args ...any) (any, error) {
		if len(args) == 0 {
			return nil, fmt.Errorf("a function needs an argument")
		}
		for _, a := range args {
			if a == nil {
				return nil, nil
			}
		}
		return f(args)
	}
}

func identifier(normalise func(string) string, check func(string) ident.Problem) rules.Function {
	return known(func(args []any) (any, error) {
		s, err := textOf(args[0])
		if err != nil {
			return nil, err
		}
		return check(normalise(s)) == "", nil
	})
}

func organisationOfUSCC(code string) ident.Problem {
	return ident.OrganisationCode(ident.OrganisationPart(code))
}

func textOf(v any) (string, error) {
	if s, ok := v.(string); ok {
		return s, nil
	}
	return "", fmt.Errorf("%T is no text", v)
}

func hubNode(args []any) (any, error) {
	s, err := textOf(args[0])
	if hub := ident.HubNode(ident.NormaliseDigits(s)); hub != ident.NoHub {
		return string(hub), err
	}
	return "none", err
}

func daysBetween(args []any) (any, error) {
	if len(args) == 2 {
		a, ok := args[0].(time.Time)
		b, ok2 := args[1].(time.Time)
		if ok && ok2 {
			return int(b.Sub(a).Hours() / 24), nil
		}
	}
	return nil, fmt.Errorf("days wants two dates")
}

func unique(args []any) (any, error) {
	items, ok := args[0].([]any)
	if !ok {
		return nil, fmt.Errorf("%T is no list", args[0])
	}
	seen := map[any]bool{}
	for _, item := range items {
		if item == nil {
			return nil, nil
		}
		s, err := textOf(item)
		if err != nil {
			return nil, err
		}
		if seen[s] {
			return false, nil
		}
		seen[s] = true
	}
	return true, nil
}

func extreme(args []any, choose func(decimal.Decimal, ...decimal.Decimal) decimal.Decimal) (any, error) {
	numbers := make([]decimal.Decimal, len(args))
	for i, a := range args {
		n, err := rules.Number(a)
		if err != nil {
			return nil, err
		}
		numbers[i] = n
	}
	return choose(numbers[0], numbers[1:]...), nil
}

func capital(args []any) (any, error) {
	n, err := rules.Number(args[0])
	if err != nil {
		return nil, err
	}
	fen, err := money.FromDecimal(money.Round(n))
	if err != nil {
		return nil, err
	}
	return money.Capital(fen)
}
