package typeset

// chanceKind says whether a line may end between two items.
type chanceKind uint8

const (
	never chanceKind = iota
	soft             // inside a word too long for its line, at a sign such as /
	loose            // between a number and its unit, if nothing else will do
	yes
)

// tolerance keeps sums of rounded widths from breaking a line that fits.
const tolerance = 1e-6

// breaker finds the ends of lines.
type breaker struct {
	// far is how far a gap is gladly opened to fill a line; ragged lines need not
	// be full.
	far    float64
	ragged bool
	*scratch
}

func newBreaker(runs []Run, spec Spec) breaker {
	b := breaker{far: goodStretch * spec.Em, ragged: spec.Align != Justify, scratch: scratches.Get().(*scratch)}
	b.items = itemise(b.items, runs, spec)
	return b
}

// done gives the lists back; nothing of them may be used any more.
func (b *breaker) done() { scratches.Put(b.scratch) }

// lead is the blank half that the line from start on gives up at its start. The
// first line of a paragraph keeps it: headings such as （一） stand two characters
// in.
func (b *breaker) lead(start int, first bool) float64 {
	if first {
		return 0
	}
	return b.items[start].lead
}

// between says whether a line may end after items[i-1] and another begin with
// items[i].
func (b *breaker) between(i int) chanceKind {
	prev, next := &b.items[i-1], &b.items[i]
	switch {
	case prev.class == newline:
		if prev.r == '\r' && next.r == '\n' {
			return never
		}
		return yes
	case next.class == newline, next.class == space, next.class == mark,
		next.class == glue, prev.class == glue, next.class == chance, next.second, next.stuck:
		return never
	case prev.class == chance:
		return yes
	case prev.class == space:
		return b.afterSpace(i)
	case next.noStart, prev.noEnd:
		return b.softWithin(i)
	case b.base(i) == western && next.class == western:
		return b.softWithin(i)
	case isDigit(prev.r) && (isHanUnit.has(next.r) || hanWord(b.items[i:]) > 0):
		return loose
	}
	return yes
}

// base is the class of what stands before items[i], combining marks apart.
func (b *breaker) base(i int) class {
	for i--; i > 0 && b.items[i].class == mark; i-- {
	}
	return b.items[i].class
}

// softWithin offers the joints of addresses, paths and long codes, for words that
// would leave a hole in the line before them or that no line holds. The marks in
// 7,782,336.00, 9:30 and 2026-11-23 are no joints.
func (b *breaker) softWithin(i int) chanceKind {
	prev, next := &b.items[i-1], &b.items[i]
	if next.noStart || prev.noEnd || prev.class != western || i < 2 {
		return never
	}
	switch prev.r {
	case '/', '_', '?', '&', '=', '#', '@':
		return soft
	case '.', ':', ',':
		if !isDigit(b.items[i-2].r) || !isDigit(next.r) {
			return soft
		}
	case '-':
		if !b.inDate(i) {
			return soft
		}
	}
	return never
}

// inDate tells the hyphen before items[i] of a date such as 2026-11-23.
func (b *breaker) inDate(i int) bool {
	for _, back := range []int{len("2026-"), len("2026-11-")} {
		from := i - back
		if from < 0 || from+len(datePattern) > len(b.items) {
			continue
		}
		if fits := b.like(from, datePattern); fits && !b.word(from-1) && !b.word(from+len(datePattern)) {
			return true
		}
	}
	return false
}

const datePattern = "0000-00-00"

// like matches items to a pattern in which 0 is any digit.
func (b *breaker) like(from int, pattern string) bool {
	for j, p := range pattern {
		if r := b.items[from+j].r; p == '0' && !isDigit(r) || p != '0' && r != p {
			return false
		}
	}
	return true
}

// word says whether a code or word goes on at position i.
func (b *breaker) word(i int) bool {
	return i >= 0 && i < len(b.items) && (isLetter(b.items[i].r) || b.items[i].r == '-')
}

// afterSpace keeps a number and the unit after it together.
func (b *breaker) afterSpace(i int) chanceKind {
	if b.items[i].noStart && b.items[i].class == han {
		return never
	}
	if i < 2 || !isDigit(b.items[i-2].r) {
		return yes
	}
	if isHanUnit.has(b.items[i].r) || hanWord(b.items[i:]) > 0 {
		return loose
	}
	const longest = 8
	var unit [longest]rune
	n := 0
	for j := i; j < len(b.items) && b.items[j].class == western; j++ {
		if n == longest {
			return yes
		}
		unit[n] = b.items[j].r
		n++
	}
	for n > 0 && (unit[n-1] == ',' || unit[n-1] == '.' || unit[n-1] == ')') {
		n--
	}
	if n > 0 && westernUnits[string(unit[:n])] {
		return loose
	}
	return yes
}

// end finds the end of the line that begins at start and has room for avail.
func (b *breaker) end(start int, avail float64) int {
	width, last := 0.0, -1
	for i := start; i < len(b.items); i++ {
		it := &b.items[i]
		if i > start && b.between(i) == yes {
			last = i
		}
		if it.class == newline {
			if it.r == '\r' && i+1 < len(b.items) && b.items[i+1].r == '\n' {
				i++
			}
			return i + 1
		}
		if it.class != space && width+it.adv-it.trim > avail+tolerance {
			return b.overflow(start, i, last, width, avail)
		}
		width += it.take
	}
	return len(b.items)
}

// overflow decides where the line ends when items[k] does not fit any more.
func (b *breaker) overflow(start, k, last int, width, avail float64) int {
	if last == k {
		return k
	}
	if in := b.pushIn(start, k, width, avail); in > 0 {
		return in
	}
	if last > start {
		return b.joint(start, k, last, avail)
	}
	return b.force(start, k)
}

// joint moves the end of a line from last into the long code or address that
// follows, or between a long number and its Chinese unit, if the line would else
// gape: be less than two thirds full or have to be stretched too far.
func (b *breaker) joint(start, k, last int, avail float64) int {
	if room, gaps := b.left(start, last, avail); room <= avail/3 && (b.ragged || room <= b.far*float64(gaps)) {
		return last
	}
	for i := k; i > last+1; i-- {
		if c := b.between(i); c == soft && b.longWord(i) || c == loose && avail > longLine*b.far && b.longNumber(i) {
			return i
		}
	}
	return last
}

// longWord says whether the word around position i is long enough to be parted: a
// code or an address, not TB/s or H200-SXM.
func (b *breaker) longWord(i int) bool {
	const least = 12
	from, to := i, i
	for from > 0 && b.items[from-1].class == western {
		from--
	}
	for to < len(b.items) && b.items[to].class == western {
		to++
	}
	return to-from >= least
}

// pushIn tries to squeeze the few characters up to the next chance into the
// line; it is 0 if they do not go in.
func (b *breaker) pushIn(start, k int, width, avail float64) int {
	const most = 3
	slack := 0.0
	for i := start; i < k; i++ {
		slack += b.items[i].slack
	}
	for i := k; i < len(b.items) && i < k+most; i++ {
		it := &b.items[i]
		if it.class == newline {
			return 0
		}
		if width+it.adv-it.trim-slack > avail+tolerance {
			return 0
		}
		if i+1 == len(b.items) || b.between(i+1) == yes || b.items[i+1].class == newline ||
			b.items[i+1].class == space {
			return b.hang(i + 1)
		}
		width += it.take
		slack += it.slack
	}
	return 0
}

// hang takes the spaces and the line end after position i into the line.
func (b *breaker) hang(i int) int {
	for i < len(b.items) && b.items[i].class == space {
		i++
	}
	if i < len(b.items) && b.items[i].class == newline {
		if b.items[i].r == '\r' && i+1 < len(b.items) && b.items[i+1].r == '\n' {
			i++
		}
		i++
	}
	return i
}

// longLine is the measure, in gaps as wide as gladly opened, from which a number may
// leave its unit: about 20 characters. Narrow columns keep the two together.
const longLine = 20 / goodStretch

// longNumber says whether a number of some length and its Chinese unit meet at
// position i.
func (b *breaker) longNumber(i int) bool {
	const least = 6
	if b.items[i].class != han {
		return false
	}
	end := i
	if b.items[end-1].class == space {
		end--
	}
	from := end
	for from > 0 && b.items[from-1].class == western {
		from--
	}
	return end-from >= least
}

// force breaks what no line holds: between a number and its unit, at a joint of
// an address if that fills half the line, else before the first character that
// does not fit, or a little earlier if that is less wrong.
func (b *breaker) force(start, k int) int {
	if k == start {
		k = start + 1
		for k < len(b.items) && b.items[k].class == mark {
			k++
		}
		return b.hang(k)
	}
	for i := k; i > start; i-- {
		if b.between(i) == loose {
			return i
		}
	}
	for i := k; i > start && i > (start+k)/2; i-- {
		if b.between(i) == soft {
			return i
		}
	}
	for i := k; i > start && i > k-4; i-- {
		prev, next := &b.items[i-1], &b.items[i]
		if !next.noStart && !prev.noEnd && !next.second && next.class != mark &&
			next.class != glue && prev.class != glue {
			return i
		}
	}
	for i := k; i > start; i-- {
		if b.items[i].class != mark && !b.items[i].second {
			return i
		}
	}
	return k
}
