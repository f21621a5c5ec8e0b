package pdf

import (
	"strings"
	"sync"
	"unicode"

	"h200filing/export/typeset"
)

// clean makes text fit for a page: valid UTF-8, line ends as "\n", tabs and
// the many widths of spaces as plain ones, and none of the characters that have no shape.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
			return '\n'
		case r == 0x2007, r == 0x202F:
			return 0xA0
		case r == '\t', r != 0xA0 && r != 0x3000 && unicode.Is(unicode.Zs, r):
			return ' '
		case shapeless(r):
			return -1
		case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // noncharacters
			return 0xFFFD
		}
		return r
	}, s)
}

// isClean tells quickly of most texts that nothing needs to be done: printable
// ASCII, ideographs, and the marks of Chinese and full-width text.
func isClean(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x4E00 && r < 0xA000, r >= ' ' && r < 0x7F, r == '\n':
		case r > 0x3000 && r < 0x3100, r > 0xFF00 && r < 0xFFE7:
		case r >= 0x2014 && r <= 0x2026 && r != 0x2024:
		default:
			return false
		}
	}
	return true
}

// shapeless tells the characters that only steer others: controls, joiners,
// marks of direction, variation selectors.
func shapeless(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 ||
		unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

// runs parts text by the faces that show it.
func (g *glyphs) runs(text string, l look) []typeset.Run { return g.appendRuns(nil, text, l) }

func (g *glyphs) appendRuns(out []typeset.Run, text string, l look) []typeset.Run {
	text = clean(text)
	wish := g.wish(l)
	start, now := 0, wish
	flush := func(end int) {
		if end > start {
			out = append(out, typeset.Run{Text: text[start:end], Style: styleOf(l, now)})
		}
		start = end
	}
	for i, r := range text {
		if r == '\n' {
			continue
		}
		if got := g.find(g.quotes(wish, r), r); got.face != now {
			flush(i)
			now = got.face
		}
	}
	flush(len(text))
	return out
}

// wish is the face that a look asks for. English text is set in 宋体 rather than
// in the letters of 仿宋 and 楷体, which are made to stand among Han characters.
func (g *glyphs) wish(l look) face {
	f := looks[l].face
	if g.english && (f == fang || f == kai) {
		return song
	}
	return f
}

// quotes is the face for r where wish is for the rest: quotation marks of English
// text come from the one face that has them narrow.
func (g *glyphs) quotes(wish face, r rune) face {
	if g.english && (r == '“' || r == '”' || r == '‘' || r == '’') {
		return kai
	}
	return wish
}

// advance is the width of r in millimetres, for typeset.
func (g *glyphs) advance(r rune, s typeset.Style) float64 {
	l, f := lookAndFace(s)
	return float64(g.find(f, r).width) * l.em()
}

// shape is how a text is set.
type shape struct {
	width       float64
	first, rest float64
	align       typeset.Align
}

// runLists are used again, for no line keeps its runs.
var runLists = sync.Pool{New: func() any { return new([]typeset.Run) }}

// set breaks text into lines.
func (g *glyphs) set(text string, l look, s shape) []typeset.Line {
	list := runLists.Get().(*[]typeset.Run)
	defer runLists.Put(list)
	*list = g.appendRuns((*list)[:0], text, l)
	return g.setRuns(*list, l, s)
}

func (g *glyphs) setRuns(runs []typeset.Run, l look, s shape) []typeset.Line {
	return typeset.Break(runs, g.spec(l, s))
}

// latinGap is the room between Han and Latin characters, in ems.
const latinGap = 0.2

func (g *glyphs) spec(l look, s shape) typeset.Spec {
	return typeset.Spec{
		Width: s.width, Em: l.em(), First: s.first, Rest: s.rest, Align: s.align,
		Gap: latinGap * l.em(), Advance: g.advance,
	}
}

// extent is the width of text on one line, and of the widest piece of it that is
// not to be parted.
func (g *glyphs) extent(text string, l look) (least, most float64) {
	list := runLists.Get().(*[]typeset.Run)
	defer runLists.Put(list)
	*list = g.appendRuns((*list)[:0], text, l)
	return typeset.Extent(*list, g.spec(l, shape{}))
}

// measure is the width of text on one line.
func (g *glyphs) measure(text string, l look) float64 {
	_, most := g.extent(text, l)
	return most
}
