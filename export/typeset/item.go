package typeset

import "unicode/utf8"

// itemise turns runs into items with everything known that does not depend on
// where lines end.
func itemise(runs []Run, spec Spec) []item {
	n := 0
	for _, run := range runs {
		n += len(run.Text)
	}
	items := make([]item, 0, n/2)
	for _, run := range runs {
		for i := 0; i < len(run.Text); {
			r, size := utf8.DecodeRuneInString(run.Text[i:])
			it := item{r: r, size: uint8(size), class: classOf(r), style: run.Style}
			it.noStart, it.noEnd = isCloser[r], isOpener[r]
			if it.class != newline {
				it.adv = spec.Advance(r, run.Style)
			}
			items = append(items, it)
			i += size
		}
	}
	claimWestern(items)
	pairUp(items)
	share(items, spec.Em)
	return items
}

// claimWestern gives an apostrophe, a dash or a point between two letters to
// their word.
func claimWestern(items []item) {
	for i := 1; i+1 < len(items); i++ {
		switch items[i].r {
		case '’', '‘', '·', '–', '-':
			if isLetter(items[i-1].r) && isLetter(items[i+1].r) {
				items[i].class = western
				items[i].noEnd = false
			}
		}
	}
}

// pairUp marks —— and ……, which are one sign each in two characters.
func pairUp(items []item) {
	for i := 0; i < len(items); {
		r := items[i].r
		j := i + 1
		if r == '—' || r == '…' || r == '⋯' {
			for j < len(items) && items[j].r == r {
				j++
			}
			if j-i > 1 {
				for k := i; k < j; k++ {
					items[k].class = pair
					items[k].noStart = false
					items[k].second = (k-i)%2 == 1
				}
			}
		}
		i = j
	}
}

// share lets neighbouring full-width marks share their blank halves and notes
// what more each could give.
func share(items []item, em float64) {
	for i := range items {
		it := &items[i]
		it.take = it.adv
		full := it.adv >= 0.9*em
		half := it.adv / 2
		right := full && isBlankRight[it.r]
		if right {
			it.trim = half
		}
		var next rune
		if i+1 < len(items) && items[i+1].adv >= 0.9*em {
			next = items[i+1].r
		}
		gapRight, gapLeft := right, isBlankLeft[next]
		switch {
		case right && (gapLeft || isBlankRight[next]),
			full && isBlankLeft[it.r] && gapLeft:
			it.take -= half
			if gapRight && gapLeft {
				it.slack = half / 2
			}
		case gapRight:
			it.slack = half
		case gapLeft:
			it.slack = min(half, items[i+1].adv/2)
		}
	}
}
