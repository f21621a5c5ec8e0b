package pdf

import (
	"strings"

	"h200filing/export/document"
	"h200filing/export/typeset"
)

// halfLines is how many lines a value may take at half width before it gets the
// full width.
const halfLines = 2

// pairs sets a form: two pairs beside each other where they are short.
func (l *layouter) pairs(b document.Pairs) {
	if len(b.Items) == 0 {
		return
	}
	label := l.labelWidth(b.Items)
	again := l.pairsAgain()
	l.add(piece{ops: []op{topRule(l.width())}, keep: true, before: 2})
	var rows []piece
	for i := 0; i < len(b.Items); {
		n := 1
		if i+1 < len(b.Items) && l.fitsHalf(b.Items[i], label) && l.fitsHalf(b.Items[i+1], label) {
			n = 2
		}
		row := l.pairRow(b.Items[i:i+n], label)
		row.head = &again
		if i+n == len(b.Items) {
			row.pen = penTable
		}
		rows = append(rows, row.piece())
		i += n
	}
	keepRows(rows)
	// One row says what the next block is about, and goes with it.
	alone := len(rows) == 1 && rows[0].split == nil
	rows[0].keep = rows[0].keep || alone
	l.add(rows...)
	l.add(piece{height: 2.5, keep: alone})
}

// pairsAgain opens a form anew on the next page, marked as going on.
func (l *layouter) pairsAgain() piece {
	var out []piece
	if more := l.continued(); more != "" {
		lines := l.set(more, lookCellStrong, shape{width: l.width(), align: typeset.Center})
		out = append(l.lines(lines, lookCellStrong, true), piece{height: 1})
	}
	return stack(append(out, piece{ops: []op{topRule(l.width())}}))
}

// labelWidth fits the longest label within bounds.
func (l *layouter) labelWidth(items []document.Pair) float64 {
	width := 0.0
	for _, p := range items {
		width = max(width, l.measure(p.Label, lookCellStrong))
	}
	return min(max(width+2*padX+0.1, 22), 0.21*l.width())
}

func (l *layouter) fitsHalf(p document.Pair, label float64) bool {
	if p.Wide || strings.Contains(p.Value, "\n") {
		return false
	}
	s := shape{width: l.width()/2 - label - 2*padX, align: typeset.Left}
	return len(l.set(p.Label, lookCellStrong, shape{width: label - 2*padX})) <= halfLines &&
		len(l.set(p.Value, lookCell, s)) <= halfLines && len(l.set(p.Note, lookSmall, s)) <= halfLines
}

func (l *layouter) pairRow(items []document.Pair, label float64) gridRow {
	row := gridRow{width: l.width()}
	each := l.width() / float64(len(items))
	for i, p := range items {
		x := float64(i) * each
		head := l.cell(x, label, typeset.Left, cellText{p.Label, lookCellStrong})
		head.gray = grayHead
		value := l.cell(x+label, each-label, typeset.Left, cellText{p.Value, lookCell}, cellText{p.Note, lookSmall})
		row.cells = append(row.cells, head, value)
	}
	return row
}
