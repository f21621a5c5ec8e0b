package honesty

import (
	"slices"
	"strings"
)

// phrases finds the longest of many phrases that begins at a place. Blanks inside a phrase count neither in the phrase
// nor in the text; a phrase that begins or ends with a letter or digit is not found inside a longer run of them.
type phrases[T any] struct {
	by map[rune][]phrase[T] // by first rune, longest first once sorted
}

type phrase[T any] struct {
	rest  []rune
	value T
}

func newPhrases[T any]() *phrases[T] { return &phrases[T]{by: map[rune][]phrase[T]{}} }

// addAll adds words parted by blanks.
func (p *phrases[T]) addAll(words string, value T) {
	for word := range strings.FieldsSeq(words) {
		p.add(word, value)
	}
}

func (p *phrases[T]) add(word string, value T) {
	w := foldWord(word)
	if len(w) == 0 {
		return
	}
	list := p.by[w[0]]
	at, _ := slices.BinarySearchFunc(list, len(w)-1, func(e phrase[T], n int) int {
		if len(e.rest) > n {
			return -1
		}
		return 1
	})
	p.by[w[0]] = slices.Insert(list, at, phrase[T]{w[1:], value})
}

// find returns the longest phrase at a place of the text and where it ends. Of phrases that are the same the first added
// counts.
func (p *phrases[T]) find(r []rune, from int) (value T, to int, ok bool) {
	if from >= len(r) {
		return value, 0, false
	}
	list := p.by[r[from]]
	if len(list) == 0 || isAlnum(r[from]) && from > 0 && isAlnum(r[from-1]) && !isDigit(r[from-1]) {
		return value, 0, false
	}
	best := -1
	for i := range list {
		if best >= 0 && len(list[i].rest) < len(list[best].rest) {
			break
		}
		if end, match := matches(r, from, list[i].rest); match {
			best, to = i, end // a later one of the same length was added earlier
		}
	}
	if best < 0 {
		return value, 0, false
	}
	return list[best].value, to, true
}

func matches(r []rune, from int, rest []rune) (to int, ok bool) {
	i := from + 1
	for _, c := range rest {
		for i < len(r) && r[i] == ' ' {
			i++
		}
		if i >= len(r) || r[i] != c {
			return 0, false
		}
		i++
	}
	if i < len(r) && isAlnum(r[i-1]) && isAlnum(r[i]) {
		return 0, false
	}
	return i, true
}
