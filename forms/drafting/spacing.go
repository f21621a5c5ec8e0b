package drafting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer joins text and filled-in words as Chinese is set: a blank between Han
// characters and the letters or digits of a word, and between two such words,
// none before a date.
type writer struct {
	b    strings.Builder
	last rune // of what is written so far
	word bool // whether that was a word
}

func (w *writer) text(s string) { w.add(s, false) }

func (w *writer) fill(s string) { w.add(s, true) }

func (w *writer) add(s string, word bool) {
	if s == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case word && (unicode.Is(unicode.Han, w.last) || w.word && plain(w.last)) && plain(first) && !dated(s),
		w.word && plain(w.last) && unicode.Is(unicode.Han, first):
		w.b.WriteByte(' ')
	}
	w.b.WriteString(s)
	w.last, _ = utf8.DecodeLastRuneInString(s)
	w.word = word
}

// plain reports whether a rune is an ASCII letter or digit.
func plain(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// dated reports whether a word begins with a year: "2026年10月8日".
func dated(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return rest != s && strings.HasPrefix(rest, "年")
}
