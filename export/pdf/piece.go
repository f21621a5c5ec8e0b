package pdf

import "slices"

// piece is a strip of a page that is never cut, unless split says how. Its ops
// count from its top and from the left edge of the type area.
type piece struct {
	height float64
	before float64 // room above, dropped at the top of a page
	keep   bool    // stands on the same page as the piece after it
	ops    []op
	marks  []bookmark
	signed bool // is a place to sign

	// head stands again above this piece when it begins a page: the head of
	// a table.
	head *piece
	// split parts a piece that is too tall for the room left. Its first part
	// is no taller than room; ok is false if nothing fits.
	split func(room float64) (first, rest piece, ok bool)
	// least is the height that the first part of a split piece takes at least.
	least float64
	// sheet, if not nil, is a page of its own.
	sheet *sheet
}

// bookmark is an entry of the outline.
type bookmark struct {
	level int // 0 part, 1, 2
	title string
	part  string // id of the part that begins here, or ""
	page  int    // index, filled in when placed
	y     float64
}

// sheet is a page that is not part of the flow: a page of an attachment.
type sheet struct {
	size  paper
	ops   []op // from the page's top left corner
	marks []bookmark
}

// paper is the size of a page and its margins in millimetres.
type paper struct {
	w, h                     float64
	top, right, bottom, left float64
}

// The papers. The letter's margins are those of GB/T 9704-2012, 5.1 and 5.2.1;
// annexes keep the binding margin and gain room for tables.
var (
	letterPaper    = paper{210, 297, 37, 26, 35, 28}
	annexPaper     = paper{210, 297, 28, 22, 32, 28}
	landscapePaper = paper{297, 210, 28, 22, 28, 22}
	sheetPaper     = paper{210, 297, 24, 15, 26, 20}
	wideSheetPaper = paper{297, 210, 24, 15, 26, 20}
)

func (p paper) width() float64  { return p.w - p.left - p.right }
func (p paper) height() float64 { return p.h - p.top - p.bottom }

// page is a laid out page.
type page struct {
	size   paper
	placed []placed // what will be in ops
	ground []op     // behind the text: the watermark
	ops    []op
	foot   []op
	arts   []*art // all that it shows
}

// placed are ops and how far they are moved.
type placed struct {
	ops    []op
	dx, dy float64
}

// settle makes the ops of what was placed.
func (p *page) settle() {
	n := len(p.ops)
	for i := range p.placed {
		n += len(p.placed[i].ops)
	}
	p.ops = slices.Grow(p.ops, n-len(p.ops))
	for _, at := range p.placed {
		for i := range at.ops {
			p.ops = append(p.ops, at.ops[i].moved(at.dx, at.dy))
		}
	}
	p.placed = nil
}
