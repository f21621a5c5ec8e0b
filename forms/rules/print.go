package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// A Style says how an expression is written out: as an Excel formula, or for a
// reader.
type Style struct {
	// Name writes a path as the style names it: a defined name, a label, a
	// label with its value.
	Name func(path string) string
	// Operators maps operators and brackets to their signs; what is missing keeps
	// its own. Only a style with a sign for "in" can write a list of values, parted
	// by that of ",".
	Operators map[string]string
	// Text writes a text that stands in the expression; nil quotes it.
	Text func(text string) string
	// Call writes a function call or a condition ("if"). An error means that
	// the style has no such thing.
	Call func(name string, arguments []string) (string, error)
	// Known are answers that decide conditions: where they settle one, the branch
	// that it takes is written in its place. nil writes every condition out.
	Known Env
	// Rate writes a path that counts per cent, and reports whether it does: "x / 100"
	// of such a path is written as the rate alone. nil knows no rates.
	Rate func(path string) (string, bool)
}

// levels orders the operators by how tightly they bind.
var levels = map[string]int{
	"or": 1, "||": 1, "and": 2, "&&": 2, "in": 3, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3,
	"+": 4, "-": 4, "*": 5, "/": 5, "%": 5,
}

// Format writes the expression in a style, with brackets only where they are
// needed. It fails on what the style cannot say.
func (e *Expr) Format(style Style) (string, error) {
	tree, err := parser.Parse(e.source) // the tree of the program has been changed
	if err != nil {
		return "", fmt.Errorf("expression %q: %w", e.source, err)
	}
	p := printer{Style: style, names: resolver{scope: Scope{Row: e.row, Has: func(string) bool { return true }}, refs: map[string]bool{}}}
	return p.node(tree.Node, 0)
}

type printer struct {
	Style
	names resolver
}

func (p *printer) node(node ast.Node, outer int) (string, error) {
	if path, ok := p.names.path(node, nil); ok && path != "" {
		return p.Name(path), nil
	}
	switch n := node.(type) {
	case *ast.IntegerNode:
		return strconv.Itoa(n.Value), nil
	case *ast.FloatNode:
		return strconv.FormatFloat(n.Value, 'f', -1, 64), nil
	case *ast.StringNode:
		if p.Text != nil {
			return p.Text(n.Value), nil
		}
		return strconv.Quote(n.Value), nil
	case *ast.BoolNode:
		return p.call(strconv.FormatBool(n.Value))
	case *ast.UnaryNode:
		s, err := p.node(n.Node, 6)
		return p.sign(n.Operator) + s, err
	case *ast.BinaryNode:
		return p.binary(n, outer)
	case *ast.ConditionalNode:
		if taken := p.taken(n); taken != nil {
			return p.node(taken, outer)
		}
		return p.call("if", n.Cond, n.Exp1, n.Exp2)
	case *ast.CallNode:
		return p.call(n.Callee.String(), n.Arguments...)
	case *ast.BuiltinNode:
		return p.call(n.Name, n.Arguments...)
	case *ast.PredicateNode:
		return p.node(n.Node, outer)
	case *ast.ArrayNode:
		return p.list(n)
	}
	return "", fmt.Errorf("cannot write %s", node)
}

// taken is the branch that a condition takes by what is known, nil where that does
// not settle it.
func (p *printer) taken(n *ast.ConditionalNode) ast.Node {
	if p.Known == nil {
		return nil
	}
	condition, err := Compile(n.Cond.String(), p.names.scope)
	if err != nil {
		return nil // it calls a function of the pack, which is not at hand here
	}
	switch holds, err := condition.Eval(p.Known); {
	case err != nil:
		return nil
	case holds == true:
		return n.Exp1
	case holds == false:
		return n.Exp2
	}
	return nil
}

// rate is n without its division where that turns a rate per cent into a factor.
func (p *printer) rate(n *ast.BinaryNode) (whole ast.Node, rate string, ok bool) {
	hundred, isNumber := n.Right.(*ast.IntegerNode)
	if p.Rate == nil || n.Operator != "/" || !isNumber || hundred.Value != 100 {
		return nil, "", false
	}
	last := n.Left
	if product, isProduct := last.(*ast.BinaryNode); isProduct && product.Operator == "*" {
		whole, last = product.Left, product.Right
	}
	path, isPath := p.names.path(last, nil)
	if !isPath || path == "" {
		return nil, "", false
	}
	rate, ok = p.Rate(path)
	return whole, rate, ok
}

func (p *printer) binary(n *ast.BinaryNode, outer int) (string, error) {
	level := levels[n.Operator]
	if whole, rate, ok := p.rate(n); ok {
		return p.times(whole, rate, outer)
	}
	left, err := p.node(n.Left, level)
	if err != nil {
		return "", err
	}
	right, err := p.node(n.Right, level+1)
	if err != nil {
		return "", err
	}
	return p.bracketed(left+p.sign(n.Operator)+right, level, outer), nil
}

// times writes the product of a factor, which may be missing, and a rate.
func (p *printer) times(factor ast.Node, rate string, outer int) (string, error) {
	if factor == nil {
		return rate, nil
	}
	s, err := p.node(factor, levels["*"])
	return p.bracketed(s+p.sign("*")+rate, levels["*"], outer), err
}

// bracketed puts s into brackets if its operator binds less than that around it.
func (p *printer) bracketed(s string, level, outer int) string {
	if level < outer {
		return p.sign("(") + s + p.sign(")")
	}
	return s
}

func (p *printer) list(n *ast.ArrayNode) (string, error) {
	if p.Operators["in"] == "" {
		return "", fmt.Errorf("cannot write the list %s", n)
	}
	items := make([]string, len(n.Nodes))
	for i, item := range n.Nodes {
		s, err := p.node(item, 0)
		if err != nil {
			return "", err
		}
		items[i] = s
	}
	return strings.Join(items, p.sign(",")), nil
}

func (p *printer) sign(operator string) string {
	if s, ok := p.Operators[operator]; ok {
		return s
	}
	return operator
}

func (p *printer) call(name string, nodes ...ast.Node) (string, error) {
	arguments := make([]string, len(nodes))
	for i, n := range nodes {
		s, err := p.node(n, 0)
		if err != nil {
			return "", err
		}
		arguments[i] = s
	}
	if p.Call == nil {
		return name + "(" + strings.Join(arguments, ", ") + ")", nil
	}
	return p.Call(name, arguments)
}
