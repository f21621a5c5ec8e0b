package evidence_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"h200filing/export/evidence"
)

func pdf(t testing.TB, pages int) []byte {
	t.Helper()
	f := gofpdf.New("P", "mm", "A4", "")
	for range pages {
		f.AddPage()
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestInspect(t *testing.T) {
	three := pdf(t, 3)
	for name, c := range map[string]struct {
		content []byte
		pages   int
		media   string
		err     error
	}{
		"a PDF of three pages":    {three, 3, "application/pdf", nil},
		"a PDF cut in the middle": {three[:len(three)/2], 0, "application/pdf", nil},
		"a picture":               {picture(t), 1, "image/png", nil},
		"text":                    {[]byte("hello"), 0, "text/plain; charset=utf-8", evidence.ErrKind},
		"nothing":                 {nil, 0, "", evidence.ErrEmpty},
	} {
		info, err := evidence.Inspect(c.content)
		if !errors.Is(err, c.err) || info.Pages != c.pages || info.MediaType != c.media {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
	}
}

func FuzzInspect(f *testing.F) {
	f.Add(pdf(f, 1))
	f.Add(picture(f))
	f.Add([]byte("%PDF-1.7\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if info, err := evidence.Inspect(content); err == nil && info.Size != int64(len(content)) {
			t.Errorf("size %d of %d bytes", info.Size, len(content))
		}
	})
}
