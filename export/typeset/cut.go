package typeset

// cut is a line by the places of its items.
type cut struct {
	start, end   int
	first        bool // of a paragraph
	indent, lead float64
}

// cuts finds the lines of all paragraphs.
func (b *breaker) cuts(spec Spec) []cut {
	out := b.scratch.cuts[:0]
	first := true
	for start := 0; start < len(b.items); {
		c := cut{start: start, first: first, indent: spec.Rest, lead: b.lead(start, first)}
		if first {
			c.indent = spec.First
		}
		c.end = b.end(start, spec.Width-c.indent+c.lead)
		out = append(out, c)
		first = b.items[c.end-1].class == newline
		if !c.first && (first || c.end == len(b.items)) {
			b.feedLast(&out[len(out)-2], &out[len(out)-1], spec)
		}
		start = c.end
	}
	b.scratch.cuts = out
	return out
}

// feedLast moves what comes before it down to the last line of a paragraph that
// would hold a single character, 单字成行, if the line before it can do without.
func (b *breaker) feedLast(prev, last *cut, spec Spec) {
	const most = 4 // characters that may be moved
	if spec.Align > Left || b.bulk(last.start, last.end) != 1 {
		return
	}
	for j := last.start - 1; j > prev.start && j >= last.start-most; j-- {
		if b.between(j) != yes {
			continue
		}
		room, gaps := b.left(prev.start, j, spec.Width-prev.indent+prev.lead)
		if b.bulk(prev.start, j) > b.bulk(j, last.end) && (b.ragged || room <= b.far*float64(gaps)) {
			prev.end, last.start, last.lead = j, j, b.lead(j, false)
		}
		return
	}
}

// bulk counts the characters of a line but for spaces and the marks that belong to
// what is before them.
func (b *breaker) bulk(start, end int) int {
	n := 0
	for _, it := range b.items[start:end] {
		if it.class != space && it.class != newline && it.class != mark && !it.noStart {
			n++
		}
	}
	return n
}

// left is the room that a line from start to end leaves, and the gaps to fill it.
func (b *breaker) left(start, end int, avail float64) (room float64, gaps int) {
	for end > start && b.items[end-1].class == space {
		end--
	}
	for i := start; i < end; i++ {
		avail -= b.items[i].take
		if i+1 < end && opens(&b.items[i], &b.items[i+1]) {
			gaps++
		}
	}
	return avail, gaps
}
