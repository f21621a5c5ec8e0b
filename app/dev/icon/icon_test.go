package icon_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"h200filing/app/dev/icon"
	"h200filing/assets/icons"
)

// TestIcons: the pictures are those the drawing gives. Machines round a little
// differently, so a channel may be off by a hair.
func TestIcons(t *testing.T) {
	for size, kept := range map[int][]byte{64: icons.PNG64, 256: icons.PNG256, 512: icons.PNG512} {
		drawn, err := icon.PNG(icons.SVG, size)
		if err != nil {
			t.Fatal(err)
		}
		want, got := decode(t, drawn), decode(t, kept)
		if want.Bounds() != got.Bounds() || got.Bounds() != image.Rect(0, 0, size, size) {
			t.Fatalf("icon-%d.png is %v", size, got.Bounds())
		}
		for y := range size {
			for x := range size {
				if !near(want.At(x, y), got.At(x, y)) {
					t.Fatalf("icon-%d.png at %d,%d: %v, the drawing gives %v: run `go run ./app/dev icons`",
						size, x, y, got.At(x, y), want.At(x, y))
				}
			}
		}
	}
}

// near tells whether two colours differ by at most two steps of 255 a channel.
func near(a, b color.Color) bool {
	const hair = 2 * 0x101
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	for _, pair := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}, {aa, ba}} {
		if max(pair[0], pair[1])-min(pair[0], pair[1]) > hair {
			return false
		}
	}
	return true
}

func decode(t *testing.T, picture []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestPNGRefuses(t *testing.T) {
	if _, err := icon.PNG([]byte("<svg"), 64); err == nil || !strings.HasPrefix(err.Error(), "icon drawing: ") {
		t.Errorf("error %v, want one that names the drawing", err)
	}
}
