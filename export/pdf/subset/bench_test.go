package subset

import (
	"testing"

	"h200filing/assets/fonts"
)

func BenchmarkParse(b *testing.B) {
	face, _ := fonts.Get(fonts.Fallback)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(face.Bytes); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSubset1300 cuts the widest face to the number of different
// characters a document of 40 pages has.
func BenchmarkSubset1300(b *testing.B) {
	f := printFaces(b)[fonts.Fallback]
	var runes []rune
	for r := rune(0x4E00); len(runes) < 1300; r += 11 {
		if f.Has(r) {
			runes = append(runes, r)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Subset(runes); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAdvance(b *testing.B) {
	f := printFaces(b)[fonts.Fallback]
	r := rune(0x4E00)
	for b.Loop() {
		if r += 7; r > 0x9FFF {
			r -= 0x5000
		}
		f.Advance(r)
	}
}
