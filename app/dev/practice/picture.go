package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"h200filing/assets/fonts"
)

// dpi is the resolution of a picture, that of a light scan.
const dpi = 90

// pixels are how many to a mm.
const pixels = dpi / 25.4

// picture is a canvas that becomes a PNG of one page. Its mark is level, for the
// font library does not turn letters.
type picture struct {
	image *image.Paletted
	font  *opentype.Font
	faces map[float64]font.Face
	err   error
	pages int
}

func newPicture() (canvas, error) {
	f, ok := fonts.Get(face)
	if !ok {
		return nil, fmt.Errorf("no face %q", face)
	}
	parsed, err := opentype.Parse(f.Bytes)
	if err != nil {
		return nil, err
	}
	palette := make(color.Palette, 16) // from white to black
	for i := range palette {
		palette[i] = color.Gray{Y: uint8(255 - 17*i)}
	}
	bounds := image.Rect(0, 0, dot(pageWidth), dot(pageHeight))
	return &picture{image: image.NewPaletted(bounds, palette), font: parsed, faces: map[float64]font.Face{}}, nil
}

// dot turns mm into pixels.
func dot(mm float64) int { return int(mm*pixels + 0.5) }

func (p *picture) newPage() { p.pages++ }

// face is the typeface at a size; the first failure is kept for finish.
func (p *picture) face(size float64) font.Face {
	if f, ok := p.faces[size]; ok {
		return f
	}
	f, err := opentype.NewFace(p.font, &opentype.FaceOptions{Size: size, DPI: dpi, Hinting: font.HintingFull})
	if err != nil {
		p.err = err
		return nil
	}
	p.faces[size] = f
	return f
}

func (p *picture) width(text string, size float64) float64 {
	if f := p.face(size); f != nil {
		return float64(font.MeasureString(f, text)) / 64 / pixels
	}
	return 0
}

func (p *picture) text(x, y, size float64, text string) { p.write(x, y, size, text, color.Black) }

func (p *picture) write(x, y, size float64, text string, ink color.Color) {
	if f := p.face(size); f != nil {
		pen := font.Drawer{Dst: p.image, Src: image.NewUniform(ink), Face: f, Dot: fixed.P(dot(x), dot(y))}
		pen.DrawString(text)
	}
}

func (p *picture) mark(text string, size float64) {
	p.write((pageWidth-p.width(text, size))/2, pageHeight/2, size, text, color.Gray{Y: paleGrey})
}

func (p *picture) box(x, y, w, h float64) {
	left, top, right, bottom := dot(x), dot(y), dot(x+w), dot(y+h)
	for _, side := range []image.Rectangle{
		image.Rect(left, top, right+1, top+1), image.Rect(left, bottom, right+1, bottom+1),
		image.Rect(left, top, left+1, bottom+1), image.Rect(right, top, right+1, bottom+1),
	} {
		draw.Draw(p.image, side, image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
}

func (p *picture) finish() ([]byte, error) {
	switch {
	case p.err != nil:
		return nil, p.err
	case p.pages != 1:
		return nil, fmt.Errorf("a picture has one page, not %d", p.pages)
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, p.image)
	return out.Bytes(), err
}
