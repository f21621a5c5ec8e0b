package pdf

import (
	"fmt"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// qrArt draws text as a QR code whose modules are rectangles; no text, no code.
// Hexadecimal goes in as capitals, which take half the room.
func qrArt(text string) (*art, error) {
	if text == "" {
		return nil, nil
	}
	code, err := qr.Encode(strings.ToUpper(text), qr.M, qr.AlphaNumeric)
	if err != nil {
		if code, err = qr.Encode(text, qr.M, qr.Unicode); err != nil {
			return nil, fmt.Errorf("QR code: %w", err)
		}
	}
	size := code.Bounds().Dx()
	dark := func(x, y int) bool {
		r, _, _, _ := code.At(x, y).RGBA()
		return r < 0x8000
	}
	var path strings.Builder
	fmt.Fprintf(&path, "0 g %.6f 0 0 %.6f 0 0 cm\n", 1/float64(size), 1/float64(size))
	for y := range size {
		for x := 0; x < size; x++ {
			start := x
			for x < size && dark(x, y) {
				x++
			}
			if x > start {
				fmt.Fprintf(&path, "%d %d %d 1 re\n", start, size-1-y, x-start)
			}
		}
	}
	path.WriteString("f\n")
	return &art{turn: identity, emit: func(w *objects) (int, error) {
		n := w.alloc()
		w.stream(n, "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <<>>", []byte(path.String()))
		return n, nil
	}}, nil
}
