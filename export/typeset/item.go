package typeset

import (
	"slices"
	"unicode/utf8"
)

// itemise turns runs into items with everything known that does not depend on
// where lines end, in a list that may be used again.
func itemise(list []item, runs []Run, spec Spec) []item {
	n := 0
	for _, run := range runs {
		n += utf8.RuneCountInString(run.Text)
	}
	items := slices.Grow(list[:0], n)
	for _, run := range runs {
		for i := 0; i < len(run.Text); {
			r, size := utf8.DecodeRuneInString(run.Text[i:])
			it := item{r: r, size: uint8(size), class: classOf(r), style: run.Style}
			it.noStart, it.noEnd = isCloser.has(r), isOpener.has(r)
			if spec.Level >= GB && (r == '/' || r == '／') {
				it.noEnd = true
			}
			if it.class != newline {
				it.adv = spec.Advance(r, run.Style)
			}
			items = append(items, it)
			i += size
		}
	}
	claimWestern(items)
	pairUp(items, spec.Level)
	stickUnits(items)
	share(items, spec.Em)
	part(items, min(spec.Gap, MostGap*spec.Em))
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
func pairUp(items []item, level Level) {
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
					items[k].noStart = level >= Strict
					items[k].second = (k-i)%2 == 1
				}
			}
		}
		i = j
	}
}

// stickUnits keeps units of several characters after a number whole.
func stickUnits(items []item) {
	for i := 1; i < len(items); i++ {
		if items[i].class != han || !afterNumber(items, i) {
			continue
		}
		for k := range hanWord(items[i:]) {
			items[i+k].stuck = k > 0
		}
	}
}

// afterNumber says whether a number stands before items[i], a space apart or not.
func afterNumber(items []item, i int) bool {
	if i > 1 && items[i-1].class == space {
		i--
	}
	return i > 0 && isDigit(items[i-1].r)
}

// hanWord is the length of the unit that items begin with, 0 if they do not.
func hanWord(items []item) int {
	for _, word := range hanWords {
		n := 0
		for n < len(word) && n < len(items) && items[n].r == word[n] {
			n++
		}
		if n == len(word) {
			return n
		}
	}
	return 0
}

// share lets neighbouring full-width marks share their blank halves and notes
// what more each could give.
func share(items []item, em float64) {
	for i := range items {
		it := &items[i]
		it.take = it.adv
		full := it.adv >= 0.9*em
		half := it.adv / 2
		right := full && isBlankRight.has(it.r)
		if right {
			it.trim = half
		}
		if full && isBlankLeft.has(it.r) {
			it.lead = half
		}
		var next rune
		if i+1 < len(items) && items[i+1].adv >= 0.9*em {
			next = items[i+1].r
		}
		gapRight, gapLeft := right, isBlankLeft.has(next)
		switch {
		case right && (gapLeft || isBlankRight.has(next)),
			full && isBlankLeft.has(it.r) && gapLeft:
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

// part puts the gap between Han characters and Latin words. Nothing is put where a
// line begins or ends: the gap belongs to the character before it, which loses it
// there.
func part(items []item, gap float64) {
	if gap <= 0 {
		return
	}
	markWords(items)
	for i := range items[:max(len(items)-1, 0)] {
		it, next := &items[i], &items[i+1]
		switch {
		case it.class == space && it.r == ' ' && i > 0:
			narrow(&items[i-1], it, next, gap)
		case it.worded && isHanLetter(next.r), isHanLetter(it.r) && next.worded:
			it.take += gap
			it.slack += gap / 2
		}
	}
}

// markWords notes which Western characters stand in one word with a letter.
func markWords(items []item) {
	for i := 0; i < len(items); {
		end, letter := i, false
		for ; end < len(items) && items[end].class == western; end++ {
			letter = letter || isLetter(items[end].r) && !isDigit(items[end].r)
		}
		for ; i < end; i++ {
			items[i].worded = letter
		}
		i = end + 1
	}
}

// narrow sets a typed space as a gap where one side is Han, and gives it no room
// beside a full-width mark, which has enough of its own.
func narrow(prev, it, next *item, gap float64) {
	switch {
	case prev.trim > 0 || prev.lead > 0 || next.trim > 0 || next.lead > 0:
		it.take = 0
	case isHanLetter(prev.r) != isHanLetter(next.r) && prev.class != space && next.class != space:
		it.take = min(it.take, gap)
		it.slack = it.take / 2
	}
}
