package prose

import "unicode"

// solid tells the characters that stand by themselves: Han, kana, full-width marks,
// Chinese quotes and dashes. Their advance does not depend on their neighbours.
func solid(r rune) bool {
	switch {
	case r < 0x2010:
		return false
	case attached(r):
		return false
	case r < 0x2070: // dashes, quotes, ellipses
		return true
	case r >= 0x2E80 && r < 0xA4D0, r >= 0xF900 && r < 0xFB00, r >= 0xFE30 && r < 0xFE70:
		return true
	case r >= 0xFF01 && r < 0xFFEF, r >= 0x20000 && r < 0x3FFFF:
		return true
	}
	return false
}

// attached tells the characters that are drawn onto the one before.
func attached(r rune) bool {
	switch {
	case r < 0x300, r >= 0x2010 && r < 0x20D0, r >= 0x3000 && r < 0x302A,
		r >= 0x3400 && r < 0xA000, r >= 0xFF00 && r < 0xFFF0: // nearly all there is
		return false
	}
	return r == 0x200D || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF ||
		r >= 0x1F3FB && r <= 0x1F3FF || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc)
}

// runKind says what a stretch of text is made of, as far as a double click and
// Ctrl with the arrows care.
type runKind uint8

const (
	blank runKind = iota
	ideographs
	word // Western letters and digits
	marks
)

// kindAt is the kind of the character at i; signs inside a number or a word belong
// to it.
func kindAt(text []rune, i int) runKind {
	r := text[i]
	switch {
	case unicode.IsSpace(r):
		return blank
	case attached(r) && i > 0:
		return kindAt(text, i-1)
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul):
		return ideographs
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return word
	case joins(r) && i > 0 && i+1 < len(text) && inWord(text[i-1]) && inWord(text[i+1]):
		return word
	case r == '%' && i > 0 && unicode.IsDigit(text[i-1]):
		return word
	}
	return marks
}

func joins(r rune) bool {
	switch r {
	case '.', ',', '-', '_', '\'', '’', '/', '@', ':', '·':
		return true
	}
	return false
}

func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul)
}

// runAt gives the bounds of the stretch around col: Han between punctuation, a
// word, a number, blanks, or marks. At the end of the text it is the last one.
func runAt(text []rune, col int) (from, to int) {
	if len(text) == 0 {
		return 0, 0
	}
	from = min(col, len(text)-1)
	kind := kindAt(text, from)
	for to = from + 1; to < len(text) && kindAt(text, to) == kind; to++ {
	}
	for from > 0 && kindAt(text, from-1) == kind {
		from--
	}
	return from, to
}

// nextRun is where the run after col begins.
func nextRun(text []rune, col int) int {
	if col >= len(text) {
		return len(text)
	}
	_, to := runAt(text, col)
	for to < len(text) && kindAt(text, to) == blank {
		to++
	}
	return to
}

// previousRun is where the run before col begins.
func previousRun(text []rune, col int) int {
	for col > 0 && kindAt(text, col-1) == blank {
		col--
	}
	if col == 0 {
		return 0
	}
	from, _ := runAt(text, col-1)
	return from
}
