package names

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// hantTable lists traditional characters, each with the simplified one that it is
// folded to. Where a character has two, the one of technical prose is given.
//
//go:embed hant.txt
var hantTable string

const (
	hanFirst = '\u4e00'
	hanLast  = '\u9fff'
)

// Table maps traditional characters of the range that holds nearly all of them by
// index, zero where there is none.
type Table [hanLast - hanFirst + 1]rune

// Simplified gives the simplified character of a traditional one, and every
// other as it is.
func (t *Table) Simplified(c rune) rune {
	if c >= hanFirst && c <= hanLast {
		if s := t[c-hanFirst]; s != 0 {
			return s
		}
	}
	return c
}

// Traditional is the table, read once.
var Traditional = sync.OnceValue(func() *Table {
	var table Table
	for pair := range strings.FieldsSeq(hantTable) {
		from, n := utf8.DecodeRuneInString(pair)
		to, _ := utf8.DecodeRuneInString(pair[n:])
		if from >= hanFirst && from <= hanLast {
			table[from-hanFirst] = to
		}
	}
	return &table
})
