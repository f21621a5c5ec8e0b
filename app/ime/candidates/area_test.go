package candidates

import (
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestPixels(t *testing.T) {
	for name, c := range map[string]struct {
		x, y, width, height, scale float32
		want                       Area
	}{
		"a pixel a unit":     {10, 20, 2, 18, 1, Area{10, 20, 12, 38}},
		"half as many again": {10, 20, 2, 18, 1.5, Area{15, 30, 18, 57}},
		"between pixels":     {10.4, 20.6, 1, 18, 1.25, Area{13, 25, 15, 49}},
		"nothing wide":       {7, 7, 0, 18, 2, Area{14, 14, 15, 50}},
		"scrolled away":      {-30.5, 20, 2, 18, 1, Area{-31, 20, -28, 38}},
	} {
		if got := Pixels(c.x, c.y, c.width, c.height, c.scale); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestPixelsCover: an area covers what it stands for, with less than a pixel to
// spare, and is never empty.
func TestPixelsCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.Float32Range(-500, 5000).Draw(t, "x"), rapid.Float32Range(-500, 5000).Draw(t, "y")
		width, height := rapid.Float32Range(0, 500).Draw(t, "width"), rapid.Float32Range(0, 500).Draw(t, "height")
		scale := rapid.SampledFrom([]float32{0.5, 1, 1.25, 1.5, 1.75, 2, 3}).Draw(t, "scale")
		a := Pixels(x, y, width, height, scale)
		if a.Right <= a.Left || a.Bottom <= a.Top {
			t.Fatalf("%v is empty", a)
		}
		if dx := x*scale - float32(a.Left); dx < 0 || dx > 1 {
			t.Errorf("begins %v pixels left of what it stands for", dx)
		}
		if dx := float32(a.Right) - (x+width)*scale; dx < 0 || dx > 1 {
			t.Errorf("ends %v pixels right of what it stands for", dx)
		}
	})
}

// TestSaid: the candidates begin below the caret and keep clear of it, in the
// layout that Imm32 reads (imm.h).
func TestSaid(t *testing.T) {
	if got := unsafe.Sizeof(compositionForm{}); got != 28 {
		t.Errorf("COMPOSITIONFORM has %d bytes", got)
	}
	if got := unsafe.Sizeof(candidateForm{}); got != 32 {
		t.Errorf("CANDIDATEFORM has %d bytes", got)
	}
	caret := Area{100, 200, 102, 220}
	want := []candidateForm{
		{style: 0x40, current: point{100, 220}},
		{style: 0x80, current: point{100, 200}, area: caret},
	}
	all := cmp.AllowUnexported(candidateForm{}, compositionForm{}, point{})
	if diff := cmp.Diff(want, choosing(caret), all); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(compositionForm{style: 2, current: point{100, 200}}, composing(caret), all); diff != "" {
		t.Error(diff)
	}
}
