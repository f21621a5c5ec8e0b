package prose

import (
	"slices"
	"unicode"
)

// Range is a stretch of the text, in characters from its beginning.
type Range struct{ From, To int }

// Matches finds a text in the paragraphs, without overlaps, in their order. Unless
// exact, case and the width of Western characters do not matter. What holds a
// newline is not found.
func (e *Editor) Matches(query string, exact bool) []Range {
	var found []Range
	start := 0
	for _, p := range e.buf.pars {
		for _, col := range occurrences(p.text, []rune(query), exact) {
			found = append(found, Range{start + col, start + col + len([]rune(query))})
		}
		start += len(p.text) + 1
	}
	return found
}

// Find selects the next match after the selection, or the one before it, going
// round at the ends; false if there is none.
func (e *Editor) Find(query string, exact, backwards bool) bool {
	found := e.Matches(query, exact)
	if len(found) == 0 {
		return false
	}
	from, to := e.sel.bounds()
	next := found[0]
	if backwards {
		next = found[len(found)-1]
		for _, r := range slices.Backward(found) {
			if r.To <= from {
				next = r
				break
			}
		}
	} else if i := slices.IndexFunc(found, func(r Range) bool { return r.From >= to }); i >= 0 {
		next = found[i]
	}
	e.Select(next.From, next.To)
	return true
}

// Replace puts another text in the place of the selection if that is a match, and
// selects the next one; false if there is none any more.
func (e *Editor) Replace(query, with string, exact bool) bool {
	from, to := e.sel.bounds()
	if slices.Contains(e.Matches(query, exact), Range{from, to}) {
		e.Insert(with)
	}
	return e.Find(query, exact, false)
}

// ReplaceAll puts another text in the place of every match, as one step of undo,
// and gives their number.
func (e *Editor) ReplaceAll(query, with string, exact bool) int {
	if e.fixed() {
		return 0
	}
	found := e.Matches(query, exact)
	with = clean(with)
	before := e.sel
	for i, r := range slices.Backward(found) {
		removed := e.replace(r.From, r.To, with)
		e.sel = caretAt(r.From + len([]rune(with)))
		if i == len(found)-1 {
			e.history.seal()
			e.history.add(edit{r.From, removed, with}, whole, before, e.sel)
			continue
		}
		e.history.amend(edit{r.From, removed, with}, e.sel)
	}
	if len(found) > 0 {
		e.changed()
	}
	return len(found)
}

// occurrences gives where query begins in text.
func occurrences(text, query []rune, exact bool) []int {
	if len(query) == 0 || len(query) > len(text) {
		return nil
	}
	var found []int
	for i := 0; i+len(query) <= len(text); i++ {
		if matches(text[i:], query, exact) {
			found = append(found, i)
			i += len(query) - 1
		}
	}
	return found
}

func matches(text, query []rune, exact bool) bool {
	for i, r := range query {
		if text[i] != r && (exact || folded(text[i]) != folded(r)) {
			return false
		}
	}
	return true
}

// folded makes characters alike that differ in case or width only.
func folded(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		r -= 0xFF01 - '!'
	}
	return unicode.ToLower(r)
}
