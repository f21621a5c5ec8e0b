package honesty

import (
	"cmp"
	"slices"
)

// sortFindings puts findings in the order of their passages, those of one passage hard ones first.
func sortFindings(all []Finding) {
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.At.End, b.At.End))
	})
}
