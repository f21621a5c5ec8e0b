package window

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	xdraw "golang.org/x/image/draw"

	"fyne.io/fyne/v2"

	"h200filing/assets/guide"
	"h200filing/forms"
	"h200filing/i18n"
)

// keep has the pictures of the guide written again: go test ./app/window -run
// GuidePictures -keep, then look at them.
var keep = flag.Bool("keep", false, "write the pictures of the guide anew")

// guidePictures are the pictures of the guide and what the window shows on them.
var guidePictures = []struct {
	name string
	show func(*rig)
}{
	{"fill", func(r *rig) { r.section("workloads") }},
	{"prose", func(r *rig) {
		const reasons = forms.Path("justification.technical_fit")
		r.section("justification")
		r.desk.Set(reasons, r.answer(reasons)+"\nC600 的显存带宽为 2800 GB/s。")
		r.desk.page.reveal(reasons)
	}},
	{"verdict", func(r *rig) {
		r.section("suppliers")
		if live := r.live(); !live.open {
			live.open = true
			live.draw()
		}
	}},
	{"review", func(r *rig) { r.desk.openReview() }},
	{"preview", func(r *rig) { r.desk.openPreview() }},
	{"start", func(r *rig) {
		r.onCloseFile()
		r.border.pass() // the files are looked into
	}},
}

// TestGuidePictures: the pictures of the guide show the window as it is.
func TestGuidePictures(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			r := newRig(t)
			r.win.Resize(fyne.NewSize(1280, 820))
			r.setLang(lang)
			r.path = filepath.Join(pictureFolder(t), r.words.Text("window.new.name", "date", "2026")+extension)
			r.enter(r.path, r.shelf.practice)
			for _, p := range guidePictures {
				p.show(r)
				compare(t, p.name, lang, r.win.Canvas().Capture())
			}
		})
	}
}

// pictureFolder is a folder whose name may be seen on a picture.
func pictureFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "h200")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// The pictures are compared in cells of as many pixels; a cell may differ by so
// much of 255, since letters are drawn a little differently from system to system,
// and so many cells by more, where a path or a time stands.
const (
	cell      = 16
	different = 24
	strays    = 40
)

// compare holds what the window shows to the picture that the guide has, or keeps
// it as that picture.
func compare(t *testing.T, name string, lang i18n.Lang, shown image.Image) {
	t.Helper()
	if *keep {
		var out bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&out, fewColours(shown)); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("..", "..", "assets", "guide", "pictures", fmt.Sprintf("%s.%s.png", name, lang))
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := guide.Picture(name, string(lang))
	if err != nil {
		t.Error(err)
		return
	}
	kept, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if n := apart(coarse(kept), coarse(shown)); n > strays {
		t.Errorf("%s.%s: the window looks different in %d places; look at it, then run with -keep", name, lang, n)
	}
}

// coarse is a picture in few grey cells.
func coarse(m image.Image) *image.Gray {
	b := m.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx()/cell, b.Dy()/cell))
	xdraw.BiLinear.Scale(out, out.Bounds(), m, b, draw.Src, nil)
	return out
}

// apart counts the cells that differ.
func apart(a, b *image.Gray) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for i, v := range a.Pix {
		if d := int(v) - int(b.Pix[i]); d > different || d < -different {
			n++
		}
	}
	return n
}

// fewColours is a picture in its 256 most frequent colours, a quarter of the size
// on disk: a window has few, and the edges of letters lie between them.
func fewColours(m image.Image) *image.Paletted {
	count := map[color.RGBA]int{}
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[solid(m.At(x, y))]++
		}
	}
	palette := make(color.Palette, 0, len(count))
	for c := range count {
		palette = append(palette, c)
	}
	slices.SortFunc(palette, func(a, b color.Color) int {
		p, q := a.(color.RGBA), b.(color.RGBA)
		if d := count[q] - count[p]; d != 0 {
			return d
		}
		return bytes.Compare([]byte{p.R, p.G, p.B}, []byte{q.R, q.G, q.B})
	})
	out := image.NewPaletted(b, palette[:min(256, len(palette))])
	nearest := map[color.RGBA]uint8{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := solid(m.At(x, y))
			i, ok := nearest[c]
			if !ok {
				i = uint8(out.Palette.Index(c))
				nearest[c] = i
			}
			out.SetColorIndex(x, y, i)
		}
	}
	return out
}

// solid is a colour without transparency, which a window has none of.
func solid(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
}
