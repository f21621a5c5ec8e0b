package pdf

import "h200filing/export/typeset"

// Room between a cell's rules and its text, in millimetres.
const (
	padX = 1.4
	padY = 1.25
)

// splitFrom is the height from which a row may be cut by the end of a page.
const splitFrom = 36.0

// cellLine is a line in a cell.
type cellLine struct {
	line typeset.Line
	look look
}

// gridCell is a cell with its text set.
type gridCell struct {
	x, w  float64
	lines []cellLine
	gray  float64 // of the ground; 0 is none
	top   bool    // text begins at the top rather than stand in the middle
}

func (c gridCell) height() float64 {
	h := 0.0
	for _, l := range c.lines {
		h += l.look.pitch()
	}
	return h
}

// fits is how many of the cell's lines go into room.
func (c gridCell) fits(room float64) int {
	for i, l := range c.lines {
		if room -= l.look.pitch(); room < -slackHeight {
			return i
		}
	}
	return len(c.lines)
}

// gridRow is a row of cells with rules around them.
type gridRow struct {
	cells []gridCell
	width float64
	pen   float64 // of the rule below
	head  *piece
}

// cell sets texts, each in its look, into a cell.
func (l *layouter) cell(x, w float64, align typeset.Align, texts ...cellText) gridCell {
	c := gridCell{x: x, w: w}
	for _, t := range texts {
		for _, line := range l.set(t.text, t.look, shape{width: w - 2*padX, align: align}) {
			c.lines = append(c.lines, cellLine{line, t.look})
		}
	}
	return c
}

type cellText struct {
	text string
	look look
}

// piece draws the row. Tall rows can be split between lines.
func (r gridRow) piece() piece {
	height := 0.0
	for _, c := range r.cells {
		height = max(height, c.height())
	}
	height += 2 * padY
	p := piece{height: height, head: r.head, ops: r.draw(height)}
	if height > splitFrom {
		p.least = splitFrom / 2
		p.split = r.split
	}
	return p
}

// count is how many ops the row has at most.
func (r gridRow) count() int {
	n := 1
	for _, c := range r.cells {
		n += 2
		for _, l := range c.lines {
			n += len(l.line.Spans)
		}
	}
	return n
}

// draw gives the ops of a row of the given height.
func (r gridRow) draw(height float64) []op {
	ops := make([]op, 0, r.count())
	for _, c := range r.cells {
		if c.gray > 0 {
			ops = append(ops, op{kind: opFill, x: c.x, w: c.w, h: height, gray: c.gray})
		}
	}
	for i, c := range r.cells {
		y := padY
		if !c.top {
			y = (height - c.height()) / 2
		}
		for _, l := range c.lines {
			ops = lineOps(ops, l.line, l.look, c.x+padX, y)
			y += l.look.pitch()
		}
		if i > 0 {
			ops = append(ops, op{kind: opRule, x: c.x, h: height, pen: penThin, gray: grayRule})
		}
	}
	pen, gray := r.pen, 0.0
	if pen == 0 {
		pen, gray = penThin, grayRule
	}
	return append(ops, op{kind: opRule, y: height, w: r.width, pen: pen, gray: gray})
}

// split cuts every cell after the lines that fit in room.
func (r gridRow) split(room float64) (first, rest piece, ok bool) {
	above, below := r, r
	above.pen = 0
	above.cells, below.cells = nil, nil
	for _, c := range r.cells {
		n := c.fits(room - 2*padY)
		ok = ok || n > 0
		a, b := c, c
		a.lines, b.lines = c.lines[:n], c.lines[n:]
		a.top, b.top = true, true
		above.cells, below.cells = append(above.cells, a), append(below.cells, b)
	}
	if !ok {
		return piece{}, piece{}, false
	}
	return above.piece(), below.piece(), true
}

// keepRows keeps the first two rows of a table together, and the last two, lest one
// stand alone at the end of a page or at the top of the next. Rows that may be cut
// themselves are left alone.
func keepRows(rows []piece) {
	for _, i := range []int{0, len(rows) - 2} {
		if i >= 0 && i+1 < len(rows) && rows[i].split == nil && rows[i+1].split == nil {
			rows[i].keep = true
		}
	}
}

// topRule opens a grid.
func topRule(width float64) op {
	return op{kind: opRule, w: width, pen: penTable}
}
