package verify

import (
	"bytes"
	"fmt"
)

// standIn is a PDF of empty pages.
func standIn(pages int, sideways func(page int) bool) []byte {
	if pages == 0 {
		return nil
	}
	var out bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), fmt.Sprintf(format, args...))
	}
	out.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", i+3)
	}
	object("<</Type/Pages/Count %d/Kids[%s]>>", pages, kids)
	for i := range pages {
		box := "0 0 595 842"
		if sideways(i + 1) {
			box = "0 0 842 595"
		}
		object("<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<<>>>>", box)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, table)
	return out.Bytes()
}
