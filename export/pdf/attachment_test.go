package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/export/document"
)

// enclosed renders one attachment and returns the file's path.
func enclosed(t *testing.T, content []byte) string {
	t.Helper()
	return save(t, mustRender(t, oneBlock(document.Paragraph{Text: "目录"},
		document.Enclosure{Number: "证明材料 1", Title: "文件", Content: content, Unreadable: "无法并入"})))
}

// reworked is a PDF as qpdf writes it with the given options.
func reworked(t *testing.T, pdf []byte, options ...string) []byte {
	t.Helper()
	in := save(t, pdf)
	out := filepath.Join(t.TempDir(), "out.pdf")
	tool(t, "qpdf", append(append([]string{in}, options...), out)...)
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAttachedPDFs(t *testing.T) {
	for name, c := range map[string]struct {
		options []string
		merged  bool
	}{
		"plain":           {nil, true},
		"object streams":  {[]string{"--object-streams=generate"}, true},
		"turned":          {[]string{"--rotate=+90:1"}, true},
		"empty password":  {[]string{"--encrypt", "", "owner", "256", "--"}, true},
		"older password":  {[]string{"--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=y", "--"}, true},
		"locked":          {[]string{"--encrypt", "user", "owner", "256", "--"}, false},
		"linearized":      {[]string{"--linearize"}, true},
		"not compressed":  {[]string{"--stream-data=uncompress"}, true},
		"first page only": {[]string{"--pages", ".", "1", "--"}, true},
		"many of the two": {[]string{"--pages", ".", "1,2,1,2,1,2", "--"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			path := enclosed(t, reworked(t, smallPDF(t), c.options...))
			if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
				t.Error(got)
			}
			text := solid(tool(t, "pdftotext", path, "-"))
			if got := strings.Contains(text, "附件正文甲𠮷"); got != c.merged {
				t.Errorf("merged: %v, want %v\n%s", got, c.merged, text)
			}
			if got := strings.Contains(text, "无法并入"); got == c.merged {
				t.Errorf("says it cannot be merged: %v", got)
			}
		})
	}
}

func TestDamagedAttachments(t *testing.T) {
	whole := smallPDF(t)
	broken := map[string][]byte{
		"nothing":          nil,
		"half a PDF":       whole[:200],
		"no pages":         []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n%%EOF"),
		"a circle":         []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n%%EOF"),
		"text":             []byte("not a picture"),
		"half a JPEG":      pictureJPEG(t, 1)[:700],
		"half a PNG":       picturePNG(t)[:300],
		"a huge PNG":       hugePNG(t),
		"PDF mark and air": []byte("%PDF-"),
	}
	for name, content := range broken {
		t.Run(name, func(t *testing.T) {
			path := enclosed(t, content)
			tool(t, "qpdf", "--check", path)
			if text := solid(tool(t, "pdftotext", path, "-")); !strings.Contains(text, "无法并入") {
				t.Errorf("does not say so: %s", text)
			}
		})
	}
}

// hugePNG says that it is larger than any memory.
func hugePNG(t *testing.T) []byte {
	t.Helper()
	data := bytes.Clone(picturePNG(t))
	// IHDR: length, type, width, height; its checksum is wrong then, which is
	// no matter, for either is refused.
	copy(data[16:], []byte{0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF})
	return data
}

func TestPicturesStandUpright(t *testing.T) {
	// The picture is 300 × 200, dark at its top left and yellow at its bottom
	// right. Where the corner shown at the top left comes from, by orientation.
	corners := [9][2]int{1: {0, 0}, 2: {1, 0}, 3: {1, 1}, 4: {0, 1}, 5: {0, 0}, 6: {0, 1}, 7: {1, 1}, 8: {1, 0}}
	for o := byte(1); o <= 8; o++ {
		p, err := importPicture(pictureJPEG(t, o))
		if err != nil {
			t.Fatal(err)
		}
		if sideways := p.h > p.w; sideways != (o >= 5) {
			t.Errorf("orientation %d: %v × %v", o, p.w, p.h)
		}
		// The stored corner, in the unit square with y upwards, must land at
		// the top left, (0, 1).
		m := p.art.turn
		u, v := float64(corners[o][0]), 1-float64(corners[o][1])
		x, y := m[0]*u+m[2]*v+m[4], m[1]*u+m[3]*v+m[5]
		if x != 0 || y != 1 {
			t.Errorf("orientation %d: the corner lands at %v, %v", o, x, y)
		}
	}
}

func TestPictureKinds(t *testing.T) {
	gray := image.NewGray16(image.Rect(0, 0, 9, 7))
	clear := image.NewNRGBA(image.Rect(5, 5, 20, 15))
	clear.Set(6, 6, color.NRGBA{255, 0, 0, 128})
	paletted := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
	for i, img := range []image.Image{gray, clear, paletted, image.NewGray(image.Rect(0, 0, 3, 3))} {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		path := enclosed(t, b.Bytes())
		if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
			t.Errorf("picture %d: %s", i, got)
		}
		if got := tool(t, "pdfimages", "-list", path); strings.Count(got, "\n") != 3 {
			t.Errorf("picture %d: %s", i, got)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 40)), nil); err != nil {
		t.Fatal(err)
	}
	if got := tool(t, "pdfimages", "-list", enclosed(t, b.Bytes())); !strings.Contains(got, "gray") {
		t.Error(got)
	}
}

// A field filled in and a seal are annotations; they are part of what was
// signed and must come along.
func TestAnnotationsAreDrawn(t *testing.T) {
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>",
		"<</Type/Page/Parent 2 0 R/Annots[4 0 R 6 0 R 7 0 R]>>",
		"<</Type/Annot/Subtype/Stamp/P 3 0 R/Rect[20 20 120 60]/AP<</N 5 0 R>>>>",
		stream("/Type/XObject/Subtype/Form/BBox[0 0 50 20]/Resources<</Font<</F 8 0 R>>>>", "BT /F 12 Tf 5 5 Td (SEAL) Tj ET"),
		"<</Type/Annot/Subtype/Stamp/F 2/Rect[20 20 120 60]/AP<</N 5 0 R>>>>",
		"<</Type/Annot/Subtype/Widget/AS/On/Rect[130 20 180 40]/AP<</N<</On 9 0 R/Off 5 0 R>>>>>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		stream("/Type/XObject/Subtype/Form/BBox[0 0 50 20]/Resources<</Font<</F 8 0 R>>>>", "BT /F 12 Tf 5 5 Td (TICK) Tj ET"),
	}
	path := enclosed(t, assemble(objects))
	if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
	text := tool(t, "pdftotext", path, "-")
	if strings.Count(text, "SEAL") != 1 || strings.Count(text, "TICK") != 1 {
		t.Errorf("one SEAL, one TICK expected:\n%s", text)
	}
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// assemble makes a PDF file of numbered objects, the first being the catalog.
func assemble(bodies []string) []byte {
	o := objects{bodies: make([][]byte, 1)}
	for _, b := range bodies {
		o.add(b)
	}
	return o.file(1, o.add("<<>>"))
}

func FuzzOpenAttachment(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"))
	f.Add(assemble([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>", "<</Type/Page/Parent 2 0 R>>"}))
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		pages, err := openAttachment(content)
		if err != nil {
			return
		}
		o := objects{bodies: make([][]byte, 1)}
		for _, p := range pages {
			if p.w <= 0 || p.h <= 0 {
				t.Errorf("page of %v × %v", p.w, p.h)
			}
			// An error is an answer; a panic is not.
			if _, err := p.art.emit(&o); err != nil {
				return
			}
		}
	})
}

func FuzzOrientation(f *testing.F) {
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x22Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if o := orientation(content); o < 1 || o > 8 {
			t.Errorf("orientation %d", o)
		}
	})
}

// Three hundred pages of attachments are merged, each once, however many pages
// share its fonts.
func TestThreeHundredPages(t *testing.T) {
	small := smallPDF(t)
	order := strings.TrimSuffix(strings.Repeat("1,2,", 50), ",")
	hundred := reworked(t, small, "--pages", ".", order, "--")
	doc := oneBlock(document.Paragraph{Text: "目录"})
	for i := range 3 {
		doc.Parts[0].Blocks = append(doc.Parts[0].Blocks, document.Enclosure{Number: "证明材料 " + itoa(i+1), Title: "文件", Content: hundred})
	}
	out := mustRender(t, doc)
	path := save(t, out)
	if got := tool(t, "qpdf", "--show-npages", path); strings.TrimSpace(got) != "301" {
		t.Errorf("%s pages", got)
	}
	if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
	if most := 3*len(hundred) + 400_000; len(out) > most {
		t.Errorf("%d bytes of file for %d of attachments", len(out), 3*len(hundred))
	}
}
