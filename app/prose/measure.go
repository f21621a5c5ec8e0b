package prose

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// longestWord is how many characters are measured together. Longer ones, which no
// language has, are set character by character.
const longestWord = 48

// measure knows the advances of one face at one size. A character that stands by
// itself is measured once; a Western word is measured as a whole, since the face
// may kern inside it.
type measure struct {
	size  float32
	text  func(string) float32
	runes map[rune]float32
	bmp   [1 << 8]*block // of solid characters; nil where none has been measured
	words map[string][]float32
}

// block is the advances of 256 characters in a row, plus one; 0 is unknown. A text
// uses few of them, and a page has many editors.
type block [1 << 8]float32

// newMeasure measures with the toolkit in the theme's face.
func newMeasure(size float32) *measure {
	return measureWith(size, func(s string) float32 {
		return fyne.MeasureText(s, size, fyne.TextStyle{}).Width
	})
}

func measureWith(size float32, text func(string) float32) *measure {
	return &measure{
		size: size, text: text,
		runes: map[rune]float32{}, words: map[string][]float32{},
	}
}

// solid is the advance of a character that stands by itself.
func (m *measure) solid(r rune) float32 {
	if r >= 0 && r < 1<<16 {
		b := m.bmp[r>>8]
		if b == nil {
			b = new(block)
			m.bmp[r>>8] = b
		}
		w := &b[r&0xff]
		if *w == 0 {
			*w = m.text(string(r)) + 1
		}
		return *w - 1
	}
	w, ok := m.runes[r]
	if !ok {
		w = m.text(string(r))
		m.runes[r] = w
	}
	return w
}

// fill sets adv[from:to] for text[from:to], which must begin and end at the bounds
// of pieces (see pieceEnd).
func (m *measure) fill(text []rune, adv []float32, from, to int) {
	for i := from; i < to; {
		end := pieceEnd(text, i)
		if end == i+1 {
			adv[i] = m.solid(text[i])
		} else {
			copy(adv[i:end], m.word(text[i:end]))
		}
		i = end
	}
}

// word gives the advances inside a piece: the differences of its beginnings'
// widths, which add up to the width of the whole.
func (m *measure) word(piece []rune) []float32 {
	key := string(piece)
	if adv, ok := m.words[key]; ok {
		return adv
	}
	const most = 20_000
	if len(m.words) >= most {
		clear(m.words)
	}
	adv := make([]float32, len(piece))
	before := float32(0)
	for i := range piece {
		if i+1 < len(piece) && attached(piece[i+1]) {
			continue // the cluster's width goes to its last character
		}
		width := m.text(string(piece[:i+1]))
		adv[i] = max(0, width-before)
		before = max(before, width)
	}
	m.words[key] = adv
	return adv
}

// joined tells the characters that are measured and drawn together with their like.
func joined(r rune) bool { return !solid(r) && !unicode.IsSpace(r) }

// pieceEnd is the end of the piece around i: one character that stands by itself
// with what is attached to it, one space, or a word. The characters of a word
// longer than longestWord are pieces of their own.
func pieceEnd(text []rune, i int) int {
	if !joined(text[i]) || attached(text[i]) || tooLong(text, i) {
		end := i + 1
		for end < len(text) && attached(text[end]) {
			end++
		}
		return end
	}
	end := i + 1
	for end < len(text) && joined(text[end]) {
		end++
	}
	return end
}

// tooLong tells whether the word around i has more than longestWord characters.
func tooLong(text []rune, i int) bool {
	from, to := i, i+1
	for from > 0 && i-from <= longestWord && joined(text[from-1]) {
		from--
	}
	for to < len(text) && to-from <= longestWord && joined(text[to]) {
		to++
	}
	return to-from > longestWord
}

// wholeWords widens from..to to the bounds of pieces and takes in the pieces that
// touch it, so that advances can be filled in again.
func wholeWords(text []rune, from, to int) (int, int) {
	if from > 0 {
		from-- // what was attached to it may be gone
	}
	for from > 0 && joined(text[from-1]) {
		from--
	}
	for from > 0 && from < len(text) && attached(text[from]) {
		from--
	}
	for to < len(text) && joined(text[to]) {
		to++
	}
	return from, to
}
