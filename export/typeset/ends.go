package typeset

// Ends gives where each line that Break would set ends, counted in characters of
// the input. It places nothing, for an editor that breaks lines at each key. Spec's
// Align does not matter; an Em that no advance reaches switches off the sharing of
// blank halves and the squeezing of marks.
func Ends(runs []Run, spec Spec) []int {
	b := newBreaker(runs, spec)
	defer b.done()
	cuts := b.cuts(spec)
	ends := make([]int, len(cuts))
	for i, c := range cuts {
		ends[i] = c.end
	}
	return ends
}
