package prose

import (
	"math"
	"slices"
	"sort"
	"unicode"

	"h200filing/export/typeset"
)

// State says how a drafted paragraph stands to the data that it was drafted from.
type State uint8

// The states. Each has its own sign in the margin, told apart by shape and colour.
const (
	Plain     State = iota // written by hand: no sign
	Follows                // follows the data: a ring
	Edited                 // edited by hand after drafting: a square
	OutOfDate              // the data have changed since: a triangle
)

// paragraph is the text between two newlines and its layout.
type paragraph struct {
	text   []rune
	adv    []float32 // advance of each character
	lines  []int     // where each line begins; the first at 0
	width  float32   // the measure that lines were broken for; 0 is none
	count  int       // characters that are no white space
	whole  string    // text as a string, while known
	known  bool
	pieces [][]piece // by line, while known
	state  State
}

func newParagraph(text []rune) *paragraph {
	return &paragraph{text: text, lines: []int{0}, count: countOf(text)}
}

// string is the text; it is kept until the text changes.
func (p *paragraph) string() string {
	if !p.known {
		p.whole, p.known = string(p.text), true
	}
	return p.whole
}

// countOf counts by the rule of 字数: every character that is no white space.
func countOf(text []rune) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// layout measures and breaks the whole paragraph.
func (p *paragraph) layout(m *measure, width float32) {
	p.adv = slices.Grow(p.adv[:0], len(p.text))[:len(p.text)]
	m.fill(p.text, p.adv, 0, len(p.text))
	p.rewrap(width)
}

// rewrap breaks the whole paragraph for another measure.
func (p *paragraph) rewrap(width float32) {
	p.width, p.pieces = width, nil
	p.lines = append(p.lines[:0], 0)
	if len(p.text) == 0 {
		return
	}
	ends := p.breakLines(0, len(p.text))
	p.lines = append(p.lines, ends[:len(ends)-1]...)
}

// splice replaces text[from:to] and mends the layout where there is one.
func (p *paragraph) splice(m *measure, from, to int, with []rune) {
	p.count += countOf(with) - countOf(p.text[from:to])
	p.text = slices.Replace(p.text, from, to, with...)
	p.whole, p.known, p.pieces = "", false, nil
	if p.width == 0 {
		return
	}
	p.adv = slices.Replace(p.adv, from, to, make([]float32, len(with))...)
	a, b := wholeWords(p.text, from, from+len(with))
	m.fill(p.text, p.adv, a, b)
	p.mend(a, to, len(with)-(to-from), b)
}

// noSharing is an em that no advance reaches: the editor shows every full-width
// mark at its full width, so that the caret has its place.
const noSharing = math.MaxFloat64

// breakLines gives the ends of the lines of text[from:to].
func (p *paragraph) breakLines(from, to int) []int {
	next := from
	ends := typeset.Ends([]typeset.Run{{Text: string(p.text[from:to])}}, typeset.Spec{
		Width: float64(p.width), Em: noSharing,
		Advance: func(r rune, _ typeset.Style) float64 {
			for next < to-1 && p.text[next] != r {
				next++ // a character that is not asked for
			}
			next++
			return float64(p.adv[next-1])
		},
	})
	for i := range ends {
		ends[i] += from
	}
	return ends
}

// mend breaks lines again from a little before the change until they agree with
// the old ones. The text from the old position oldEnd on is the same as before,
// moved by delta; what was measured again ends at changed.
func (p *paragraph) mend(from, oldEnd, delta, changed int) {
	const (
		before = 2  // lines that a change can reach back to
		step   = 6  // lines broken at a time
		reach  = 12 // characters that a break can depend on, either side
	)
	old := p.lines
	k := max(0, sort.SearchInts(old, from+1)-1-before)
	for k > 0 && !p.clean(old[k]) {
		k--
	}
	fresh := append([]int(nil), old[:k+1]...)
	perLine := max(8, (len(p.text)-delta)/len(old))
	for start := old[k]; ; {
		stop := min(len(p.text), max(start, changed)+step*perLine+2*reach)
		ends := p.breakLines(start, stop)
		if stop == len(p.text) {
			if len(ends) > 0 {
				fresh = append(fresh, ends[:len(ends)-1]...)
			}
			p.lines = fresh
			return
		}
		settled, kept := start, len(fresh)
		for _, end := range ends {
			if end > stop-reach {
				break
			}
			if at, ok := p.agrees(old, end, delta, max(changed, oldEnd+delta)+reach); ok {
				p.lines = appendMoved(fresh, old[at:], delta)
				return
			}
			fresh = append(fresh, end)
			if p.clean(end) {
				settled, kept = end, len(fresh)
			}
		}
		fresh = fresh[:kept]
		if settled == start {
			perLine += stop - start // nothing to go on from: take more
		}
		start = settled
	}
}

func appendMoved(lines, more []int, delta int) []int {
	for _, line := range more {
		lines = append(lines, line+delta)
	}
	return lines
}

// agrees looks for a new line's beginning among the old ones.
func (p *paragraph) agrees(old []int, at, delta, unchanged int) (index int, ok bool) {
	if at < unchanged || !p.clean(at) {
		return 0, false
	}
	return slices.BinarySearch(old, at-delta)
}

// clean tells whether the lines from col on depend on nothing before it.
func (p *paragraph) clean(col int) bool {
	if col == 0 || col >= len(p.text) {
		return true
	}
	if r := p.text[col-1]; !solid(r) && !unicode.IsSpace(r) {
		return false
	}
	switch p.text[col] {
	case '—', '…', '⋯', '’', '‘', '·', '–', '-':
		return false
	}
	return !attached(p.text[col])
}

// line gives the bounds of a line.
func (p *paragraph) line(i int) (from, to int) {
	if i+1 < len(p.lines) {
		return p.lines[i], p.lines[i+1]
	}
	return p.lines[i], len(p.text)
}

// lineOf is the line that a caret at col stands in: at the seam of two lines the
// second, or the first if atEnd.
func (p *paragraph) lineOf(col int, atEnd bool) int {
	i := sort.SearchInts(p.lines, col+1) - 1
	if atEnd && i > 0 && p.lines[i] == col {
		i--
	}
	return i
}

// x is the distance of a caret at col from the left edge of its line.
func (p *paragraph) x(line, col int) float32 {
	from, to := p.line(line)
	sum := float32(0)
	for i := from; i < min(col, to) && i < len(p.adv); i++ {
		sum += p.adv[i]
	}
	return sum
}

// colAt is the place in a line that is nearest to x. Of a line that another
// follows, the end is a place only with atEnd.
func (p *paragraph) colAt(line int, x float32) (col int, atEnd bool) {
	from, to := p.line(line)
	for col = from; col < to && col < len(p.adv); col++ {
		if x < p.adv[col]/2 {
			break
		}
		x -= p.adv[col]
	}
	for col < to && attached(p.text[col]) {
		col++
	}
	return col, col == to && line+1 < len(p.lines)
}
