package subset

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"h200filing/assets/fonts"
)

// printFaces parses the embedded faces that documents are printed with.
func printFaces(t testing.TB) map[fonts.Key]*Font {
	t.Helper()
	out := map[fonts.Key]*Font{}
	for _, key := range []fonts.Key{fonts.FangSong, fonts.Hei, fonts.Kai, fonts.Title, fonts.Fallback} {
		face, ok := fonts.Get(key)
		if !ok {
			t.Fatalf("no face %s", key)
		}
		out[key] = mustParse(t, face.Bytes)
	}
	return out
}

// repertoire lists the characters of a font.
func repertoire(f *Font) []rune {
	var out []rune
	for r := rune(1); r < 0x40000; r++ {
		if f.Has(r) {
			out = append(out, r)
		}
	}
	return out
}

// draw picks up to n characters, some of them twice.
func draw(rng *rand.Rand, from []rune, n int) []rune {
	out := make([]rune, rng.IntN(n))
	for i := range out {
		out[i] = from[rng.IntN(len(from))]
	}
	return out
}

// A subset of any characters is a font in which they look and measure as
// before, whatever the order they were named in.
func TestRandomSubsets(t *testing.T) {
	const rounds = 200 // for each of the five faces
	for key, f := range printFaces(t) {
		all := repertoire(f)
		rng := rand.New(rand.NewPCG(20261124, uint64(len(all))))
		for range rounds {
			runes := draw(rng, all, 400)
			s, err := f.Subset(runes)
			if err != nil {
				t.Fatalf("%s: %v", key, err)
			}
			checkSubset(t, f, s, runes)
			slices.Reverse(runes)
			if again, err := f.Subset(runes); err != nil || !bytes.Equal(s.Bytes, again.Bytes) {
				t.Fatalf("%s: another order gives other bytes (%v)", key, err)
			}
		}
	}
}

func checkSubset(t *testing.T, f *Font, s *Subset, runes []rune) {
	t.Helper()
	small := mustParse(t, s.Bytes)
	codes := map[rune]bool{}
	for _, r := range runes {
		code := s.Code(r)
		codes[code] = true
		if code >= 0x10000 || code <= 0 {
			t.Fatalf("U+%04X has code %#x", r, code)
		}
		if char, moved := s.ToUnicode[code]; moved && char != r || !moved && code != r {
			t.Fatalf("U+%04X has code U+%04X, which stands for U+%04X", r, code, char)
		}
		want, _ := f.Advance(r)
		if got, ok := small.Advance(code); !ok || got != want {
			t.Fatalf("U+%04X: advance %d, %t, want %d", r, got, ok, want)
		}
		wantBox, _ := f.Bounds(r)
		if got, ok := small.Bounds(code); !ok || got != wantBox {
			t.Fatalf("U+%04X: bounds %v, %t, want %v", r, got, ok, wantBox)
		}
	}
	if len(codes) != len(s.Codes()) {
		t.Fatalf("subset maps %d codes, want %d", len(s.Codes()), len(codes))
	}
	same := small.UnitsPerEm() == f.UnitsPerEm() && small.Ascent() == f.Ascent() &&
		small.Descent() == f.Descent() && small.BBox() == f.BBox()
	if !same {
		t.Fatal("line metrics differ from the font's")
	}
}

// An independent reader must see the same outlines.
func TestOutlinesInAnotherReader(t *testing.T) {
	for key, f := range printFaces(t) {
		face, _ := fonts.Get(key)
		all := slices.DeleteFunc(repertoire(f), func(r rune) bool { return f.composition(f.glyph(r)) != nil })
		runes := draw(rand.New(rand.NewPCG(1, 2)), all, 2000)
		if last := all[len(all)-1]; last > 0xFFFF {
			runes = append(runes, last)
		}
		s, err := f.Subset(runes)
		if err != nil {
			t.Fatal(err)
		}
		before, after := outlines(t, face.Bytes, runes, nil), outlines(t, s.Bytes, runes, s)
		for _, r := range runes {
			if !slices.Equal(before[r], after[r]) {
				t.Errorf("%s: U+%04X looks different", key, r)
			}
		}
	}
}

// outlines reads glyphs with x/image; a subset is asked for its codes.
func outlines(t *testing.T, ttf []byte, runes []rune, s *Subset) map[rune]sfnt.Segments {
	t.Helper()
	font, err := sfnt.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	out := map[rune]sfnt.Segments{}
	for _, r := range runes {
		code := r
		if s != nil {
			code = s.Code(r)
		}
		g, err := font.GlyphIndex(nil, code)
		if err != nil || g == 0 {
			t.Fatalf("U+%04X: glyph %d, %v", code, g, err)
		}
		segments, err := font.LoadGlyph(new(sfnt.Buffer), g, fixed.I(int(font.UnitsPerEm())), nil)
		if err != nil {
			t.Fatalf("U+%04X: %v", code, err)
		}
		out[r] = segments
	}
	return out
}

// One parsed font serves several documents at once.
func TestConcurrentUse(t *testing.T) {
	f := printFaces(t)[fonts.Kai]
	runes := draw(rand.New(rand.NewPCG(3, 4)), repertoire(f), 500)
	results := make([]*Subset, 4)
	errs := make([]error, len(results))
	var group sync.WaitGroup
	for i := range results {
		group.Go(func() { results[i], errs[i] = f.Subset(runes) })
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	for _, s := range results[1:] {
		if !bytes.Equal(s.Bytes, results[0].Bytes) {
			t.Error("the same set gives different bytes in another goroutine")
		}
	}
}

func TestWholeFaceFits(t *testing.T) {
	for key, f := range printFaces(t) {
		all := repertoire(f)
		s, err := f.Subset(all)
		if err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		checkSubset(t, f, s, all)
	}
}
