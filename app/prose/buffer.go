package prose

import (
	"slices"
	"sort"
	"strings"
)

// pos is a place between characters: before the col-th of the par-th paragraph.
type pos struct{ par, col int }

// buffer is the text as paragraphs, laid out for one measure. It has at least one
// paragraph.
type buffer struct {
	pars    []*paragraph
	measure *measure
	width   float32 // 0 until the widget has a size: nothing is laid out
	index   index
	stale   bool
}

// index holds the sums over the paragraphs before each, and over all at the end.
type index struct {
	rows, runes []int
}

func newBuffer() *buffer {
	return &buffer{pars: []*paragraph{newParagraph(nil)}, stale: true}
}

// sums are brought up to date when they are asked for.
func (b *buffer) sums() *index {
	if !b.stale {
		return &b.index
	}
	b.stale = false
	x := &b.index
	x.rows = slices.Grow(x.rows[:0], len(b.pars)+1)[:len(b.pars)+1]
	x.runes = slices.Grow(x.runes[:0], len(b.pars)+1)[:len(b.pars)+1]
	rows, runes := 0, 0
	for i, p := range b.pars {
		x.rows[i], x.runes[i] = rows, runes
		rows += len(p.lines)
		runes += len(p.text) + 1
	}
	x.rows[len(b.pars)], x.runes[len(b.pars)] = rows, runes
	return x
}

// rows is the number of lines.
func (b *buffer) rows() int { return b.sums().rows[len(b.pars)] }

// size is the number of characters, newlines included.
func (b *buffer) size() int { return b.sums().runes[len(b.pars)] - 1 }

// at is the place with a number of characters before it, held within the text.
func (b *buffer) at(offset int) pos {
	offset = min(max(offset, 0), b.size())
	par := sort.SearchInts(b.sums().runes, offset+1) - 1
	return pos{par, offset - b.index.runes[par]}
}

// offset is the number of characters before a place.
func (b *buffer) offset(p pos) int { return b.sums().runes[p.par] + p.col }

// row tells which paragraph and which of its lines a row of the text is.
func (b *buffer) row(n int) (par, line int) {
	rows := b.sums().rows
	n = min(max(n, 0), rows[len(b.pars)]-1)
	par = sort.SearchInts(rows, n+1) - 1
	return par, n - rows[par]
}

// rowOf is the row that a caret stands in.
func (b *buffer) rowOf(p pos, atEnd bool) int {
	return b.sums().rows[p.par] + b.pars[p.par].lineOf(p.col, atEnd)
}

// layout measures and breaks everything.
func (b *buffer) layout(m *measure, width float32) {
	b.measure, b.width, b.stale = m, width, true
	for _, p := range b.pars {
		p.layout(m, width)
	}
}

// rewrap breaks everything for another measure.
func (b *buffer) rewrap(width float32) {
	b.width, b.stale = width, true
	for _, p := range b.pars {
		p.rewrap(width)
	}
}

// replace puts clean text in the place of what is between two places, and gives
// what was there and the place behind the new text.
func (b *buffer) replace(from, to pos, text string) (removed string, end pos) {
	b.stale = true
	removed = b.slice(from, to)
	parts := strings.Split(text, "\n")
	first, last := b.pars[from.par], b.pars[to.par]
	if from.par == to.par && len(parts) == 1 {
		with := []rune(text)
		first.splice(b.measure, from.col, to.col, with)
		return removed, pos{from.par, from.col + len(with)}
	}
	tail := slices.Clone(last.text[to.col:])
	if len(parts) == 1 {
		with := []rune(text)
		first.splice(b.measure, from.col, len(first.text), append(with, tail...))
		b.pars = slices.Delete(b.pars, from.par+1, to.par+1)
		return removed, pos{from.par, from.col + len(with)}
	}
	fresh := make([]*paragraph, 0, len(parts)-1)
	for _, part := range parts[1:] {
		fresh = append(fresh, newParagraph([]rune(part)))
	}
	lowest := fresh[len(fresh)-1]
	end = pos{from.par + len(fresh), len(lowest.text)}
	lowest.splice(nil, len(lowest.text), len(lowest.text), tail)
	if to.par > from.par {
		lowest.state = last.state
	}
	first.splice(b.measure, from.col, len(first.text), []rune(parts[0]))
	if b.width > 0 {
		for _, p := range fresh {
			p.layout(b.measure, b.width)
		}
	}
	b.pars = slices.Replace(b.pars, from.par+1, to.par+1, fresh...)
	return removed, end
}

// slice is the text between two places.
func (b *buffer) slice(from, to pos) string {
	if from.par == to.par {
		return string(b.pars[from.par].text[from.col:to.col])
	}
	var s strings.Builder
	s.WriteString(string(b.pars[from.par].text[from.col:]))
	for par := from.par + 1; par < to.par; par++ {
		s.WriteByte('\n')
		s.WriteString(b.pars[par].string())
	}
	s.WriteByte('\n')
	s.WriteString(string(b.pars[to.par].text[:to.col]))
	return s.String()
}

// text is the whole text.
func (b *buffer) text() string {
	parts := make([]string, len(b.pars))
	for i, p := range b.pars {
		parts[i] = p.string()
	}
	return strings.Join(parts, "\n")
}

// count is the number of characters by the rule of 字数.
func (b *buffer) count() int {
	n := 0
	for _, p := range b.pars {
		n += p.count
	}
	return n
}
