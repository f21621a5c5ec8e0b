package prose

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
)

// leastUnderline is the least height of an underline.
const leastUnderline = 4

// shape is the shape of an underline.
type shape uint8

const (
	wavy shape = iota
	dotted
	dashed
)

// underline is a line under marked text.
type underline struct {
	*canvas.Raster
	shape shape
	color color.Color
}

func newUnderline() *underline {
	u := &underline{color: color.Transparent}
	u.Raster = canvas.NewRaster(u.image)
	return u
}

// set changes the look; the picture is made again only if it differs.
func (u *underline) set(s shape, c color.Color) {
	if u.shape != s || u.color != c {
		u.shape, u.color = s, c
		u.Refresh()
	}
}

// image draws the line for a size in pixels.
func (u *underline) image(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	c := color.NRGBAModel.Convert(u.color).(color.NRGBA)
	thick := max(1, float64(h)/3)
	for x := range w {
		for y := range h {
			ink := u.cover(float64(x)+0.5, float64(y)+0.5, float64(h), thick)
			if ink > 0 {
				img.SetNRGBA(x, y, color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(float64(c.A) * min(1, ink))})
			}
		}
	}
	return img
}

// cover is how much of a pixel the line covers.
func (u *underline) cover(x, y, h, thick float64) float64 {
	middle := h / 2
	switch u.shape {
	case wavy:
		middle += (h - thick) / 2 * math.Sin(x*2*math.Pi/(2*h))
	case dotted:
		if math.Mod(x, 3*thick) >= 1.5*thick {
			return 0
		}
		thick *= 1.5
	case dashed:
		if math.Mod(x, 8*thick) >= 5*thick {
			return 0
		}
	}
	return thick/2 + 0.5 - math.Abs(y-middle)
}
