package pdf

import (
	"bytes"
	"fmt"
	"image"
	imagedraw "image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// kept are the pages of the sample whose pictures are kept: a letter, its list of
// annexes and signature, a form, a table across, a chart, a statement, its end to be
// sealed, a sheet in English, and attachments, one of them not to be read.
var kept = []int{1, 3, 4, 6, 9, 11, 12, 13, 16, 19}

// What a picture may differ by from the kept one: the mean grey of squares of some
// pixels, so that another version of the drawing program makes no difference.
const (
	keptDPI    = "40"
	keptSquare = 8
	keptWithin = 20 // of 255
)

// TestPagesLookAsKept compares pages with the kept pictures; -update keeps them
// anew. Look at them before you commit them.
func TestPagesLookAsKept(t *testing.T) {
	doc := sample(t)
	doc.Draft = false
	path := save(t, mustRender(t, doc))
	dir := t.TempDir()
	tool(t, "pdftoppm", "-r", keptDPI, "-gray", "-png", path, filepath.Join(dir, "p"))
	for _, n := range kept {
		t.Run(fmt.Sprintf("page %d", n), func(t *testing.T) {
			drawn := filepath.Join(dir, fmt.Sprintf("p-%02d.png", n))
			keptAt := filepath.Join("testdata", "pages", fmt.Sprintf("%02d.png", n))
			if *update {
				keep(t, keptAt, readGray(t, drawn))
				return
			}
			got, want := squares(readGray(t, drawn)), squares(readGray(t, keptAt))
			if len(got) != len(want) {
				t.Fatalf("another size than the kept picture")
			}
			for i := range got {
				if d := got[i] - want[i]; d > keptWithin || d < -keptWithin {
					t.Fatalf("looks different from %s in square %d (%d, kept %d)", keptAt, i, got[i], want[i])
				}
			}
		})
	}
}

func readGray(t *testing.T, path string) *image.Gray {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	gray := image.NewGray(img.Bounds())
	imagedraw.Draw(gray, gray.Rect, img, img.Bounds().Min, imagedraw.Src)
	return gray
}

func keep(t *testing.T, path string, img image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// squares is the mean grey of each square of a picture.
func squares(gray *image.Gray) []int {
	var out []int
	for y := 0; y < gray.Rect.Dy(); y += keptSquare {
		for x := 0; x < gray.Rect.Dx(); x += keptSquare {
			sum, n := 0, 0
			for dy := y; dy < min(y+keptSquare, gray.Rect.Dy()); dy++ {
				for dx := x; dx < min(x+keptSquare, gray.Rect.Dx()); dx++ {
					sum += int(gray.GrayAt(dx, dy).Y)
					n++
				}
			}
			out = append(out, sum/n)
		}
	}
	return out
}
