package pdf

import (
	"math"
	"sync/atomic"
	"unicode/utf8"
)

// memory keeps what was found for characters, in pages of 256 of them. All
// documents of a process share it, whoever finds a character first; two that look
// for the same one at once find the same.
type memory [(utf8.MaxRune + 1) >> 8]atomic.Pointer[memoryPage]

type memoryPage [256]memorised

// of is where what is found for r is kept.
func (m *memory) of(r rune) *memorised {
	at := &m[r>>8]
	page := at.Load()
	if page == nil {
		at.CompareAndSwap(nil, new(memoryPage))
		page = at.Load()
	}
	return &page[r&0xFF]
}

// memorised is a glyph in one word: its width in the lower half, its face above, and
// two flags. The word of what was never looked for is 0.
type memorised struct{ word atomic.Uint64 }

const (
	faceShift = 32
	glyphOK   = 1 << 62
	lookedFor = 1 << 63
)

func (m *memorised) load() (g glyph, known bool) {
	word := m.word.Load()
	return glyph{math.Float32frombits(uint32(word)), face(word >> faceShift), word&glyphOK != 0}, word != 0
}

func (m *memorised) store(g glyph) {
	word := lookedFor | uint64(g.face)<<faceShift | uint64(math.Float32bits(g.width))
	if g.ok {
		word |= glyphOK
	}
	m.word.Store(word)
}
