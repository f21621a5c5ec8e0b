package forms

import (
	"slices"
	"strconv"
	"strings"

	"h200filing/forms/rules"
)

// complete reports whether the rule has what it checks; one that a fault of the pack
// has left without it is not run.
func (r *Rule) complete() bool { return r.Assert != nil || len(r.Distinct) > 0 }

// refs are the paths that the rule reads, sorted, without doubles.
func (r *Rule) refs() []string {
	refs := columns(r.Each, r.Distinct)
	for _, x := range []*rules.Expr{r.When, r.Assert} {
		if x != nil {
			refs = append(refs, x.Refs()...)
		}
	}
	slices.Sort(refs)
	return slices.Compact(refs)
}

// columns are the patterns of some keys of a list.
func columns(list string, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = list + "[]." + key
	}
	return out
}

// holds tells whether what a rule checks is true at one place.
func (e *evaluation) holds(r *Rule, at instance, alike alikeRows) rules.Truth {
	if r.Assert == nil {
		return alike.alone(at, r.Distinct)
	}
	truth, _ := r.Assert.Test(e.env) // what cannot be computed is Unknown
	return truth
}

// alikeRows counts the rows of a list that agree, by what they agree in. It is made
// once for a list, so that a register of thousands of devices is gone through once
// and not once for each of them.
type alikeRows map[string]int

// countAlike counts the rows that have the same values under all of the keys. A row
// that lacks one agrees with none.
func countAlike(rows []instance, keys []string) alikeRows {
	if len(keys) == 0 {
		return nil
	}
	counts := make(alikeRows, len(rows))
	for _, at := range rows {
		if values, ok := valuesOf(at, keys); ok {
			counts[values]++
		}
	}
	return counts
}

// alone tells whether no other row agrees with this one.
func (a alikeRows) alone(at instance, keys []string) rules.Truth {
	values, ok := valuesOf(at, keys)
	switch {
	case !ok:
		return rules.Unknown
	case a[values] > 1:
		return rules.False
	}
	return rules.True
}

// valuesOf writes the values of a row under some keys as one text, the same for equal
// values; ok is false where one is unknown.
func valuesOf(at instance, keys []string) (text string, ok bool) {
	var out strings.Builder
	for _, key := range keys {
		value, known := rules.Key(at.env[key])
		if !known {
			return "", false
		}
		out.WriteString(strconv.Quote(value))
	}
	return out.String(), true
}
