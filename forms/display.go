package forms

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"h200filing/forms/ident"
	"h200filing/forms/rules"
	"h200filing/i18n"
)

// Display writes the value of a question for a reader, with its unit: amounts
// with thousands separators, dates in words, choices by their text, identity
// numbers masked. What is not answered is "", a flawed answer stays as typed.
func (r *Report) Display(q *Question, lang i18n.Lang) string {
	if q.State == Flawed {
		return q.Raw
	}
	if !q.State.Known() || q.Field.Type == TypeRows {
		return ""
	}
	s := r.display(rounded(q), q.Field, lang)
	text := r.Form.Text(lang)
	switch {
	case q.Field.Type == TypeMoney:
		return s + " " + text.Units[r.Currency(q)]
	case q.Field.Type == TypePercent:
		return s + "%"
	case q.Field.Unit != "":
		return s + " " + text.Units[q.Field.Unit]
	}
	return s
}

// rounded cuts a computed number to what a reader needs; a typed one stays as it
// is. Percentages have one decimal, other numbers about four digits.
func rounded(q *Question) any {
	n, ok := q.Value.(decimal.Decimal)
	if !ok || !q.Field.Computed() {
		return q.Value
	}
	switch size := n.Abs(); {
	case q.Field.Type == TypePercent:
		return n.Round(1)
	case q.Field.Type != TypeDecimal:
		return n
	case size.GreaterThanOrEqual(decimal.NewFromInt(1000)):
		return n.Round(0)
	case size.GreaterThanOrEqual(decimal.NewFromInt(100)):
		return n.Round(1)
	}
	return n.Round(2)
}

// Currency gives the currency of a money question: "CNY" or "USD", or "" where
// it is not known yet.
func (r *Report) Currency(q *Question) string {
	if c := r.byPath[Path(q.Field.Currency)]; c != nil {
		s, _ := c.Value.(string)
		return s
	}
	if r.Form.fields[q.Field.Currency] != nil {
		return ""
	}
	return q.Field.Currency
}

func (r *Report) display(value any, f *Field, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	switch v := value.(type) {
	case decimal.Decimal:
		return number(v, f)
	case time.Time:
		return date(v, lang)
	case bool:
		if v {
			return text.Terms["yes"]
		}
		return text.Terms["no"]
	case Attachment:
		return v.Name
	case Sayings:
		return v.Text(lang)
	case metricID:
		return r.MetricName(string(v), lang)
	case factWord:
		return v.write(r, lang)
	case []string:
		names := make([]string, len(v))
		for i, s := range v {
			names[i] = choiceName(text, f, s)
		}
		return strings.Join(names, text.Terms["comma"])
	case string:
		if f != nil && f.Mask == "id_card" {
			return ident.MaskID(v)
		}
		return choiceName(text, f, v)
	}
	return ""
}

// number writes a decimal: money with two decimals and separators, others as
// exactly as they are, with separators from 10,000 on.
func number(n decimal.Decimal, f *Field) string {
	if f != nil && f.Type == TypeMoney {
		return grouped(n.StringFixed(2))
	}
	s := n.Round(4).String()
	if n.Abs().LessThan(decimal.NewFromInt(10000)) {
		return s
	}
	return grouped(s)
}

// grouped puts a comma before every third digit of the whole part.
func grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, pointed := strings.Cut(s, ".")
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if pointed {
		b.WriteString("." + fraction)
	}
	return sign + b.String()
}

func date(t time.Time, lang i18n.Lang) string {
	if lang == i18n.English {
		return t.Format("2 January 2006")
	}
	return t.Format("2006年1月2日")
}

func choiceName(text *Text, f *Field, value string) string {
	if f != nil && f.Choices != "" {
		if name := text.Choices[f.Choices][value]; name != "" {
			return name
		}
	}
	return value
}

func (r *Report) choiceNames(f *Field, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	var names []string
	for _, v := range r.Form.Choices[f.Choices] {
		names = append(names, choiceName(text, f, v))
	}
	return strings.Join(names, text.Terms["comma"])
}

// Plain writes the value of a question for machines: numbers without
// separators, money with two decimals, dates as ISO 8601, choices by their id.
func (q *Question) Plain() string {
	if !q.State.Known() {
		return q.Raw
	}
	switch v := q.Value.(type) {
	case decimal.Decimal:
		if q.Field.Type == TypeMoney {
			return v.StringFixed(2)
		}
		return v.String()
	case time.Time:
		return v.Format(time.DateOnly)
	case bool:
		if v {
			return "true"
		}
		return "false"
	case Attachment:
		return v.Name
	case Sayings:
		return v.Text(i18n.Hans)
	case []string:
		return strings.Join(v, "\n")
	case string:
		return v
	}
	return q.Raw
}

// Explanation tells how a computed value came about.
type Explanation struct {
	Formula string // in labels: "到岸价 =（货值 + 运保费）× 汇率"
	Applied string // the same, of every condition only the branch that the answers take
	Filled  string // Applied with values
	Inputs  []Input
	Missing []Path
}

// Input is a value that a computation used.
type Input struct {
	Path    Path
	Label   string
	Display string
}

var readable = map[string]string{"*": " × ", "/": " ÷ ", "+": " + ", "-": " − ", "==": " = ", "!=": " ≠ ",
	"<=": " ≤ ", ">=": " ≥ ", "<": " < ", ">": " > "}

// operators are the signs of a formula in a language.
func operators(text *Text) map[string]string {
	signs := maps.Clone(readable)
	signs[","] = text.Terms["comma"]
	for _, word := range []string{"and", "or", "not", "in"} {
		signs[word] = text.Terms["formula."+word]
	}
	signs["&&"], signs["||"], signs["!"] = signs["and"], signs["or"], signs["not"]
	return signs
}

// inBrackets sets the brackets of a language into a formula of words; one of numbers
// keeps those of arithmetic. Wide brackets bring their own room.
func inBrackets(formula string, text *Text) string {
	left, right := text.Terms["formula.open"], text.Terms["formula.close"]
	if left == "(" {
		return formula
	}
	formula = strings.NewReplacer("(", left, ")", right).Replace(formula)
	return strings.NewReplacer(" "+left, left, right+" ", right).Replace(formula)
}

// Explain explains a question's computed value: by the pack's formula, or by
// that of the sizing. A value of another engine has neither, and a typed answer
// gives the zero Explanation.
func (r *Report) Explain(q *Question, lang i18n.Lang) Explanation {
	e := q.Field.Compute
	if e == nil {
		return r.explainFigure(q, lang)
	}
	x := Explanation{Missing: q.Missing}
	inRow := func(pattern string) Path {
		if f := r.Form.fields[pattern]; f != nil && f.List != nil && f.List == q.Field.List {
			return q.Path.Parent().Join(f.Key)
		}
		return Path(pattern)
	}
	label := func(pattern string) string { return r.Form.Text(lang).Fields[pattern].Label }
	value := func(pattern string) string {
		if in := r.byPath[inRow(pattern)]; in != nil && in.State.Known() {
			return r.display(precise(in), in.Field, lang)
		}
		return r.Form.Text(lang).Terms["unknown"]
	}
	known := rules.Env{}
	for _, ref := range e.Refs() {
		in := r.byPath[inRow(ref)]
		if in == nil || in.Field.Type == TypeRows {
			continue
		}
		x.Inputs = append(x.Inputs, Input{Path: in.Path, Label: label(ref), Display: r.Display(in, lang)})
		know(known, in)
	}
	name := label(q.Field.ID) + " = "
	text := r.Form.Text(lang)
	x.Formula = inBrackets(name+r.written(q, wording{name: label}, lang), text)
	x.Applied = inBrackets(name+r.written(q, wording{name: label, known: known}, lang), text)
	x.Filled = r.written(q, wording{name: value, known: known, percent: "%"}, lang)
	return x
}

// precise is the value that a formula is filled in with: a computed decimal in more
// places than it is shown with, so that who works it out again finds the result.
func precise(q *Question) any {
	if n, ok := q.Value.(decimal.Decimal); ok && q.Field.Computed() && q.Field.Type == TypeDecimal {
		return n.Round(4)
	}
	return rounded(q)
}

// know adds the answer to a question at the top of the form to what is known.
func know(known rules.Env, q *Question) {
	group, key, ok := strings.Cut(string(q.Path), ".")
	if !ok || q.Field.List != nil || !q.State.Known() {
		return
	}
	answers, ok := known[group].(map[string]any)
	if !ok {
		answers = map[string]any{}
		known[group] = answers
	}
	answers[key] = q.Value
}

// wording says how the parts of a formula are written.
type wording struct {
	name    func(path string) string // of an answer: its label, or its value
	known   rules.Env                // answers that settle conditions; nil writes all branches
	percent string                   // follows a rate
}

// literal writes a text of an expression: a choice of the fields at hand by its
// name, everything else as it is.
func (r *Report) literal(q *Question, text string, lang i18n.Lang) string {
	for _, id := range append([]string{q.Field.ID}, q.Field.Compute.Refs()...) {
		if f := r.Form.fields[id]; f != nil && f.Choices != "" && slices.Contains(r.Form.Choices[f.Choices], text) {
			return choiceName(r.Form.Text(lang), f, text)
		}
	}
	return text
}

// errUnworded says that a formula calls what the pack has no words for: it counts
// or filters rows, which a formula in labels cannot say.
var errUnworded = errors.New("no words for a call")

// written writes the formula of a computed question in words: calls by the pack's
// term formula.NAME. Where one has none the whole is said to be summed up from
// the rows of a list.
func (r *Report) written(q *Question, in wording, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	terms := text.Terms
	quoted := func(s string) string { return r.literal(q, s, lang) }
	rate := func(path string) (string, bool) {
		f := r.Form.fields[path]
		return in.name(path) + in.percent, f != nil && f.Type == TypePercent
	}
	s, err := q.Field.Compute.Format(rules.Style{Name: in.name, Operators: operators(text), Text: quoted, Known: in.known, Rate: rate, Call: func(f string, args []string) (string, error) {
		words := map[string]string{}
		for i, a := range args {
			words[string(rune('a'+i))] = a
		}
		if t := terms["formula."+f]; t != "" {
			return fillBraces(t, words), nil
		}
		return "", fmt.Errorf("%w: %s", errUnworded, f)
	}})
	if err != nil {
		return terms["formula.list"]
	}
	return s
}
