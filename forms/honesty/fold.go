package honesty

import "h200filing/forms/names"

// The range of the characters that are folded by table.
const (
	hanFirst = '\u4e00'
	hanLast  = '\u9fff'
)

// folded is a text rune by rune: full width as half width, capitals as small letters, traditional characters as simplified
// ones, every blank as a space. It has a rune for each rune of the text, so that places carry over.
type folded struct {
	text string
	r    []rune
	at   []int32 // byte offset of each rune, and of the end
}

func fold(text string) folded {
	f := folded{text: text, r: make([]rune, 0, len(text)/2), at: make([]int32, 0, len(text)/2+1)}
	table := names.Traditional()
	for i, c := range text {
		f.r = append(f.r, foldRune(c, table))
		f.at = append(f.at, int32(i))
	}
	f.at = append(f.at, int32(len(text)))
	return f
}

func foldRune(c rune, table *names.Table) rune {
	switch {
	case c >= hanFirst && c <= hanLast:
		return table.Simplified(c)
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c < 0x80:
		if c == '\t' || c == '\r' {
			return ' '
		}
	case c >= '！' && c <= '～':
		return foldRune(c-'！'+'!', table)
	default:
		if s, ok := alike[c]; ok {
			return s
		}
	}
	return c
}

// alike lists other signs that stand for one another.
var alike = map[rune]rune{
	'　': ' ', '\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', '\u200a': ' ',
	'—': '-', '–': '-', '－': '-', '〜': '~', '～': '~', '∼': '~',
	'￥': '¥', '＄': '$', '℅': '%', '﹪': '%',
	'「': '“', '」': '”', '『': '“', '』': '”', '《': '“', '》': '”', '‘': '“', '’': '”', '〈': '“', '〉': '”',
	'﹐': ',', '﹑': '、', '﹔': ';', '﹕': ':',
}

// foldWords folds words of a table or of a name and takes the blanks out.
func foldWord(word string) []rune {
	out := make([]rune, 0, len(word))
	for _, c := range fold(word).r {
		if c != ' ' {
			out = append(out, c)
		}
	}
	return out
}

// slice is the text of a passage as it was written.
func (f *folded) slice(from, to int) string { return f.text[f.at[from]:f.at[to]] }

func (f *folded) span(from, to int) Span {
	return Span{Start: int(f.at[from]), End: int(f.at[to]), RuneStart: from, RuneEnd: to}
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isAlnum(c rune) bool { return c >= 'a' && c <= 'z' || isDigit(c) }
