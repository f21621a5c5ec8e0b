package subset

import (
	"bytes"
	"math"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"h200filing/assets/fonts"
)

// The PDF writer must take the subset, draw with it and measure as we do,
// stand-in codes included. It reports a font it cannot read only by not
// knowing it afterwards.
func TestPDFWriterTakesSubsets(t *testing.T) {
	const text = "关于采购H200加速器（壹佰台）的请示——第1章 1,234.56%"
	extra := map[fonts.Key]string{fonts.Kai: "𠮷𫟹𬬭žş", fonts.Hei: "𫟹𬬭", fonts.Title: "𫟹", fonts.Fallback: "𫟹𬬭￥ΩЖ①℃"}
	for key, f := range printFaces(t) {
		runes := []rune(text + extra[key])
		s, err := f.Subset(runes)
		if err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		pdf := gofpdf.New("P", "pt", "A4", "")
		pdf.AddUTF8FontFromBytes("face", "", s.Bytes)
		pdf.SetFont("face", "", 1000)
		pdf.AddPage()
		var codes []rune
		for _, r := range runes {
			code := s.Code(r)
			codes = append(codes, code)
			advance, _ := f.Advance(r)
			want := math.Round(float64(advance) * 1000 / float64(f.UnitsPerEm()))
			if got := pdf.GetStringWidth(string(code)); math.Abs(got-want) > 0.01 {
				t.Errorf("%s: U+%04X measures %g, want %g", key, r, got, want)
			}
		}
		pdf.Text(10, 100, string(codes))
		var out bytes.Buffer
		if err := pdf.Output(&out); err != nil {
			t.Errorf("%s: %v", key, err)
		}
		if !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
			t.Errorf("%s: output is no PDF", key)
		}
	}
}
