package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// slotNames are what gofpdf knows the faces by, resourceNames what pages do.
var (
	slotNames     = [faceCount]string{"facea", "faceb", "facec", "faced", "facee"}
	resourceNames = [faceCount]string{"F1", "F2", "F3", "F4", "F5"}
)

// usualObjects is how many bytes a page takes in the frame.
const usualObjects = 400

// frame is a file with everything in its place and nothing in it yet.
type frame struct {
	*objects
	info, root int // objects of the document's information and of the root
}

// layFrame has gofpdf write the tree of the pages and what they share. To gofpdf
// pages are empty, for it would copy what they show five times, and a face is a slot
// without a font file, for it would parse and cut the file again for every document.
func layFrame(p plan, c *crew) (*frame, error) {
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
	for i := range p.pages {
		paper := p.pages[i].size
		orientation := "P"
		if paper.w > paper.h {
			orientation = "L"
		}
		f.AddPageFormat(orientation, gofpdf.SizeType{Wd: min(paper.w, paper.h), Ht: max(paper.w, paper.h)})
	}
	var out bytes.Buffer
	out.Grow(usualObjects * len(p.pages))
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	w, err := parseObjects(out.Bytes())
	if err != nil {
		return nil, err
	}
	if len(w.bodies) < 5 {
		return nil, errShape
	}
	w.crew = c
	return &frame{w, len(w.bodies) - 2, len(w.bodies) - 1}, nil
}

// pageObject is the number that gofpdf gives to the object of a page; its
// content has the next one.
func pageObject(index int) int { return 3 + 2*index }
