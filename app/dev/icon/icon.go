// Package icon renders the program's drawings into pictures of any size: those
// that the program holds and those of its packages.
//
// It refuses what the renderer of Fyne's own icons cannot draw. It belongs to the
// developer command and imports nothing of the house.
package icon

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/draw"
)

// Draw renders an SVG into a picture of size pixels a side, with the library that
// draws Fyne's own icons. That library does not scale the width of strokes, so
// the drawing is rendered in its own size and the picture scaled.
func Draw(svg []byte, size int) (image.Image, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("icon drawing: %w", err)
	}
	width, height := int(icon.ViewBox.W), int(icon.ViewBox.H)
	full := image.NewRGBA(image.Rect(0, 0, width, height))
	scanner := rasterx.NewScannerGV(width, height, full, full.Bounds())
	icon.Draw(rasterx.NewDasher(width, height, scanner), 1)
	scaled := image.NewRGBA(image.Rect(0, 0, size, size))
	draw.CatmullRom.Scale(scaled, scaled.Bounds(), full, full.Bounds(), draw.Src, nil)
	return scaled, nil
}

// PNG renders an SVG as Draw does and encodes the picture as small as it goes.
func PNG(svg []byte, size int) ([]byte, error) {
	picture, err := Draw(svg, size)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture); err != nil {
		return nil, fmt.Errorf("icon picture: %w", err)
	}
	return out.Bytes(), nil
}
