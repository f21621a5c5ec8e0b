package xlsx

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/forms/rules"
)

// formulas writes computed fields as Excel formulas. While a formula is being
// put together, a name stands in it as a token between open and shut, so that
// it is still known which names have no guard yet. Text constants stand between
// quote marks of their own.
type formulas struct {
	form     *forms.Form
	text     *forms.Text
	column   func(f *forms.Field) string // the cell of a column in the current row
	sums     map[string]sum              // aggregates of the current formula
	ownField *forms.Field
}

const (
	open, shut = "\x01", "\x02"
	orSign     = "\x03"
	quote      = "\x04"
	noSuch     = "\x06"
)

var errInexpressible = errors.New("Excel cannot express it")

// operatorSigns: "or" is written as a function later; what has no sign of its
// own in Excel makes a formula inexpressible.
var operatorSigns = map[string]string{
	"==": "=", "!=": "<>", "or": orSign, "||": orSign,
	"and": noSuch, "&&": noSuch, "in": noSuch, "not": noSuch, "!": noSuch, "%": noSuch,
	"not in": noSuch, "matches": noSuch, "contains": noSuch, "startsWith": noSuch, "endsWith": noSuch, "..": noSuch,
	"??": noSuch, "**": "^",
}

// excelFunctions are the functions of a pack that Excel has under another name;
// @ stands for the arguments.
var excelFunctions = map[string]string{
	"round_up": "ROUNDUP(@,0)", "least": "MIN(@)", "most": "MAX(@)", "abs": "ABS(@)", "true": "TRUE", "false": "FALSE",
}

// write gives the formula of a computed field, without the equals sign. Its
// value is "" while an input is unknown. It fails on what Excel cannot express.
func (w *formulas) write(f *forms.Field) (string, error) {
	if f.Compute == nil {
		return "", errInexpressible
	}
	w.ownField, w.sums = f, map[string]sum{}
	e, err := w.withSums(f)
	if err != nil {
		return "", err
	}
	body, err := e.Format(rules.Style{Name: w.name, Operators: operatorSigns, Call: w.call})
	if err != nil {
		return "", err
	}
	body = w.constants(body)
	if strings.Contains(body, noSuch) || strings.Contains(body, orSign) {
		return "", errInexpressible
	}
	if digits, ok := decimals[f.Type]; ok {
		body = "ROUND(" + body + "," + digits + ")"
	}
	return w.finish(body)
}

// decimals are those to which computed values are rounded, here as in forms.
var decimals = map[forms.Type]string{forms.TypeMoney: "2", forms.TypePercent: "4"}

// failing finds what can give an error: an input that is not known, a division
// by something that could be zero.
var failing = regexp.MustCompile(`NA\(\)|/[^0-9]|/0`)

// finish guards what is left to guard and turns errors into an empty text.
func (w *formulas) finish(body string) (string, error) {
	formula := w.guarded(body, w.quoted(""), nil)
	if failing.MatchString(formula) {
		formula = "IFERROR(" + formula + `,"")`
	}
	formula = strings.ReplaceAll(formula, quote, `"`)
	if strings.ContainsAny(formula, open+shut+orSign+noSuch) || len(formula) > 8000 {
		return "", errInexpressible
	}
	return formula, nil
}

// name writes a path as a token; a truth is compared with the word for yes.
func (w *formulas) name(path string) string {
	token := open + path + shut
	if f := w.form.Field(path); f != nil && f.Type == forms.TypeBool {
		return "(" + token + "=" + w.quoted(w.text.Terms["yes"]) + ")"
	}
	return token
}

func (w *formulas) call(name string, arguments []string) (string, error) {
	if name == "if" {
		for i, a := range arguments {
			arguments[i] = w.constants(a)
		}
		return w.condition(arguments[0], arguments[1], arguments[2])
	}
	format, ok := excelFunctions[name]
	if !ok {
		return "", fmt.Errorf("%s: %w", name, errInexpressible)
	}
	return strings.ReplaceAll(format, "@", strings.Join(arguments, ",")), nil
}

// condition writes a choice between two values. Only the one that is chosen has
// to be known. An "or" is true as soon as one side is, even if another is not
// known.
func (w *formulas) condition(test, yes, no string) (string, error) {
	sides := alternatives(test)
	if len(sides) > 1 {
		test = "OR(" + strings.Join(sides, ",") + ")"
	}
	if strings.Contains(strings.Join(sides, ""), orSign) {
		return "", errInexpressible
	}
	tokens := w.tokens(test)
	no = w.guarded(no, "NA()", tokens)
	if len(sides) > 1 {
		return fmt.Sprintf("IF(%s,%s,IF(%s,%s,NA()))", w.bare(test), w.guarded(yes, "NA()", nil), w.known(tokens), no), nil
	}
	return w.guarded(fmt.Sprintf("IF(%s,%s,%s)", test, w.guarded(yes, "NA()", tokens), no), "NA()", nil), nil
}

// alternatives splits a test at the "or" signs outside of brackets.
func alternatives(test string) []string {
	var sides []string
	depth, start := 0, 0
	for i := range len(test) {
		switch test[i] {
		case '(':
			depth++
		case ')':
			depth--
		case orSign[0]:
			if depth == 0 {
				sides = append(sides, test[start:i])
				start = i + 1
			}
		}
	}
	return append(sides, test[start:])
}

var (
	tokenPattern = regexp.MustCompile(open + `([^` + shut + `]*)` + shut)
	// comparison is a choice compared with one of its values.
	comparison = regexp.MustCompile(open + `([^` + shut + `]*)` + shut + `(=|<>)"([^"\\]*)"`)
	constant   = regexp.MustCompile(`"([^"\\]*)"`)
)

// constants writes text constants as the workbook shows them: compared with a
// choice, as the text of that choice; else as that of the field's own choices.
func (w *formulas) constants(s string) string {
	s = comparison.ReplaceAllStringFunc(s, func(m string) string {
		part := comparison.FindStringSubmatch(m)
		f := w.form.Field(part[1])
		if f == nil {
			return noSuch
		}
		return open + part[1] + shut + part[2] + w.quoted(w.choice(f, part[3]))
	})
	if strings.Contains(s, `\`) || strings.Contains(s, `="`) || strings.Contains(s, `>"`) {
		return noSuch
	}
	return constant.ReplaceAllStringFunc(s, func(m string) string {
		return w.quoted(w.choice(w.ownField, m[1:len(m)-1]))
	})
}

func (w *formulas) choice(f *forms.Field, value string) string {
	if name := w.text.Choices[f.Choices][value]; name != "" {
		return name
	}
	return value
}

func (w *formulas) quoted(s string) string {
	return quote + strings.ReplaceAll(s, `"`, quote+quote) + quote
}

// tokens lists the paths without a guard in order of appearance.
func (w *formulas) tokens(s string) []string {
	var paths []string
	for _, m := range tokenPattern.FindAllStringSubmatch(s, -1) {
		if !slices.Contains(paths, m[1]) {
			paths = append(paths, m[1])
		}
	}
	return paths
}

// guarded computes s only where every name in it that is not guarded yet is
// known, and gives otherwise where not. The names among known are anyway.
func (w *formulas) guarded(s, otherwise string, known []string) string {
	tokens := slices.DeleteFunc(w.tokens(s), func(path string) bool { return slices.Contains(known, path) })
	if len(tokens) == 0 {
		return w.bare(s)
	}
	return "IF(" + w.known(tokens) + "," + w.bare(s) + "," + otherwise + ")"
}

// bare replaces the tokens by what Excel reads.
func (w *formulas) bare(s string) string {
	return tokenPattern.ReplaceAllStringFunc(s, func(m string) string { return w.reference(m[1 : len(m)-1]) })
}

func (w *formulas) reference(path string) string {
	if s, ok := w.sums[path]; ok {
		return s.formula
	}
	f := w.form.Field(path)
	if f == nil {
		return noSuch
	}
	if f.List != nil {
		if w.column == nil || f.List != w.ownField.List {
			return noSuch
		}
		return w.column(f)
	}
	return Name(path)
}

// known writes the condition that all paths are: numbers are counted, truths and
// choices looked up in their list, other answers must not be empty.
func (w *formulas) known(paths []string) string {
	var numbers, conditions []string
	for _, path := range paths {
		f := w.form.Field(path)
		switch s, ok := w.sums[path]; {
		case ok:
			conditions = append(conditions, s.known...)
		case f != nil && (f.Type.Numeric() || f.Type == forms.TypeDate):
			numbers = append(numbers, w.reference(path))
		case f != nil && f.Type == forms.TypeBool:
			conditions = append(conditions, listed(truths, w.reference(path)))
		case f != nil && f.Type == forms.TypeChoice && !f.Open:
			conditions = append(conditions, listed(f.Choices, w.reference(path)))
		default:
			conditions = append(conditions, w.reference(path)+"<>"+w.quoted(""))
		}
	}
	if len(numbers) > 0 {
		count := "COUNT(" + strings.Join(numbers, ",") + ")=" + strconv.Itoa(len(numbers))
		conditions = append([]string{count}, conditions...)
	}
	conditions = uniqueStrings(conditions)
	if len(conditions) == 1 {
		return conditions[0]
	}
	return "AND(" + strings.Join(conditions, ",") + ")"
}

// listed writes the condition that a cell holds a word of a validation list.
// COUNTIF and MATCH would take some of what people type for a pattern.
func listed(list, cell string) string { return "SUMPRODUCT(--(" + ListName(list) + "=" + cell + "))=1" }

func uniqueStrings(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// longestConstant is how long a text constant in a formula may be.
const longestConstant = 255

// holding writes a formula that shows a value which Excel cannot compute for as
// long as the inputs are those it was computed from, and stale afterwards. It
// fails where an input is a list or not a plain value.
func (w *formulas) holding(f *forms.Field, report *forms.Report, value, stale string) (string, error) {
	if f.Compute == nil || f.List != nil || len(value) > longestConstant || strings.Contains(value, "\n") {
		return "", errInexpressible
	}
	var same []string
	for _, ref := range f.Compute.Refs() {
		in := report.Question(forms.Path(ref))
		if in == nil || in.Field.List != nil || !in.State.Known() {
			return "", errInexpressible
		}
		switch v := in.Value.(type) {
		case decimal.Decimal:
			same = append(same, Name(ref)+"="+v.String())
		case string:
			same = append(same, Name(ref)+"="+w.quoted(w.choice(in.Field, v)))
		default:
			return "", errInexpressible
		}
	}
	if len(same) == 0 {
		return "", errInexpressible
	}
	test := same[0]
	if len(same) > 1 {
		test = "AND(" + strings.Join(same, ",") + ")"
	}
	return strings.ReplaceAll("IF("+test+","+w.quoted(value)+","+w.quoted(stale)+")", quote, `"`), nil
}
