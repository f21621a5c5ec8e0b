package fonts

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"sort"
	"sync"
	"unicode"
)

// coverage lists the characters that a printed page shows, as stretches: for each
// the gap since the one before and its length less one, both as unsigned varints.
// The test TestCoverage of export/pdf holds it against the faces and writes it
// anew when told -update.
//
//go:embed coverage.bin
var coverage []byte

// stretch is a range of characters, both ends included.
type stretch struct{ first, last rune }

var covered = sync.OnceValue(func() []stretch {
	var out []stretch
	next := rune(0)
	for data := coverage; len(data) > 0; {
		gap, n := binary.Uvarint(data)
		length, m := binary.Uvarint(data[max(n, 0):])
		if n <= 0 || m <= 0 {
			break
		}
		data = data[n+m:]
		first := next + rune(gap)
		out = append(out, stretch{first, first + rune(length)})
		next = first + rune(length) + 1
	}
	return out
})

// Covers reports whether a printed page shows r: one of the print faces has it, or
// it is a sign composed of their characters, such as ☑.
func Covers(r rune) bool {
	all := covered()
	i := sort.Search(len(all), func(i int) bool { return all[i].last >= r })
	return i < len(all) && all[i].first <= r
}

// Missing lists the characters of a text that no printed page shows, each once, in
// their order. What has no shape by nature, such as a line end or a joiner, is not
// among them.
func Missing(text string) []rune {
	var out []rune
	for _, r := range text {
		if r < unicode.MaxASCII && r >= ' ' || Covers(r) || shapeless(r) || slices.Contains(out, r) {
			continue
		}
		out = append(out, r)
	}
	return out
}

func shapeless(r rune) bool {
	return unicode.IsControl(r) || unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}
