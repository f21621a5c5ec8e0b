package pdf

import (
	"fmt"

	"h200filing/export/document"
)

// mostBlocks is how many blocks a strip has: few enough that all processors have
// their share of a document with one long part.
const mostBlocks = 8

// strip is a stretch of blocks of one part, from first up to end.
type strip struct {
	part       int
	first, end int
	set        *layouter
}

// stripsOf cuts the parts into strips. An attachment, which may have hundreds of
// pages, is one by itself.
func stripsOf(doc *document.Document) []*strip {
	var all []*strip
	for part := range doc.Parts {
		blocks := doc.Parts[part].Blocks
		at := &strip{part: part}
		all = append(all, at)
		for i := range blocks {
			if at.end > at.first && (at.end-at.first == mostBlocks || isEnclosure(blocks[i]) || isEnclosure(blocks[i-1])) {
				at = &strip{part: part, first: i}
				all = append(all, at)
			}
			at.end = i + 1
		}
	}
	return all
}

func isEnclosure(b document.Block) bool {
	_, ok := b.(document.Enclosure)
	return ok
}

// layOutParts turns the parts into pieces. Their strips are set side by side: none
// needs to know of another before they are set on pages.
func layOutParts(c *crew, faces *typefaces, doc *document.Document) ([]*layouter, error) {
	all := stripsOf(doc)
	for _, s := range all {
		s.set = newLayouter(newGlyphs(faces), doc, &doc.Parts[s.part])
		c.do(func() { s.set.run(s.first, s.end) })
	}
	if err := c.wait(); err != nil {
		return nil, err
	}
	parts := make([]*layouter, len(doc.Parts))
	for i := range parts {
		var strips []*layouter
		for len(all) > 0 && all[0].part == i {
			strips, all = append(strips, all[0].set), all[1:]
		}
		parts[i] = newLayouter(newGlyphs(faces), doc, &doc.Parts[i])
		if err := parts[i].join(strips); err != nil {
			return nil, fmt.Errorf("part %s: %w", doc.Parts[i].ID, err)
		}
	}
	return parts, nil
}

// run lays out blocks of the part, the first with its head; what goes wrong is kept.
func (l *layouter) run(first, end int) {
	defer func() {
		if r := recover(); r != nil {
			l.err = fmt.Errorf("internal error: %v", r)
		}
	}()
	l.begun = first > 0
	if !l.begun {
		l.partHead()
	}
	for i := first; i < end && l.err == nil; i++ {
		if err := l.block(l.part.Blocks[i]); err != nil {
			l.err = fmt.Errorf("block %d: %w", i+1, err)
		}
	}
}
