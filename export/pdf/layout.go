package pdf

import (
	"fmt"
	"runtime"
	"sync"

	"h200filing/export/document"
	"h200filing/export/typeset"
	"h200filing/i18n"
)

// layouter turns the blocks of one part into pieces.
type layouter struct {
	*glyphs
	doc    *document.Document
	part   *document.Part
	size   paper
	letter bool
	out    []piece
	err    error
}

// plan is a document laid out: its pages without what is the same on each.
type plan struct {
	pages []page
	marks []bookmark
	arts  []*art
}

// layOut sets the whole document on pages.
func layOut(faces *typefaces, doc *document.Document) (plan, error) {
	var f flow
	for i, l := range layOutParts(faces, doc) {
		if l.err != nil {
			return plan{}, fmt.Errorf("part %s: %w", doc.Parts[i].ID, l.err)
		}
		f.part(l.size, l.out)
	}
	if len(f.pages) == 0 {
		f.pages = []page{{size: letterPaper}}
	}
	p := plan{pages: f.pages, marks: f.marks}
	if err := p.finishPages(newGlyphs(faces), doc); err != nil {
		return plan{}, err
	}
	return p, nil
}

// layOutParts turns the parts into pieces, side by side: none needs to know of
// another before they are set on pages.
func layOutParts(faces *typefaces, doc *document.Document) []*layouter {
	all := make([]*layouter, len(doc.Parts))
	next := make(chan int)
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		group.Add(1)
		go func() {
			defer group.Done()
			known := newGlyphs(faces)
			for i := range next {
				all[i] = newLayouter(known, doc, &doc.Parts[i])
				all[i].run()
			}
		}()
	}
	for i := range all {
		next <- i
	}
	close(next)
	group.Wait()
	return all
}

// run lays the part out; what goes wrong is kept.
func (l *layouter) run() {
	defer func() {
		if r := recover(); r != nil {
			l.err = fmt.Errorf("internal error: %v", r)
		}
	}()
	l.err = l.blocks()
}

func newLayouter(g *glyphs, doc *document.Document, part *document.Part) *layouter {
	g.english = part.Lang == i18n.English
	l := &layouter{glyphs: g, doc: doc, part: part, size: annexPaper, letter: part.Label == "" && !g.english}
	switch {
	case part.Landscape:
		l.size = landscapePaper
	case l.letter:
		l.size = letterPaper
	}
	return l
}

// blocks lays out the part's head and every block of it.
func (l *layouter) blocks() error {
	l.partHead()
	for i, b := range l.part.Blocks {
		if err := l.block(b); err != nil {
			return fmt.Errorf("block %d: %w", i+1, err)
		}
	}
	if len(l.out) == 0 {
		l.out = []piece{{}}
	}
	l.keepTail()
	name := l.part.Title
	if l.part.Label != "" {
		name = l.part.Label + " " + name
	}
	l.out[0].marks = append([]bookmark{{level: 0, title: name, part: l.part.ID}}, l.out[0].marks...)
	return nil
}

// tail is what the last page of a part shows at least, in millimetres.
const tail = 22.0

// keepTail keeps the end of the part together, lest its last page hold a line or
// two.
func (l *layouter) keepTail() {
	height := 0.0
	for i := len(l.out) - 1; i > 0 && height < tail && l.out[i].sheet == nil && l.out[i-1].sheet == nil; i-- {
		if len(l.out[i].ops) > 0 {
			height += l.out[i].height
		}
		l.out[i-1].keep = l.out[i-1].keep || height < tail
	}
}

func (l *layouter) block(b document.Block) error {
	switch b := b.(type) {
	case document.Title:
		l.title(b.Text)
	case document.Heading:
		l.heading(b)
	case document.Paragraph:
		l.paragraph(b)
	case document.Table:
		l.table(b)
	case document.Pairs:
		l.pairs(b)
	case document.Checks:
		l.checks(b)
	case document.Signature:
		l.signature(b)
	case document.Bars:
		l.bars(b)
	case document.Enclosure:
		l.enclosure(b)
	case document.Verbatim:
		l.verbatim(b)
	case document.Space:
		l.add(piece{height: b.Lines * l.body().pitch()})
	default:
		return fmt.Errorf("no looks for a %T", b)
	}
	return nil
}

func (l *layouter) add(p ...piece) { l.out = append(l.out, p...) }

// body is the look of running text in this part.
func (l *layouter) body() look {
	if l.letter {
		return lookLetter
	}
	return lookBody
}

func (l *layouter) width() float64 { return l.size.width() }

// prose is how running text is set: flush on both sides in Chinese, ragged in
// English, which would need hyphens for it.
func (l *layouter) prose() typeset.Align {
	if l.english {
		return typeset.Left
	}
	return typeset.Justify
}
