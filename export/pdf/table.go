package pdf

import (
	"h200filing/export/document"
	"h200filing/export/typeset"
)

// denseFrom is the number of columns from which a table is set smaller.
const denseFrom = 7

// gridLooks are the looks of a table's text.
type gridLooks struct{ plain, strong, open look }

var (
	roomyTable = gridLooks{lookCell, lookCellStrong, lookCellOpen}
	denseTable = gridLooks{lookDense, lookDenseStrong, lookDenseOpen}
)

// tableSetter sets one table.
type tableSetter struct {
	*layouter
	document.Table
	edges []float64 // left edges of the columns and the right edge of the last
	looks gridLooks
	again *piece // head for the next pages
}

func (l *layouter) table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	s := tableSetter{layouter: l, Table: t, edges: columnEdges(t.Columns, l.width()), looks: roomyTable}
	if len(t.Columns) >= denseFrom {
		s.looks = denseTable
	}
	more := l.doc.Continue
	if l.part.Lang != "" && l.part.Lang != l.doc.Lang {
		more = "" // the words are in the document's language, not in this part's
	}
	again := stack(s.head(more))
	s.again = &again
	for i, p := range s.head("") {
		if i == 0 {
			p.before = 2.5
		}
		l.add(p)
	}
	for i, row := range t.Rows {
		l.add(s.row(row, i == len(t.Rows)-1))
	}
	for i, note := range t.Notes {
		s.note(note, i == 0)
	}
	l.add(piece{height: 2.5})
}

// columnEdges parts the width by the columns' shares.
func columnEdges(columns []document.Column, width float64) []float64 {
	sum := 0.0
	for _, c := range columns {
		sum += max(c.Share, 0)
	}
	edges := make([]float64, len(columns)+1)
	for i, c := range columns {
		share := 1 / float64(len(columns))
		if sum > 0 {
			share = max(c.Share, 0) / sum
		}
		edges[i+1] = edges[i] + share*width
	}
	return widened(edges, width)
}

// widened gives every column the room of two characters at least, taken from
// the others in proportion to what they have above that.
func widened(edges []float64, width float64) []float64 {
	n := len(edges) - 1
	least := min(2*lookDense.em()+2*padX+0.2, width/float64(n))
	lack, spare := 0.0, 0.0
	for i := range n {
		if w := edges[i+1] - edges[i]; w < least {
			lack += least - w
		} else {
			spare += w - least
		}
	}
	if lack == 0 {
		return edges
	}
	out := make([]float64, len(edges))
	for i := range n {
		w := edges[i+1] - edges[i]
		if w < least {
			w = least
		} else {
			w -= (w - least) / spare * lack
		}
		out[i+1] = out[i] + w
	}
	return out
}

// head is the caption and the column heads. On later pages more stands beside
// the caption.
func (s *tableSetter) head(more string) []piece {
	var out []piece
	caption := s.Caption
	if more != "" && caption != "" {
		caption += "（" + more + "）"
	} else if more != "" {
		caption = more
	}
	if caption != "" {
		lines := s.set(caption, lookCellStrong, shape{width: s.width(), align: typeset.Center})
		out = append(out, s.lines(lines, lookCellStrong, true)...)
		out = append(out, piece{height: 1, keep: true})
	}
	row := gridRow{width: s.width(), pen: penHead}
	heads := ""
	for i, c := range s.Columns {
		cell := s.cell(s.edges[i], s.edges[i+1]-s.edges[i], typeset.Center, cellText{c.Head, s.looks.strong})
		cell.gray = grayHead
		row.cells = append(row.cells, cell)
		heads += c.Head
	}
	if heads == "" {
		return append(out, piece{keep: true, ops: []op{topRule(s.width())}})
	}
	p := row.piece()
	p.split, p.keep = nil, true
	p.ops = append(p.ops, topRule(s.width()))
	return append(out, p)
}

// stack joins pieces into one.
func stack(pieces []piece) piece {
	var out piece
	for _, p := range pieces {
		for _, o := range p.ops {
			out.ops = append(out.ops, o.moved(0, out.height))
		}
		out.height += p.height
	}
	return out
}

func (s *tableSetter) row(r document.Row, last bool) piece {
	row := gridRow{width: s.width(), head: s.again}
	if last {
		row.pen = penTable
	}
	if r.Band != "" {
		cell := s.cell(0, s.width(), typeset.Left, cellText{r.Band, s.looks.strong})
		cell.gray = 0.96
		row.cells = []gridCell{cell}
		p := row.piece()
		p.keep = !last
		return p
	}
	column := 0
	for _, c := range r.Cells {
		if column >= len(s.Columns) {
			break
		}
		end := min(column+max(c.Span, 1), len(s.Columns))
		row.cells = append(row.cells, s.bodyCell(c, column, end))
		column = end
	}
	for ; column < len(s.Columns); column++ {
		row.cells = append(row.cells, gridCell{x: s.edges[column], w: s.edges[column+1] - s.edges[column]})
	}
	return row.piece()
}

// cellAligns are the alignments of table text; nothing is stretched in cells.
var cellAligns = [...]typeset.Align{typeset.Left, typeset.Center, typeset.Right}

func (s *tableSetter) bodyCell(c document.Cell, column, end int) gridCell {
	look := s.looks.plain
	switch {
	case c.Strong, c.Tone == document.Head, c.Tone == document.Bad:
		look = s.looks.strong
	case c.Tone == document.Open:
		look = s.looks.open
	}
	align := typeset.Left
	if end == column+1 {
		align = cellAligns[s.Columns[column].Align]
	}
	cell := s.cell(s.edges[column], s.edges[end]-s.edges[column], align, cellText{c.Text, look})
	switch c.Tone {
	case document.Bad:
		cell.gray = grayBad
	case document.Head:
		cell.gray = grayHead
	}
	return cell
}

func (s *tableSetter) note(text string, first bool) {
	pieces := s.lines(s.set(text, lookSmall, shape{width: s.width(), align: typeset.Left}), lookSmall, false)
	if first && len(pieces) > 0 {
		pieces[0].before = 1
	}
	s.add(pieces...)
}
