package verify

import (
	"slices"
	"strings"

	"h200filing/export/document"
)

// sumMark stands before the SHA-256 of an attachment at the top of its pages.
const sumMark = "SHA-256"

// sideways tells which pages of an attachment lie across in the file that is
// verified.
func (c *checker) sideways(sum string) func(page int) bool {
	var wide []bool
	if c.file != nil {
		for _, page := range c.file.Pages {
			if strings.Contains(string(solid(page.Text)), sumMark+sum) {
				wide = append(wide, page.Width > page.Height)
			}
		}
	}
	return func(page int) bool { return page <= len(wide) && wide[page-1] }
}

// blankAttachments takes out of the pages what stands in attachments whose content
// is not at hand: on the wanted pages they are empty.
func (p *pageCheck) blankAttachments() {
	for _, part := range p.doc.Parts {
		for _, block := range part.Blocks {
			if e, ok := block.(document.Enclosure); ok && p.attachments[e.SHA256] == nil {
				p.blank(solid(sumMark + e.SHA256))
			}
		}
	}
}

func (p *pageCheck) blank(head []rune) {
	for i := range min(len(p.want.body), len(p.got.body)) {
		w, g := p.want.body[i], p.got.body[i]
		if n := len(w); n >= len(head) && slices.Equal(w[n-len(head):], head) && len(g) > n {
			p.got.body[i] = g[:n]
		}
	}
}
