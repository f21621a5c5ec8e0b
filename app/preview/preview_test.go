package preview_test

import (
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"h200filing/app/preview"
	"h200filing/app/session"
)

// engine is shared by the tests: compiling PDFium again for each takes seconds.
var engine *preview.Engine

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	var err error
	if engine, err = preview.New(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer engine.Close()
	return m.Run()
}

var filing = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "h200filing-preview-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	setting, err := session.NewSetting("", func() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) }, "测试")
	if err != nil {
		return nil, err
	}
	s, err := setting.Practice(filepath.Join(dir, "p.h200"))
	if err != nil {
		return nil, err
	}
	defer s.Close()
	out, err := s.Export(session.Wanted{PDF: true}, true)
	return out.PDF, err
})

func open(t testing.TB) *preview.Document {
	t.Helper()
	content, err := filing()
	if err != nil {
		t.Fatal(err)
	}
	d, err := engine.Open(content)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// dark counts the dark pixels of a part of a picture.
func dark(img image.Image, part image.Rectangle) int {
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 3*0x8000 {
				n++
			}
		}
	}
	return n
}

// TestRender: every page of a filing has the size of its paper, A4, and ink.
func TestRender(t *testing.T) {
	d := open(t)
	if len(d.Pages()) < 10 {
		t.Fatalf("%d pages", len(d.Pages()))
	}
	for i, size := range d.Pages() {
		img, err := d.Render(i, 72)
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); abs(float64(b.Dx())-size.Width) > 1 || abs(float64(b.Dy())-size.Height) > 1 {
			t.Errorf("page %d is %v, its paper %v", i+1, b, size)
		}
		if dark(img, img.Bounds()) == 0 {
			t.Errorf("page %d is empty", i+1)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// TestFind: a text is found on its page, in whatever width it is typed, and there
// is ink in its boxes.
func TestFind(t *testing.T) {
	d := open(t)
	for _, query := range []string{"加速器", "ｈ２００", "显 存"} {
		hits, err := d.Find(query)
		if err != nil || len(hits) == 0 {
			t.Fatalf("%q: %d hits, %v", query, len(hits), err)
		}
		img, err := d.Render(hits[0].Page, 72)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range hits[0].Boxes {
			part := image.Rect(int(b.Left), int(b.Top), int(b.Right)+1, int(b.Bottom)+1)
			if dark(img, part.Intersect(img.Bounds())) == 0 {
				t.Errorf("%q: no ink at %v of page %d", query, b, hits[0].Page+1)
			}
		}
	}
	for _, query := range []string{"", " ", "此句不在申请之中"} {
		if hits, err := d.Find(query); err != nil || len(hits) != 0 {
			t.Errorf("%q: %d hits, %v", query, len(hits), err)
		}
	}
}

// TestRefusals: what is no PDF is refused, and a closed document says so.
func TestRefusals(t *testing.T) {
	if _, err := engine.Open([]byte("no PDF")); err == nil {
		t.Error("a text was opened as PDF")
	}
	d := open(t)
	if _, err := d.Render(len(d.Pages()), 72); err == nil {
		t.Error("a page beyond the last was rendered")
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Render(0, 72); !errors.Is(err, preview.ErrClosed) {
		t.Errorf("rendered after Close: %v", err)
	}
}

// BenchmarkFirstPage opens a filing and renders its first page as the window shows
// it.
func BenchmarkFirstPage(b *testing.B) {
	content, err := filing()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		d, err := engine.Open(content)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.Render(0, 110); err != nil {
			b.Fatal(err)
		}
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart starts PDFium from its cache.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		e, err := preview.New()
		if err != nil {
			b.Fatal(err)
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
