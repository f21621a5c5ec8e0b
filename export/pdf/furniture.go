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
// and names the arts; drawn gives the code of the digest.
func (p *plan) finishPages(g *glyphs, doc *document.Document, drawn func() (*art, error)) error {
	code, err := drawn()
	if err != nil {
		return fmt.Errorf("digest: %w", err)
	}
	foot := footer{glyphs: g, doc: doc, code: code, total: len(p.pages), same: map[paper][]op{}}
	if doc.Draft {
		if foot.mark, err = watermark(g, doc.Mark); err != nil {
			return err
		}
	}
	named := map[*art]bool{}
	for i := range p.pages {
		at := &p.pages[i]
		ground, head := foot.markOps(at.size)
		at.ground = ground
		at.foot = append(foot.missing(head, at), foot.ops(at.size, i+1)...)
		for _, list := range at.layers() {
			for _, o := range list {
				if o.kind == opArt && !named[o.art] {
					named[o.art] = true
					p.arts = append(p.arts, o.art)
					o.art.name = "A" + strconv.Itoa(len(p.arts))
				}
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
	same  map[paper][]op
}

// ops are the foot of page n.
func (f footer) ops(size paper, n int) []op {
	dash := size.h - size.bottom + footDrop
	same, ok := f.same[size]
	if !ok {
		same = f.notices(size, dash+footNext)
		f.same[size] = same
	}
	out := f.number(slices.Clone(same), size, dash, n)
	return f.text(out, f.pageOf(n), lookFooter, shape{width: size.width(), align: typeset.Center}, size.left, dash+footNext)
}

func (f footer) pageOf(n int) string {
	return strings.NewReplacer("{n}", strconv.Itoa(n), "{total}", strconv.Itoa(f.total)).Replace(f.doc.PageOf)
}

// notices are what is the same on all pages of a size: the notice at the left, the
// digest and its code at the right of "page n of N".
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
	for _, o := range p.ops {
		_, shown := lookAndFace(o.style)
		for _, r := range o.text {
			if shown == standIns[0] && !seen[r] && !f.find(shown, r).ok {
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
