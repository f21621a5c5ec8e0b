package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"h200filing/export/document"
	"h200filing/export/typeset"
)

// Measures of the foot of a page in millimetres. GB/T 9704-2012, 7.5, puts the
// dashes of the page number 7 mm below the type area; what else is there stands
// lower and smaller.
const (
	footDrop  = 7.0
	footNext  = 6.0 // from the dashes to the notices
	qrSide    = 11.0
	digestLen = 16
)

// finishPages adds what stands on every page, now that their number is known,
// and names the arts; code is that of the digest.
func (p *plan) finishPages(c *crew, g *glyphs, doc *document.Document, code *art) error {
	foot := footer{glyphs: g, doc: doc, code: code, total: len(p.pages), same: map[paper]notices{}}
	if doc.Draft {
		var err error
		if foot.mark, err = watermark(g, doc.Mark); err != nil {
			return err
		}
	}
	for i := range p.pages {
		foot.prepare(p.pages[i].size)
	}
	for i := range p.pages {
		at := &p.pages[i]
		c.do(func() {
			at.settle()
			foot.finish(at, i+1)
		})
	}
	if err := c.wait(); err != nil {
		return err
	}
	named := map[*art]bool{}
	for i := range p.pages {
		for _, a := range p.pages[i].arts {
			if !named[a] {
				named[a] = true
				p.arts = append(p.arts, a)
				a.name = "A" + strconv.Itoa(len(p.arts))
			}
		}
	}
	return nil
}

// markOps puts the watermark behind the text and its words, for readers of
// text, above it at the right.
func (f footer) markOps(size paper) (ground, head []op) {
	if f.mark == nil {
		return nil, nil
	}
	side := watermarkShare * min(size.w, size.h)
	ground = []op{{kind: opArt, x: (size.w - side) / 2, y: (size.h - side) / 2, w: side, h: side, art: f.mark}}
	head = f.text(nil, f.doc.Mark, lookFooter, shape{width: size.width(), align: typeset.Right}, size.left, 5)
	return ground, head
}

// footer sets what is the same on all pages.
type footer struct {
	*glyphs
	doc   *document.Document
	code  *art
	mark  *art
	total int
	same  map[paper]notices // once they are prepared
}

// notices are what is the same on all pages of a size.
type notices struct{ ground, head, foot []op }

func (f footer) prepare(size paper) {
	if _, ok := f.same[size]; !ok {
		ground, head := f.markOps(size)
		f.same[size] = notices{ground, head, f.notices(size, size.h-size.bottom+footDrop+footNext)}
	}
}

// finish adds to page n, whose paper is prepared, what is around its text, and lists
// its arts.
func (f footer) finish(p *page, n int) {
	same := f.same[p.size]
	dash := p.size.h - p.size.bottom + footDrop
	p.ground = same.ground
	p.foot = f.missing(slices.Clone(same.head), p)
	p.foot = f.number(append(p.foot, same.foot...), p.size, dash, n)
	p.foot = f.text(p.foot, f.pageOf(n), lookFooter, shape{width: p.size.width(), align: typeset.Center}, p.size.left, dash+footNext)
	for _, ops := range p.layers() {
		for i := range ops {
			if ops[i].kind == opArt {
				p.arts = append(p.arts, ops[i].art)
			}
		}
	}
}

func (f footer) pageOf(n int) string {
	return strings.NewReplacer("{n}", strconv.Itoa(n), "{total}", strconv.Itoa(f.total)).Replace(f.doc.PageOf)
}

// notices are those at the foot: the notice at the left, the digest and its code at
// the right of "page n of N".
func (f footer) notices(size paper, top float64) []op {
	width := size.width()
	side := (width - f.measure(f.pageOf(f.total), lookFooter)) / 2
	out := f.text(nil, f.doc.Footer, lookFooter, shape{width: side - 4, align: typeset.Left}, size.left, top)
	if f.code == nil {
		return out
	}
	right := size.left + width
	digest := f.doc.Digest[:min(len(f.doc.Digest), digestLen)]
	out = f.text(out, digest, lookTiny, shape{width: side - qrSide - 4, align: typeset.Right}, right-side+2, top+0.5)
	return append(out, op{kind: opArt, x: right - qrSide, y: top - 2, w: qrSide, h: qrSide, art: f.code})
}

// number sets "— 1 —" one character from the outer edge: at the right on odd pages,
// at the left on even ones (GB/T 9704-2012, 7.5). Dash is the height of its dashes.
func (f footer) number(out []op, size paper, dash float64, n int) []op {
	em := lookPage.em()
	align, x := typeset.Right, size.left
	if n%2 == 0 {
		align, x = typeset.Left, size.left+em
	}
	const dashRise = 0.32 // of a dash above the baseline, in ems
	return f.text(out, "— "+strconv.Itoa(n)+" —", lookPage, shape{width: size.width() - em, align: align}, x, dash+dashRise*em-lookPage.drop())
}

func (f footer) text(out []op, text string, look look, s shape, x, y float64) []op {
	for i, line := range f.set(text, look, s) {
		out = lineOps(out, line, look, x, y+float64(i)*look.pitch())
	}
	return out
}

// mostMissing is how many missing characters fit into the note of a page.
const mostMissing = 20

// missing notes, below the type area, the code points of the characters on a page
// that are shown as boxes, in their order.
func (f footer) missing(out []op, p *page) []op {
	var codes []string
	seen := map[rune]bool{}
	for i := range p.ops {
		_, shown := lookAndFace(p.ops[i].style)
		if shown != standIns[0] {
			continue
		}
		for _, r := range p.ops[i].text {
			if !f.find(shown, r).ok && !seen[r] {
				seen[r] = true
				codes = append(codes, fmt.Sprintf("%c\u00A0U+%04X", missingBox, r))
			}
		}
	}
	if len(codes) > mostMissing {
		codes = append(codes[:mostMissing], "…")
	}
	return f.text(out, strings.Join(codes, "\u3000"), lookTiny, shape{width: p.size.width(), align: typeset.Left}, p.size.left, p.size.h-p.size.bottom)
}
