package document

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAbreast(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		list := rapid.SliceOfN(rapid.Int(), 0, 60).Draw(r, "list")
		most := rapid.IntRange(1, 9).Draw(r, "most")
		parts := abreast(list, most)
		if !slices.Equal(slices.Concat(parts...), list) {
			r.Fatalf("%v became %v", list, parts)
		}
		if len(parts) != (len(list)+most-1)/most {
			r.Fatalf("%d of at most %d became %d parts", len(list), most, len(parts))
		}
		for _, p := range parts {
			if len(p) > most || len(p) < len(parts[0])-1 || len(p) > len(parts[0]) {
				r.Fatalf("lengths are not about equal: %v", parts)
			}
		}
	})
}
