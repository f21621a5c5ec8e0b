package xlsx

import (
	"fmt"
	"regexp"
	"strings"

	"h200filing/forms"
	"h200filing/forms/rules"
)

// sum is an aggregate over a list, as Excel computes it, and the conditions
// under which it is known.
type sum struct {
	formula string
	known   []string
}

// sumPattern finds sum(list, .column) and sum(filter(list, .key == "value"),
// .column) in the source of an expression.
var sumPattern = regexp.MustCompile(
	`sum\(\s*(?:filter\(\s*([a-z_.0-9]+)\s*,\s*\.([a-z_0-9]+)\s*==\s*"([^"\\]*)"\s*\)|([a-z_.0-9]+))\s*,\s*\.([a-z_0-9]+)\s*\)`)

// withSums gives the field's expression with every aggregate over a list
// replaced by a name of its own, which stands in w.sums.
func (w *formulas) withSums(f *forms.Field) (*rules.Expr, error) {
	source := f.Compute.String()
	replaced := sumPattern.ReplaceAllStringFunc(source, func(m string) string {
		part := sumPattern.FindStringSubmatch(m)
		s, ok := w.sum(part[1]+part[4], part[2], part[3], part[5])
		if !ok {
			return m
		}
		name := fmt.Sprintf("sum_%d", len(w.sums))
		w.sums[name] = s
		return name
	})
	if replaced == source {
		return f.Compute, nil
	}
	row := ""
	if f.List != nil {
		row = f.List.ID + "[]"
	}
	return rules.Compile(replaced, rules.Scope{Row: row, Has: func(string) bool { return true }})
}

// sum writes one aggregate. It is known when every row that is filled in has its
// number.
func (w *formulas) sum(listID, key, value, column string) (sum, bool) {
	list, of := w.form.Field(listID), w.form.Field(listID+"[]."+column)
	if list == nil || list.Type != forms.TypeRows || list.List != nil || of == nil || !of.Type.Numeric() {
		return sum{}, false
	}
	numbers := Name(of.ID)
	if key == "" {
		return sum{formula: "SUM(" + numbers + ")", known: []string{filledRows(list) + "=COUNT(" + numbers + ")"}}, true
	}
	by := w.form.Field(listID + "[]." + key)
	if by == nil {
		return sum{}, false
	}
	word := w.choice(by, value)
	if word == "" || strings.ContainsAny(word, "<>=*?~") { // a pattern to SUMIF
		return sum{}, false
	}
	criterion := Name(by.ID) + "," + w.quoted(word)
	return sum{
		formula: "SUMIF(" + criterion + "," + numbers + ")",
		known:   []string{"COUNTIF(" + criterion + ")=COUNTIFS(" + criterion + "," + numbers + "," + w.quoted(">=-1E+300") + ")"},
	}, true
}

// filledRows counts the rows of a list that somebody filled in, by its columns
// that always have to be.
func filledRows(list *forms.Field) string {
	var counts []string
	for _, c := range list.Fields {
		if c.Required && c.When == nil && !c.Computed() && len(counts) < 3 {
			counts = append(counts, "COUNTA("+Name(c.ID)+")")
		}
	}
	if len(counts) == 0 {
		return "COUNTA(" + Name(list.Fields[0].ID) + ")"
	}
	return "MAX(" + strings.Join(counts, ",") + ")"
}
