// Package rules is the expression language of a form pack: the conditions,
// formulas and assertions written in form.yaml and rules.yaml.
//
// The syntax is that of expr-lang/expr; the meaning differs in two ways that a
// filing needs. Numbers are exact decimals (never binary floats), and logic has
// three values: an answer that is not there is unknown, an operation on an
// unknown is unknown, and "false and unknown" is still false (Kleene, 1952).
// An expression that turns out unknown is reported as not checked, never as
// passed.
//
// The package knows nothing of forms or answers. It is on floor 1 of the house
// and may import expr-lang and shopspring/decimal only.
package rules

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
)

// A Function can be called from an expression. Arguments are decimals, strings,
// bools, dates (time.Time), lists ([]any), rows (map[string]any) or nil for
// unknown; the result is one of them.
type Function func(args ...any) (any, error)

// Scope says what an expression may name.
type Scope struct {
	// Has reports whether a path such as "product.quantity" or
	// "suppliers[].facts[].grade" names a field, a group or a row list.
	Has func(path string) bool
	// Row is the list whose row stands behind the name "row", with its
	// brackets ("suppliers[]"), or "" where there is none.
	Row string
	// Functions are those of the pack's domain, beside the built-in ones; nil is
	// none.
	Functions *Functions
}

// Functions is a set of functions made ready for compiling. It is safe for
// concurrent use.
type Functions struct {
	byName map[string]Function
	mu     sync.Mutex // the compiler's settings are used by one expression at a time
	config *conf.Config
}

// Names lists the functions, sorted.
func (f *Functions) Names() []string { return slices.Sorted(maps.Keys(f.byName)) }

// NewFunctions makes functions ready.
func NewFunctions(functions map[string]Function) *Functions {
	config := conf.CreateNew()
	// The optimiser is left off: with it, nested filter and map lose their place on
	// the stack as later operands (expr-lang v1.17.8; held by TestEval).
	options := []expr.Option{expr.AllowUndefinedVariables(), expr.Optimize(false)}
	for name, f := range operators {
		options = append(options, expr.Function(name, f))
	}
	for name, f := range functions {
		options = append(options, expr.Function(name, f))
	}
	for _, option := range options {
		option(config)
	}
	config.Check()
	return &Functions{byName: functions, config: config}
}

var noFunctions = NewFunctions(nil)

// has reports whether there is a function of a name; no functions have none.
func (f *Functions) has(name string) bool { return f != nil && f.byName[name] != nil }

// compile turns a tree into a program; the tree is changed on the way.
func (f *Functions) compile(tree *parser.Tree) (*vm.Program, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	ast.Walk(&tree.Node, threeValued{})
	if _, err := checker.Check(tree, f.config); err != nil {
		return nil, err
	}
	return compiler.Compile(tree, f.config)
}

// Expr is a compiled expression. It is immutable and safe for concurrent use.
type Expr struct {
	source  string
	program *vm.Program
	refs    []string
	row     string
}

// Compile parses source and binds its names. It refuses a syntax error, a name
// that the scope does not have, and a call to an unknown function; the error
// says which and where in the source.
func Compile(source string, scope Scope) (*Expr, error) {
	if scope.Functions == nil {
		scope.Functions = noFunctions
	}
	tree, err := parser.ParseWithConfig(source, scope.Functions.config)
	if err != nil {
		return nil, fmt.Errorf("expression %q: %w", source, err)
	}
	names := resolver{scope: scope, refs: map[string]bool{}}
	names.walk(tree.Node, nil)
	if len(names.problems) > 0 {
		return nil, fmt.Errorf("expression %q: %s", source, strings.Join(names.problems, "; "))
	}
	program, err := scope.Functions.compile(tree)
	if err != nil {
		return nil, fmt.Errorf("expression %q: %w", source, err)
	}
	return &Expr{source: source, program: program, refs: sortedKeys(names.refs), row: scope.Row}, nil
}

// String returns the source.
func (e *Expr) String() string { return e.source }

// Refs returns the paths that the expression reads, sorted, without doubles.
func (e *Expr) Refs() []string { return e.refs }

// Env is what an expression sees: groups as nested maps, row lists as []any of
// map[string]any, answers as values; what is unknown is absent.
type Env map[string]any

// machines keeps the virtual machines that expressions run on, for their stacks.
var machines = sync.Pool{New: func() any { return new(vm.VM) }}

// Eval computes the expression. A nil value with a nil error means unknown. The
// error is for an operation that cannot be done, such as adding text.
func (e *Expr) Eval(env Env) (any, error) {
	machine := machines.Get().(*vm.VM)
	v, err := machine.Run(e.program, map[string]any(env))
	machines.Put(machine)
	if err != nil {
		return nil, fmt.Errorf("expression %q: %w", e.source, err)
	}
	return normal(v), nil
}

// Truth is a three-valued truth.
type Truth int8

// The three truths; the zero value is Unknown.
const (
	Unknown Truth = iota
	False
	True
)

// Test computes a condition. What is neither true nor false is Unknown, and so
// is a condition that cannot be computed; the error then says why.
func (e *Expr) Test(env Env) (Truth, error) {
	v, err := e.Eval(env)
	if err != nil {
		return Unknown, err
	}
	switch v {
	case true:
		return True, nil
	case false:
		return False, nil
	case nil:
		return Unknown, nil
	}
	return Unknown, fmt.Errorf("expression %q: gives %T, not a truth", e.source, v)
}

func sortedKeys(set map[string]bool) []string {
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
