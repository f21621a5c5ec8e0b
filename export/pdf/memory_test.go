package pdf

import (
	"sync"
	"testing"
	"unicode/utf8"
)

// TestMemory: what is remembered of a character is what was found, whoever asks
// first.
func TestMemory(t *testing.T) {
	faces, err := parseFaces()
	if err != nil {
		t.Fatal(err)
	}
	text := []rune("算力 H200：“𠮷野”☑　，…\x00\u0378\U0001F600\U0010FFFD")
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			g := newGlyphs(faces)
			for wish := range faceCount {
				for _, r := range append(text, 0, utf8.MaxRune) {
					want := g.look(wish, r)
					for range 2 {
						if got := g.find(wish, r); got != want {
							t.Errorf("face %d, %U: %v, want %v", wish, r, got, want)
						}
					}
				}
			}
		})
	}
	group.Wait()
}
