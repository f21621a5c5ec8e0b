package pdf

import (
	"encoding/binary"
	"flag"
	"os"
	"testing"

	"h200filing/assets/fonts"
)

// update makes tests write what they otherwise compare with.
var update = flag.Bool("update", false, "write the kept files anew")

// TestCoverage: fonts.Covers says of every character whether a page shows it.
func TestCoverage(t *testing.T) {
	faces, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	g := newGlyphs(faces)
	const last = 0x10FFFF
	if *update {
		if err := os.WriteFile("../../assets/fonts/coverage.bin", stretches(func(r rune) bool { return g.find(fang, r).ok }, last), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for r := rune(1); r <= last; r++ {
		if got, want := fonts.Covers(r), g.find(fang, r).ok; got != want {
			t.Fatalf("%U: covered %v, shown %v; run this test with -update", r, got, want)
		}
	}
}

// stretches writes a set of characters as fonts reads it.
func stretches(has func(rune) bool, last rune) []byte {
	var out []byte
	next := rune(0)
	for r := rune(1); r <= last; r++ {
		if !has(r) {
			continue
		}
		first := r
		for r < last && has(r+1) {
			r++
		}
		out = binary.AppendUvarint(out, uint64(first-next))
		out = binary.AppendUvarint(out, uint64(r-first))
		next = r + 1
	}
	return out
}
