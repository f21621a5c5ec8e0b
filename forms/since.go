package forms

import (
	"slices"

	"h200filing/forms/rules"
)

// PackChanges is what a form pack asks and checks otherwise than an older version
// of it; fields and rules in the order of the form, dropped ones in that of the
// older one.
type PackChanges struct {
	Added, Dropped, Changed []*Field // questions; Changed as they are now
	NewRules, OldRules      []*Rule  // checks that are new, and that are made no more
}

// None reports whether nothing has changed but words.
func (c PackChanges) None() bool {
	return len(c.Added)+len(c.Dropped)+len(c.Changed)+len(c.NewRules)+len(c.OldRules) == 0
}

// Since compares a form with an older version of it. Fields and rules are the same
// by their ids; texts do not count.
func (f *Form) Since(old *Form) PackChanges {
	var c PackChanges
	f.Walk(func(field *Field) {
		switch before := old.fields[field.ID]; {
		case before == nil:
			c.Added = append(c.Added, field)
		case asksOtherwise(field, before):
			c.Changed = append(c.Changed, field)
		}
	})
	old.Walk(func(field *Field) {
		if f.fields[field.ID] == nil {
			c.Dropped = append(c.Dropped, field)
		}
	})
	c.NewRules, c.OldRules = without(f.Rules, old.Rules), without(old.Rules, f.Rules)
	return c
}

// asksOtherwise reports whether an answer may be wanted, or read, in another way.
func asksOtherwise(a, b *Field) bool {
	return a.Type != b.Type || a.Required != b.Required || a.Ref != b.Ref || a.Unit != b.Unit || a.Currency != b.Currency ||
		a.Default != b.Default || a.MaxChars < b.MaxChars || a.Least != b.Least || source(a.When) != source(b.When) ||
		source(a.Compute) != source(b.Compute) || a.Engine != b.Engine || !slices.Equal(a.Refused, b.Refused)
}

// source is an expression as it was written, "" for none.
func source(e *rules.Expr) string {
	if e == nil {
		return ""
	}
	return e.String()
}

// without lists the rules that the others do not have.
func without(all, others []*Rule) []*Rule {
	var out []*Rule
	for _, r := range all {
		if !slices.ContainsFunc(others, func(o *Rule) bool { return o.ID == r.ID }) {
			out = append(out, r)
		}
	}
	return out
}
