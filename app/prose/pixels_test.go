package prose

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"h200filing/app/window/look"
)

// TestPixels draws everything that the editor can draw, in light and dark, at the
// smallest and the largest text, and looks for each colour where it belongs. With
// PROSE_SHOTS set the pictures are kept there.
func TestPixels(t *testing.T) {
	for _, ground := range []look.Ground{look.Light, look.Dark} {
		for _, percent := range []int{look.SmallestText, look.LargestText} {
			t.Run(fmt.Sprint(ground, percent), func(t *testing.T) {
				f := open(t, fyne.NewSize(900, 700))
				th, err := look.New(ground, percent)
				if err != nil {
					t.Fatal(err)
				}
				fyne.CurrentApp().Settings().SetTheme(th)
				f.SetMargin(true)
				f.SetText(sample + "\n" + sample + "\n" + sample)
				f.SetStates([]State{Follows, Edited, OutOfDate})
				size := len([]rune(sample)) + 1
				f.SetMarks([]Mark{
					{From: 2, To: 12, Kind: Wrong}, {From: size + 2, To: size + 12, Kind: Doubtful},
					{From: 2*size + 2, To: 2*size + 12, Kind: Note},
				})
				f.Select(20, 40)
				img := f.window.Canvas().Capture()
				keep(t, img, fmt.Sprintf("prose-%s-%d", ground, percent))
				s := f.view.sizes
				margin := image.Rect(0, 0, int(f.view.textLeft()), 700)
				text := image.Rect(int(f.view.textLeft()), 0, 900, 700)
				for _, c := range []struct {
					what string
					in   image.Rectangle
					name fyne.ThemeColorName
				}{
					{"ring", margin, theme.ColorNameSuccess}, {"square", margin, theme.ColorNamePlaceHolder},
					{"triangle", margin, theme.ColorNameWarning}, {"wave", text, theme.ColorNameError},
					{"dots", text, theme.ColorNameWarning}, {"dashes", text, theme.ColorNamePlaceHolder},
					{"selection", text, theme.ColorNameSelection}, {"text", text, theme.ColorNameForeground},
					{"caret", text, theme.ColorNamePrimary},
				} {
					if n := pixels(img, c.in, th.Color(c.name, theme.VariantLight)); n < int(s.em/2) {
						t.Errorf("%s: %d pixels", c.what, n)
					}
				}
			})
		}
	}
}

// pixels counts those of a colour, give or take a little.
func pixels(img image.Image, in image.Rectangle, want color.Color) int {
	n := 0
	w := color.NRGBAModel.Convert(want).(color.NRGBA)
	near := func(a, b uint8) bool { return a-b < 6 || b-a < 6 }
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if near(c.R, w.R) && near(c.G, w.G) && near(c.B, w.B) {
				n++
			}
		}
	}
	return n
}

// keep writes a picture to where PROSE_SHOTS says, if it does.
func keep(t *testing.T, img image.Image, name string) {
	dir := os.Getenv("PROSE_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
