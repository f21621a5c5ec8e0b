package drafting

// alike is the likeness from which on a paragraph counts as an edited form of a
// drafted one. Half of the neighbouring pairs of characters in common survives
// the usual rewording and is far above what two paragraphs on one subject share.
const alike = 0.5

// pairs counts the neighbouring pairs of characters in a text.
func pairs(s string) (counts map[[2]rune]int, total int) {
	counts = map[[2]rune]int{}
	last := rune(-1)
	for _, r := range s {
		if last >= 0 {
			counts[[2]rune{last, r}]++
			total++
		}
		last = r
	}
	return counts, total
}

// likeness tells, from 0 to 1, how much of a drafted text a paragraph still
// has: the larger of Dice's coefficient over character pairs (Dice, 1945) and
// the part of the drafted pairs that the paragraph holds, so that a paragraph to
// which much was added still counts.
func likeness(drafted, text string) float64 {
	a, n := pairs(drafted)
	b, m := pairs(text)
	if n == 0 || m == 0 {
		return 0
	}
	common := 0
	for p, count := range a {
		common += min(count, b[p])
	}
	return max(2*float64(common)/float64(n+m), float64(common)/float64(n))
}
