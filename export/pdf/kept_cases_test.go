package pdf

import (
	"fmt"
	"image"
	"image/color"
	"path/filepath"
	"testing"

	"h200filing/assets/practice"
	"h200filing/export/document"
)

// A sheet shows every page of a document as the grey of its squares of 5 mm: ten
// pages in a row, each in a field as high and as wide as the longer side of one.
const (
	sheetAcross = 10
	sheetField  = 60
)

// TestCasesLookAsKept compares every page of every case, and of the practice
// application, with the kept sheets in testdata/cases; -update keeps them again. Look
// at the pages themselves before you commit them (pdftoppm -r 60): a sheet tells
// where something changed and not what.
func TestCasesLookAsKept(t *testing.T) {
	documents := map[string]document.Document{
		"supported":   filing(t, "inference-supported.yaml"),
		"unsupported": filing(t, "inference-unsupported.yaml"),
		"incomplete":  filing(t, "incomplete.yaml"),
		"practice":    filing(t, practice.Name),
	}
	for name, doc := range documents {
		t.Run(name, func(t *testing.T) {
			got := sheetOf(t, doc)
			path := filepath.Join("testdata", "cases", name+".png")
			if *update {
				keep(t, path, got)
				return
			}
			compareSheets(t, got, readGray(t, path))
		})
	}
}

// sheetOf draws a document and puts its pages on a sheet; fields without a page are
// black.
func sheetOf(t *testing.T, doc document.Document) *image.Gray {
	t.Helper()
	dir := t.TempDir()
	tool(t, "pdftoppm", "-r", keptDPI, "-gray", "-png", save(t, mustRender(t, doc)), filepath.Join(dir, "p"))
	pages, err := filepath.Glob(filepath.Join(dir, "p-*.png"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages drawn: %v", len(pages), err)
	}
	rows := (len(pages) + sheetAcross - 1) / sheetAcross
	sheet := image.NewGray(image.Rect(0, 0, sheetAcross*sheetField, rows*sheetField))
	for i, page := range pages {
		gray := readGray(t, page)
		field := image.Pt(i%sheetAcross*sheetField, i/sheetAcross*sheetField)
		across := (gray.Rect.Dx() + keptSquare - 1) / keptSquare
		for j, v := range squares(gray) {
			sheet.SetGray(field.X+j%across, field.Y+j/across, color.Gray{Y: uint8(v)})
		}
	}
	return sheet
}

// compareSheets names the pages that look different, each once.
func compareSheets(t *testing.T, got, want *image.Gray) {
	t.Helper()
	if got.Rect != want.Rect {
		t.Fatalf("the sheet measures %v, the kept one %v: there are more or fewer pages", got.Rect.Max, want.Rect.Max)
	}
	for n := range got.Rect.Dx() / sheetField * got.Rect.Dy() / sheetField {
		at := image.Pt(n%sheetAcross*sheetField, n/sheetAcross*sheetField)
		if x, y, differs := difference(got, want, image.Rectangle{at, at.Add(image.Pt(sheetField, sheetField))}); differs {
			t.Errorf("page %d looks different %d mm from the left and %d mm from the top; keep it anew with -update once it was looked at", n+1, (x-at.X)*5, (y-at.Y)*5)
		}
	}
}

func difference(a, b *image.Gray, within image.Rectangle) (x, y int, differs bool) {
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if d := int(a.GrayAt(x, y).Y) - int(b.GrayAt(x, y).Y); d > keptWithin || d < -keptWithin {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// TestSheetsTell: a line less on one page is found, on that page and no other.
func TestSheetsTell(t *testing.T) {
	doc := filing(t, "inference-supported.yaml")
	want := sheetOf(t, doc)
	annex := &doc.Parts[len(doc.Parts)-3]
	for i, b := range annex.Blocks {
		if p, ok := b.(document.Paragraph); ok && len([]rune(p.Text)) > 8 {
			p.Text = ""
			annex.Blocks[i] = p
			break
		}
	}
	got := sheetOf(t, doc)
	var pages []string
	for n := range got.Rect.Dx() / sheetField * got.Rect.Dy() / sheetField {
		at := image.Pt(n%sheetAcross*sheetField, n/sheetAcross*sheetField)
		if _, _, differs := difference(got, want, image.Rectangle{at, at.Add(image.Pt(sheetField, sheetField))}); differs {
			pages = append(pages, fmt.Sprint(n+1))
		}
	}
	if len(pages) != 1 {
		t.Errorf("a line was taken from one page; different are %v", pages)
	}
}
