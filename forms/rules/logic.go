package rules

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"

	"github.com/expr-lang/expr/ast"
	"github.com/shopspring/decimal"
)

// threeValued rewrites operators into calls of the functions below, so that
// numbers are exact and unknowns stay unknown.
type threeValued struct{}

var binary = map[string]string{
	"+": "_add", "-": "_sub", "*": "_mul", "/": "_div", "%": "_mod",
	"<": "_lt", "<=": "_le", ">": "_gt", ">=": "_ge", "==": "_eq", "!=": "_ne",
	"and": "_and", "&&": "_and", "or": "_or", "||": "_or", "in": "_in",
	"contains": "_contains", "startsWith": "_starts", "endsWith": "_ends", "matches": "_matches",
}

var unary = map[string]string{"-": "_neg", "not": "_not", "!": "_not"}

// quantifiers take a list of truths or numbers where expr takes a predicate.
var quantifiers = map[string]string{"all": "_all", "any": "_any", "none": "_none", "one": "_one", "count": "_count", "sum": "_sum"}

func (threeValued) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		if s, ok := n.Right.(*ast.StringNode); ok && n.Operator == "matches" {
			if pattern, err := regexp.Compile(s.Value); err == nil {
				n.Right = &ast.ConstantNode{Value: pattern}
			}
		}
		if f := binary[n.Operator]; f != "" {
			ast.Patch(node, call(f, n.Left, n.Right))
		}
	case *ast.UnaryNode:
		if f := unary[n.Operator]; f != "" {
			ast.Patch(node, call(f, n.Node))
		}
	case *ast.ConditionalNode:
		ast.Patch(node, call("_if", n.Cond, n.Exp1, n.Exp2))
	case *ast.BuiltinNode:
		quantify(node, n)
	}
}

func quantify(node *ast.Node, n *ast.BuiltinNode) {
	if f := quantifiers[n.Name]; f != "" && len(n.Arguments) > 0 {
		list := n.Arguments[0]
		if len(n.Arguments) > 1 {
			list = &ast.BuiltinNode{Name: "map", Arguments: n.Arguments}
		}
		ast.Patch(node, call(f, list))
		return
	}
	if n.Name != "filter" && n.Name != "find" && n.Name != "findLast" {
		return
	}
	if p, ok := n.Arguments[1].(*ast.PredicateNode); ok && !isCall(p.Node, "_is") {
		p.Node = call("_is", p.Node)
	}
	if f := finders[n.Name]; f != "" {
		ast.Patch(node, call(f, &ast.BuiltinNode{Name: "filter", Arguments: n.Arguments}))
	}
}

// finders replace expr's own: as a later operand those leave a value too many on
// the machine's stack (expr-lang v1.17.8).
var finders = map[string]string{"find": "_first", "findLast": "_last"}

func call(name string, arguments ...ast.Node) ast.Node {
	return &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: arguments}
}

func isCall(node ast.Node, name string) bool {
	c, ok := node.(*ast.CallNode)
	if !ok {
		return false
	}
	id, ok := c.Callee.(*ast.IdentifierNode)
	return ok && id.Value == name
}

var operators = map[string]func(...any) (any, error){
	"_add": arithmetic(func(a, b decimal.Decimal) (decimal.Decimal, error) { return a.Add(b), nil }),
	"_sub": arithmetic(func(a, b decimal.Decimal) (decimal.Decimal, error) { return a.Sub(b), nil }),
	"_mul": arithmetic(func(a, b decimal.Decimal) (decimal.Decimal, error) { return a.Mul(b), nil }),
	"_div": arithmetic(divide),
	"_mod": arithmetic(modulo),
	"_lt":  order(func(c int) bool { return c < 0 }),
	"_le":  order(func(c int) bool { return c <= 0 }),
	"_gt":  order(func(c int) bool { return c > 0 }),
	"_ge":  order(func(c int) bool { return c >= 0 }),
	"_eq":  equality(true),
	"_ne":  equality(false),
	"_and": junction(false),
	"_or":  junction(true),
	"_not": negation,
	"_neg": func(a ...any) (any, error) {
		return arithmetic(func(x, y decimal.Decimal) (decimal.Decimal, error) { return x.Sub(y), nil })(decimal.Zero, a[0])
	},
	"_in": membership,

	"_contains": onText(strings.Contains),
	"_starts":   onText(strings.HasPrefix),
	"_ends":     onText(strings.HasSuffix),
	"_matches":  matching,

	"_if":    conditional,
	"_is":    func(a ...any) (any, error) { return a[0] == true, nil },
	"_all":   func(a ...any) (any, error) { return fold(a[0], false) },
	"_any":   func(a ...any) (any, error) { return fold(a[0], true) },
	"_none":  func(a ...any) (any, error) { v, err := fold(a[0], true); return invert(v), err },
	"_one":   func(a ...any) (any, error) { n, err := countTrue(a[0]); return oneOf(n), err },
	"_count": func(a ...any) (any, error) { return countTrue(a[0]) },
	"_sum":   total,
	"_first": func(a ...any) (any, error) { return end(a[0], func(l []any) any { return l[0] }) },
	"_last":  func(a ...any) (any, error) { return end(a[0], func(l []any) any { return l[len(l)-1] }) },
}

// precision is the number of decimal places that a division keeps.
const precision = 28

// errNothing tells that a quotient does not exist; it counts as unknown.
var errNothing = errors.New("division by zero")

func divide(a, b decimal.Decimal) (decimal.Decimal, error) {
	if b.IsZero() {
		return decimal.Zero, errNothing
	}
	return a.DivRound(b, precision), nil
}

func modulo(a, b decimal.Decimal) (decimal.Decimal, error) {
	if b.IsZero() {
		return decimal.Zero, errNothing
	}
	return a.Mod(b), nil
}

func arithmetic(op func(a, b decimal.Decimal) (decimal.Decimal, error)) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		if args[0] == nil || args[1] == nil {
			return nil, nil
		}
		a, err := Number(args[0])
		if err != nil {
			return nil, err
		}
		b, err := Number(args[1])
		if err != nil {
			return nil, err
		}
		n, err := op(a, b)
		if errors.Is(err, errNothing) {
			return nil, nil
		}
		return n, err
	}
}

// Number reads a decimal out of a value of an expression.
func Number(v any) (decimal.Decimal, error) {
	if n, ok := number(v); ok {
		return n, nil
	}
	return decimal.Zero, fmt.Errorf("%T %v is no number", v, v)
}

// number is Number without an error to tell: most values that are compared are
// texts.
func number(v any) (decimal.Decimal, bool) {
	switch n := v.(type) {
	case decimal.Decimal:
		return n, true
	case int:
		return decimal.NewFromInt(int64(n)), true
	case int64:
		return decimal.NewFromInt(n), true
	case float64:
		if !math.IsNaN(n) && !math.IsInf(n, 0) {
			return decimal.NewFromFloat(n), true
		}
	}
	return decimal.Zero, false
}

func order(holds func(int) bool) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		c, known, err := compare(args[0], args[1])
		if err != nil || !known {
			return nil, err
		}
		return holds(c), nil
	}
}

func compare(a, b any) (sign int, known bool, err error) {
	if a == nil || b == nil {
		return 0, false, nil
	}
	if x, ok := a.(time.Time); ok {
		y, ok := b.(time.Time)
		if !ok {
			return 0, false, fmt.Errorf("a date cannot be compared with %T", b)
		}
		return x.Compare(y), true, nil
	}
	x, err := Number(a)
	if err != nil {
		return 0, false, err
	}
	y, err := Number(b)
	if err != nil {
		return 0, false, err
	}
	return x.Cmp(y), true, nil
}

func equality(want bool) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		a, b := args[0], args[1]
		if a == nil || b == nil {
			return nil, nil
		}
		return same(a, b) == want, nil
	}
}

// same says whether two known values are equal; those of different types are not.
func same(a, b any) bool {
	if x, ok := a.(time.Time); ok {
		y, ok := b.(time.Time)
		return ok && x.Equal(y)
	}
	if x, ok := number(a); ok {
		y, ok := number(b)
		return ok && x.Equal(y)
	}
	return comparable(a) && comparable(b) && a == b
}

// comparable says whether == is defined on a value.
func comparable(v any) bool {
	switch v.(type) {
	case string, bool:
		return true
	}
	return false
}

// junction is "and" (stop false) or "or" (stop true) of three-valued logic.
func junction(stop bool) func(...any) (any, error) {
	return func(args ...any) (any, error) { return fold(args, stop) }
}

func fold(list any, stop bool) (any, error) {
	items, err := listOf(list)
	if err != nil || items == nil {
		return nil, err
	}
	var result any = !stop
	for _, item := range items {
		switch item {
		case stop:
			return stop, nil
		case nil:
			result = nil
		case !stop:
		default:
			return nil, fmt.Errorf("%T is no truth", item)
		}
	}
	return result, nil
}

// end takes an item of a list; an empty list has none.
func end(list any, pick func([]any) any) (any, error) {
	items, err := listOf(list)
	if err != nil || len(items) == 0 {
		return nil, err
	}
	return pick(items), nil
}

func listOf(v any) ([]any, error) {
	switch l := v.(type) {
	case nil:
		return nil, nil
	case []any:
		if l == nil {
			return []any{}, nil
		}
		return l, nil
	}
	return nil, fmt.Errorf("%T is no list", v)
}

func negation(args ...any) (any, error) {
	if args[0] == nil {
		return nil, nil
	}
	if b, ok := args[0].(bool); ok {
		return !b, nil
	}
	return nil, fmt.Errorf("%T is no truth", args[0])
}

func invert(v any) any {
	if b, ok := v.(bool); ok {
		return !b
	}
	return nil
}

func membership(args ...any) (any, error) {
	if args[0] == nil || args[1] == nil {
		return nil, nil
	}
	items, err := listOf(args[1])
	if err != nil {
		return nil, err
	}
	for _, item := range items {
		if item != nil && same(args[0], item) {
			return true, nil
		}
	}
	return false, nil
}

// onText is a test of two texts.
func onText(holds func(s, part string) bool) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		if args[0] == nil || args[1] == nil {
			return nil, nil
		}
		s, ok := args[0].(string)
		part, ok2 := args[1].(string)
		if !ok || !ok2 {
			return nil, fmt.Errorf("%T or %T is no text", args[0], args[1])
		}
		return holds(s, part), nil
	}
}

// matching tests a text against a regular expression, compiled by Compile where
// it stands in the source.
func matching(args ...any) (any, error) {
	if args[0] == nil || args[1] == nil {
		return nil, nil
	}
	s, ok := args[0].(string)
	pattern, ok2 := args[1].(*regexp.Regexp)
	if !ok || !ok2 {
		return nil, fmt.Errorf("%T cannot be matched with %T", args[0], args[1])
	}
	return pattern.MatchString(s), nil
}

func conditional(args ...any) (any, error) {
	switch args[0] {
	case true:
		return args[1], nil
	case false:
		return args[2], nil
	case nil:
		return nil, nil
	}
	return nil, fmt.Errorf("%T is no truth", args[0])
}

func countTrue(list any) (any, error) {
	items, err := listOf(list)
	if err != nil || items == nil {
		return nil, err
	}
	n := 0
	for _, item := range items {
		switch item {
		case nil:
			return nil, nil
		case true:
			n++
		}
	}
	return n, nil
}

func oneOf(n any) any {
	if n == nil {
		return nil
	}
	return n == 1
}

func total(args ...any) (any, error) {
	items, err := listOf(args[0])
	if err != nil || items == nil {
		return nil, err
	}
	sum := decimal.Zero
	for _, item := range items {
		if item == nil {
			return nil, nil
		}
		n, err := Number(item)
		if err != nil {
			return nil, err
		}
		sum = sum.Add(n)
	}
	return sum, nil
}

// normal turns the numbers that expr itself makes into decimals.
func normal(v any) any {
	switch v.(type) {
	case int, int64, float64:
		if n, err := Number(v); err == nil {
			return n
		}
	}
	return v
}
