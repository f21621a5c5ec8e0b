package pdf

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// slotNames are what gofpdf knows the faces by, resourceNames what pages do.
var (
	slotNames     = [faceCount]string{"facea", "faceb", "facec", "faced", "facee"}
	resourceNames = [faceCount]string{"F1", "F2", "F3", "F4", "F5"}
)

// usualObjects is how many bytes a page takes in the file beside its content.
const usualObjects = 400

// layers are the ops of a page in the order in which they are drawn.
func (p *page) layers() [3][]op { return [3][]op{p.ground, p.ops, p.foot} }

// draw has gofpdf write the pages, uncompressed and without anything that finish
// adds. To gofpdf a face is a slot without a font file, for it would parse and cut
// the file again for every document.
func draw(p plan, c *[faceCount]codes) ([]byte, error) {
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: gofpdf.SizeType{Wd: 210, Ht: 297}})
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	for _, name := range slotNames {
		f.AddFontFromReader(name, "", strings.NewReader(`{"Tp":"Core","Name":"`+name+`"}`))
	}
	size := 0
	for i, drawn := range contents(p, c) {
		paper := p.pages[i].size
		orientation := "P"
		if paper.w > paper.h {
			orientation = "L"
		}
		f.AddPageFormat(orientation, gofpdf.SizeType{Wd: min(paper.w, paper.h), Ht: max(paper.w, paper.h)})
		f.RawWriteStr(string(drawn)) // RawWriteBuf takes a third more memory
		size += len(drawn) + usualObjects
	}
	var out bytes.Buffer
	out.Grow(size)
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return out.Bytes(), nil
}

// contents writes the pages, side by side.
func contents(p plan, c *[faceCount]codes) [][]byte {
	out := make([][]byte, len(p.pages))
	workers := runtime.GOMAXPROCS(0)
	var group sync.WaitGroup
	for first := range workers {
		group.Go(func() {
			for i := first; i < len(p.pages); i += workers {
				out[i] = contentOf(&p.pages[i], c)
			}
		})
	}
	group.Wait()
	return out
}
