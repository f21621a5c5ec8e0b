package pdf

import (
	"strings"

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
	s := tableSetter{layouter: l, Table: t, looks: roomyTable}
	if len(t.Columns) >= denseFrom {
		s.looks = denseTable
	}
	s.edges = edgesOf(s.columnWidths())
	again := stack(s.head(l.continued()))
	s.again = &again
	for i, p := range s.head("") {
		if i == 0 {
			p.before = 2.5
		}
		l.add(p)
	}
	rows := make([]piece, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = s.row(row, i == len(t.Rows)-1)
	}
	keepRows(rows)
	l.add(rows...)
	s.notes()
	l.add(piece{height: 2.5})
}

// continued is the mark of what goes on from the page before; "" in a part of another
// language than the mark's.
func (l *layouter) continued() string {
	if l.part.Lang != "" && l.part.Lang != l.doc.Lang {
		return ""
	}
	return l.doc.Continue
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

// lookOf is the look of a cell's text.
func (s *tableSetter) lookOf(c document.Cell) look {
	switch {
	case c.Strong, c.Tone == document.Head, c.Tone == document.Bad:
		return s.looks.strong
	case c.Tone == document.Open:
		return s.looks.open
	}
	return s.looks.plain
}

func (s *tableSetter) bodyCell(c document.Cell, column, end int) gridCell {
	align := typeset.Left
	if end == column+1 {
		align = cellAligns[s.Columns[column].Align]
	}
	text := cellText{c.Text, s.lookOf(c)}
	cell := s.cell(s.edges[column], s.edges[end]-s.edges[column], align, text)
	if align == typeset.Right && len(cell.lines) > 1+strings.Count(c.Text, "\n") {
		// Amounts stand at the right; sentences among them do not.
		cell = s.cell(s.edges[column], s.edges[end]-s.edges[column], typeset.Left, text)
	}
	switch c.Tone {
	case document.Bad:
		cell.gray = grayBad
	case document.Head:
		cell.gray = grayHead
	}
	return cell
}

// notes stand below the table, on a page with its last row unless they are many.
func (s *tableSetter) notes() {
	var pieces []piece
	height := 0.0
	for _, note := range s.Notes {
		for _, p := range s.lines(s.set(note, lookSmall, shape{width: s.width(), align: typeset.Left}), lookSmall, false) {
			pieces = append(pieces, p)
			height += p.height
		}
	}
	if len(pieces) == 0 {
		return
	}
	pieces[0].before = 1
	if height < s.size.height()/3 {
		for i := range pieces[:len(pieces)-1] {
			pieces[i].keep = true
		}
		s.out[len(s.out)-1].keep = true
	}
	s.add(pieces...)
}
