package rules_test

import (
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"h200filing/forms/rules"
)

var known = map[string]bool{
	"product": true, "product.quantity": true, "product.unit_price": true, "product.model": true, "product.on": true,
	"suppliers": true, "suppliers[].reply": true, "suppliers[].price": true, "suppliers[].facts": true,
	"suppliers[].facts[].grade": true, "product.ports": true,
}

func scope(row string) rules.Scope {
	return rules.Scope{
		Has:       func(path string) bool { return known[path] || path == "suppliers[]" || path == "suppliers[].facts[]" },
		Row:       row,
		Functions: double,
	}
}

var double = rules.NewFunctions(map[string]rules.Function{
	"double": func(args ...any) (any, error) {
		n, err := rules.Number(args[0])
		return n.Add(n), err
	},
})

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func env() rules.Env {
	return rules.Env{
		"product": map[string]any{"quantity": dec("32"), "unit_price": dec("27000.10"), "model": "h200_sxm", "ports": []any{"a", "b"}},
		"suppliers": []any{
			map[string]any{"reply": "quoted", "price": dec("1.5"), "facts": []any{map[string]any{"grade": "official"}}},
			map[string]any{"reply": "none", "facts": []any{}},
		},
		"today": time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
	}
}

func TestEval(t *testing.T) {
	for source, want := range map[string]any{
		`product.quantity * product.unit_price`:                               dec("864003.20"),
		`0.1 + 0.2 == 0.3`:                                                    true,
		`product.missing_is_a_name_error`:                                     "error",
		`product.on < today`:                                                  nil,
		`product.on < today and product.quantity > 40`:                        false,
		`product.on < today or product.quantity > 20`:                         true,
		`not (product.on < today)`:                                            nil,
		`product.model in ["h200_sxm", "h200_nvl"]`:                           true,
		`product.on != nil`:                                                   nil,
		`len(suppliers) >= 2`:                                                 true,
		`all(suppliers, .reply != "declined")`:                                true,
		`all(suppliers, .price > 1)`:                                          nil,
		`any(suppliers, .price > 1)`:                                          true,
		`count(suppliers, .reply == "quoted") == 1`:                           true,
		`sum(suppliers, .price)`:                                              nil,
		`sum(filter(suppliers, .price != nil or .reply == "quoted"), .price)`: dec("1.5"),
		`len(filter(suppliers, .price > 1))`:                                  dec("1"),
		`product.quantity / 0`:                                                nil,
		`product.quantity / 3 * 3 < 32.0000001`:                               true,
		`product.quantity > 30 ? "many" : "few"`:                              "many",
		`double(product.quantity)`:                                            dec("64"),
		`any(suppliers, any(.facts, .grade == "official"))`:                   true,
		`-product.quantity`:                                                   dec("-32"),
		`product.model matches "^h[0-9]+_"`:                                   true,
		`product.on matches "x"`:                                              nil,
		`not (product.on contains "x")`:                                       nil,
		`product.model startsWith "h200" and product.model endsWith "sxm" and product.model contains "_"`: true,
		`1 <= find(suppliers, .price > 1)?.price`:                                                         true,
		`1 <= findLast(suppliers, .reply == "quoted")?.price`:                                             true,
		`1.5 == last(map(filter(suppliers, .price > 1), .price))`:                                         true,
		`"x" != find(suppliers, .reply == "gone")?.reply`:                                                 nil,
		`2 <= count(suppliers, .reply != "gone") and len(filter(suppliers, .reply == "none")) == 1`:       true,
		`product.model + 1`: "error",
	} {
		e, err := rules.Compile(source, scope(""))
		if err != nil {
			if want != "error" {
				t.Errorf("%s: %v", source, err)
			}
			continue
		}
		got, err := e.Eval(env())
		switch {
		case err != nil:
			if want != "error" {
				t.Errorf("%s: %v", source, err)
			}
		case !equal(got, want):
			t.Errorf("%s = %v, want %v", source, got, want)
		}
	}
}

func equal(a, b any) bool {
	x, ok := a.(decimal.Decimal)
	y, ok2 := b.(decimal.Decimal)
	if ok && ok2 {
		return x.Equal(y)
	}
	return a == b
}

func TestRefs(t *testing.T) {
	for source, want := range map[string]string{
		`product.quantity * product.unit_price + product.quantity`: "product.quantity product.unit_price",
		`all(suppliers, .reply == "quoted" and .price > 1)`:        "suppliers suppliers[].price suppliers[].reply",
		`any(suppliers, any(.facts, .grade == "official"))`:        "suppliers suppliers[].facts suppliers[].facts[].grade",
		`find(suppliers, .price > 1).reply`:                        "suppliers suppliers[].price suppliers[].reply",
		`row.price > today`:                                        "suppliers[].price",
		`let q = product.quantity; q + 1`:                          "product.quantity",
	} {
		e, err := rules.Compile(source, scope("suppliers[]"))
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if got := strings.Join(e.Refs(), " "); got != want {
			t.Errorf("%s reads %q, want %q", source, got, want)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for source, part := range map[string]string{
		`product.qantity > 1`:              `"product.qantity"`,
		`all(suppliers, .answer == "x")`:   `"suppliers[].answer"`,
		`row.price`:                        `"row.price"`,
		`frobnicate(product.quantity)`:     `frobnicate`,
		`product.quantity >`:               `unexpected token`,
		`any(suppliers, any(.facts, .no))`: `"suppliers[].facts[].no"`,
	} {
		if _, err := rules.Compile(source, scope("")); err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%s: error %v, want one that names %s", source, err, part)
		}
	}
}

func TestFormat(t *testing.T) {
	excel := rules.Style{
		Name:      func(p string) string { return p },
		Operators: map[string]string{"==": "=", "!=": "<>"},
		Call: func(name string, args []string) (string, error) {
			return strings.ToUpper(name) + "(" + strings.Join(args, ",") + ")", nil
		},
	}
	for source, want := range map[string]string{
		`(product.quantity + 1) * product.unit_price / 100`:  "(product.quantity+1)*product.unit_price/100",
		`product.quantity - (product.unit_price - 1)`:        "product.quantity-(product.unit_price-1)",
		`product.model == "h200_sxm" ? product.quantity : 0`: `IF(product.model="h200_sxm",product.quantity,0)`,
		`double(product.quantity + 1)`:                       "DOUBLE(product.quantity+1)",
		`-(product.quantity + 1)`:                            "-(product.quantity+1)",
	} {
		e, err := rules.Compile(source, scope(""))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := e.Format(excel); err != nil || got != want {
			t.Errorf("%s is written %q (%v), want %q", source, got, err, want)
		}
	}
}

// TestFormatList: only a style that has a sign for it writes a list of values.
func TestFormatList(t *testing.T) {
	e, err := rules.Compile(`product.model in ["a", "b"] and product.quantity > 1`, scope(""))
	if err != nil {
		t.Fatal(err)
	}
	style := rules.Style{Name: func(p string) string { return p }}
	if got, err := e.Format(style); err == nil {
		t.Errorf("written as %s", got)
	}
	style.Operators = map[string]string{"in": " 属于 ", ",": "、", "and": " 且 "}
	if got, err := e.Format(style); err != nil || got != `product.model 属于 "a"、"b" 且 product.quantity>1` {
		t.Errorf("%s, %v", got, err)
	}
}

// TestKleene holds "and", "or" and "not" to Kleene's tables.
func TestKleene(t *testing.T) {
	truths := []any{true, false, nil}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.SampledFrom(truths).Draw(t, "a"), rapid.SampledFrom(truths).Draw(t, "b")
		e := rules.Env{"product": map[string]any{"quantity": a, "model": b}}
		value := func(source string) any {
			x, err := rules.Compile(source, scope(""))
			if err != nil {
				t.Fatal(err)
			}
			v, err := x.Eval(e)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		if value("not (product.quantity and product.model)") != value("not product.quantity or not product.model") {
			t.Fatalf("de Morgan fails for %v, %v", a, b)
		}
		if value("product.quantity and product.model") != value("product.model and product.quantity") {
			t.Fatalf("and is not symmetric for %v, %v", a, b)
		}
	})
}

func FuzzCompile(f *testing.F) {
	f.Add(`product.quantity > 1`)
	f.Add(`any(suppliers, .price)[0]?.x`)
	f.Fuzz(func(t *testing.T, source string) {
		e, err := rules.Compile(source, scope("suppliers[]"))
		if err != nil {
			return
		}
		if v, err := e.Eval(env()); err == nil && v == nil {
			return
		}
	})
}

// TestFormatLists writes what the printer has to walk through the rows of a list
// for: a call inside of a predicate is none of its own business.
func TestFormatLists(t *testing.T) {
	e, err := rules.Compile(`last(map(filter(rows, answered(.date) and .kind in ["a", "b"]), .count))`, rules.Scope{
		Has:       func(string) bool { return true },
		Functions: rules.NewFunctions(map[string]rules.Function{"answered": func(args ...any) (any, error) { return args[0] != nil, nil }}),
	})
	if err != nil {
		t.Fatal(err)
	}
	plain := rules.Style{Name: func(p string) string { return p }, Call: func(name string, _ []string) (string, error) { return name, nil }}
	if got, err := e.Format(plain); err == nil && got == "" {
		t.Error("a formula over a list is written as nothing")
	}
}
