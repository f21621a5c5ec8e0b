package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/draw"
)

// iconsCommand is `dev icons`.
type iconsCommand struct{}

// iconFolder holds the drawing and the pictures made from it.
const iconFolder = "assets/icons"

// iconSizes are the pictures made, in pixels a side.
var iconSizes = []int{64, 512}

// Run draws the pictures of the program's icon anew.
func (iconsCommand) Run(w *workshop) error {
	dir := filepath.Join(w.root, filepath.FromSlash(iconFolder))
	drawing, err := os.ReadFile(filepath.Join(dir, "icon.svg"))
	if err != nil {
		return err
	}
	for _, size := range iconSizes {
		picture, err := drawIcon(drawing, size)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("icon-%d.png", size)), picture, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// drawIcon renders an SVG into a square PNG of size pixels a side, with the
// library that draws Fyne's own icons. That library does not scale the width of
// strokes, so the drawing is rendered in its own size and the picture scaled.
func drawIcon(svg []byte, size int) ([]byte, error) {
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
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, scaled); err != nil {
		return nil, fmt.Errorf("icon picture: %w", err)
	}
	return out.Bytes(), nil
}
