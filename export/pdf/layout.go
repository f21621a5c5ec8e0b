package pdf

import (
	"errors"
	"fmt"

	"h200filing/export/document"
	"h200filing/export/typeset"
	"h200filing/i18n"
)

// layouter turns blocks of one part into pieces.
type layouter struct {
	*glyphs
	doc    *document.Document
	part   *document.Part
	size   paper
	letter bool
	begun  bool // pieces stand above those in out
	out    []piece
	err    error
}

// plan is a document laid out: its pages without what is the same on each.
type plan struct {
	pages []page
	marks []bookmark
	arts  []*art
}

// layOut sets the whole document on pages. The code of the digest is drawn beside
// it, for it takes as long as some pages do.
func layOut(c *crew, faces *typefaces, doc *document.Document) (plan, error) {
	var f flow
	var code *art
	var errCode error
	c.do(func() { code, errCode = qrArt(doc.Digest) })
	parts, err := layOutParts(c, faces, doc)
	if err = errors.Join(err, errCode); err != nil {
		return plan{}, err
	}
	for _, l := range parts {
		f.part(l.size, l.out)
	}
	if len(f.pages) == 0 {
		f.pages = []page{{size: letterPaper}}
	}
	p := plan{pages: f.pages, marks: f.marks}
	if err := p.finishPages(c, newGlyphs(faces), doc, code); err != nil {
		return plan{}, err
	}
	return p, nil
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

// join puts the pieces of a part together and gives it its bookmark.
func (l *layouter) join(strips []*layouter) error {
	for _, s := range strips {
		if s.err != nil {
			return s.err
		}
		l.out = append(l.out, s.out...)
	}
	if len(l.out) == 0 {
		l.out = []piece{{}}
	}
	l.keepSigned()
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
