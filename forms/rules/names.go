package rules

import (
	"fmt"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
)

// resolver finds the paths that a tree reads and the names that nothing bears.
type resolver struct {
	scope    Scope
	refs     map[string]bool
	problems []string
	locals   map[string]string // let variable → path of its value, or ""
}

// walk visits a node. element is the path of "#" in the enclosing predicate
// ("suppliers[]"), or nil outside of one.
func (r *resolver) walk(node ast.Node, element *string) {
	switch n := node.(type) {
	case *ast.IdentifierNode, *ast.MemberNode, *ast.PointerNode, *ast.ChainNode:
		r.reference(node, element)
	case *ast.UnaryNode:
		r.walk(n.Node, element)
	case *ast.BinaryNode:
		r.all(element, n.Left, n.Right)
	case *ast.ConditionalNode:
		r.all(element, n.Cond, n.Exp1, n.Exp2)
	case *ast.CallNode:
		r.call(n, element)
	case *ast.BuiltinNode:
		r.builtin(n, element)
	case *ast.PredicateNode:
		r.walk(n.Node, element)
	case *ast.ArrayNode:
		r.all(element, n.Nodes...)
	case *ast.VariableDeclaratorNode:
		r.declare(n, element)
	}
}

func (r *resolver) all(element *string, nodes ...ast.Node) {
	for _, n := range nodes {
		r.walk(n, element)
	}
}

// reference notes the path of a chain such as product.quantity or row.reply.
func (r *resolver) reference(node ast.Node, element *string) {
	path, ok := r.path(node, element)
	switch {
	case !ok:
		if m, is := unchained(node).(*ast.MemberNode); is {
			r.all(element, m.Node, m.Property)
		}
	case path == "":
	case r.scope.Has(path):
		r.refs[path] = true
	default:
		r.problems = append(r.problems, fmt.Sprintf("nothing is called %q", path))
	}
}

// path gives the field path that a node stands for; "" is a value that is no
// field (today), and false a node that is computed.
func (r *resolver) path(node ast.Node, element *string) (string, bool) {
	switch n := unchained(node).(type) {
	case *ast.IdentifierNode:
		return r.name(n.Value)
	case *ast.PointerNode:
		if element == nil || n.Name != "" {
			return "", true
		}
		return *element, true
	case *ast.MemberNode:
		return r.member(n, element)
	case *ast.BuiltinNode:
		return r.rowsOf(n, element)
	}
	return "", false
}

func (r *resolver) name(name string) (string, bool) {
	if path, ok := r.locals[name]; ok {
		return path, true
	}
	switch {
	case name == "today":
		return "", true
	case name == "row" && r.scope.Row != "":
		return r.scope.Row, true
	}
	return name, true
}

func (r *resolver) member(n *ast.MemberNode, element *string) (string, bool) {
	base, ok := r.path(n.Node, element)
	if !ok {
		return "", false
	}
	switch p := n.Property.(type) {
	case *ast.StringNode:
		if base == "" {
			return "", true
		}
		return base + "." + p.Value, true
	case *ast.IntegerNode:
		return base + "[]", true
	}
	return "", false
}

// rowsOf follows filter, find and the like to the list whose rows they give.
func (r *resolver) rowsOf(n *ast.BuiltinNode, element *string) (string, bool) {
	if len(n.Arguments) == 0 {
		return "", false
	}
	base, ok := r.path(n.Arguments[0], element)
	if !ok || base == "" {
		return "", false
	}
	switch n.Name {
	case "find", "findLast", "first", "last":
		r.builtin(n, element)
		return base + "[]", true
	case "filter", "sortBy":
		r.builtin(n, element)
		return base, true
	}
	return "", false
}

func (r *resolver) call(n *ast.CallNode, element *string) {
	if id, ok := n.Callee.(*ast.IdentifierNode); !ok || !r.scope.Functions.has(id.Value) {
		r.problems = append(r.problems, fmt.Sprintf("no function %q", n.Callee))
	}
	r.all(element, n.Arguments...)
}

func (r *resolver) builtin(n *ast.BuiltinNode, element *string) {
	if _, ok := builtin.Index[n.Name]; !ok && !predicates[n.Name] {
		r.problems = append(r.problems, fmt.Sprintf("no function %q", n.Name))
	}
	inner := element
	for i, argument := range n.Arguments {
		if _, ok := argument.(*ast.PredicateNode); ok {
			r.walk(argument, inner)
			continue
		}
		r.walk(argument, element)
		if i > 0 {
			continue
		}
		rows := ""
		if path, ok := r.path(argument, element); ok && path != "" {
			rows = path + "[]"
		}
		inner = &rows
	}
}

func (r *resolver) declare(n *ast.VariableDeclaratorNode, element *string) {
	r.walk(n.Value, element)
	if r.locals == nil {
		r.locals = map[string]string{}
	}
	r.locals[n.Name], _ = r.path(n.Value, element)
	r.walk(n.Expr, element)
}

func unchained(node ast.Node) ast.Node {
	if c, ok := node.(*ast.ChainNode); ok {
		return c.Node
	}
	return node
}

// predicates are the built-in functions that take a predicate; expr keeps them
// apart from the others.
var predicates = map[string]bool{
	"all": true, "none": true, "any": true, "one": true, "filter": true, "map": true,
	"count": true, "sum": true, "find": true, "findIndex": true, "findLast": true, "sortBy": true,
}
