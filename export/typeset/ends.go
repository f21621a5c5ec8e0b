package typeset

// Ends gives where each line that Break would set ends, counted in characters of
// the input. It places nothing, for an editor that breaks lines at each key. Spec's
// Align does not matter; an Em that no advance reaches switches off the sharing of
// blank halves and the squeezing of marks.
func Ends(runs []Run, spec Spec) []int {
	b := newBreaker(runs, spec)
	var ends []int
	first := true
	for start := 0; start < len(b.items); {
		indent := spec.Rest
		if first {
			indent = spec.First
		}
		end := b.end(start, spec.Width-indent+b.lead(start, first))
		ends = append(ends, end)
		first = b.items[end-1].class == newline
		start = end
	}
	return ends
}
