package pdf

import (
	"math"
	"strings"

	"h200filing/export/document"
)

// wholeWord is the length, in ems, up to which a cell's text is one word that had
// better not be parted: 营业执照, 供应商回复.
const wholeWord = 5.05

// Limits of moving room between columns: the gain, as a part of the table's height,
// from which the shares of the document give way; the part of its share that every
// column keeps; and a bound for the work.
const (
	gainWorth = 0.06
	keepShare = 0.6
	mostMoves = 40
)

// columnSteps are the moves that are tried, in millimetres.
var columnSteps = [...]float64{2, 5, 12}

// columnNeeds is what the texts of a table ask of its columns.
type columnNeeds struct {
	least []float64     // room that parts no word or number
	rows  [][][]float64 // by row and column the lengths of a cell's paragraphs
}

// columnWidths parts the width among the columns: by the shares of the document,
// then so that no word or number is parted where that can be had, then so that
// narrow columns with long texts do not make the table much taller than it need be.
func (s *tableSetter) columnWidths() []float64 {
	needs := s.columnNeeds()
	widths := shareWidths(s.Columns, s.width())
	widths = widened(widths, needs.least, s.width())
	better, saved := needs.balance(widths)
	if saved >= gainWorth {
		return better
	}
	return widths
}

// shareWidths parts the width by the columns' shares, equally if there are none.
func shareWidths(columns []document.Column, width float64) []float64 {
	sum := 0.0
	for _, c := range columns {
		sum += max(c.Share, 0)
	}
	widths := make([]float64, len(columns))
	for i, c := range columns {
		share := 1 / float64(len(columns))
		if sum > 0 {
			share = max(c.Share, 0) / sum
		}
		widths[i] = share * width
	}
	return widths
}

// columnNeeds measures heads and cells. Cells over several columns ask nothing.
func (s *tableSetter) columnNeeds() columnNeeds {
	n := len(s.Columns)
	needs := columnNeeds{least: make([]float64, n)}
	floor := 2 * lookDense.em()
	// No single column may claim more than this, or one address would squeeze
	// all others.
	most := s.width() * min(0.45, 2/float64(n))
	ask := func(i int, least float64) {
		needs.least[i] = max(needs.least[i], min(least, most)+2*padX+0.2)
	}
	for i, c := range s.Columns {
		least, _ := s.extent(c.Head, s.looks.strong)
		ask(i, max(least, floor))
	}
	for _, row := range s.Rows {
		lengths := make([][]float64, n)
		column := 0
		for _, c := range row.Cells {
			if column >= n {
				break
			}
			if span := max(c.Span, 1); span > 1 {
				column += span
				continue
			}
			for _, paragraph := range strings.Split(c.Text, "\n") {
				least, length := s.extent(paragraph, s.lookOf(c))
				if length <= wholeWord*s.lookOf(c).em() {
					least = length
				}
				ask(column, least)
				lengths[column] = append(lengths[column], length)
			}
			column++
		}
		needs.rows = append(needs.rows, lengths)
	}
	return needs
}

// widened gives every column the room that it needs at least, taken from the others
// in proportion to what they have above that. If there is not enough for all, the
// needs are cut to equal parts.
func widened(widths, least []float64, width float64) []float64 {
	need := 0.0
	for _, l := range least {
		need += l
	}
	if need > width {
		least = append([]float64(nil), least...)
		for i := range least {
			least[i] = min(least[i], width/float64(len(least)))
		}
	}
	lack, spare := 0.0, 0.0
	for i, w := range widths {
		lack += max(least[i]-w, 0)
		spare += max(w-least[i], 0)
	}
	if lack == 0 || spare == 0 {
		return widths
	}
	out := make([]float64, len(widths))
	for i, w := range widths {
		out[i] = least[i]
		if w > least[i] {
			out[i] = w - (w-least[i])/spare*min(lack, spare)
		}
	}
	return out
}

// balance moves room to the columns that make rows tall, as long as that makes the
// table shorter. It tells which part of its height that saves.
func (n columnNeeds) balance(widths []float64) (better []float64, saved float64) {
	better = append([]float64(nil), widths...)
	before := n.height(better)
	height := before
	for range mostMoves {
		to := n.tallest(better)
		from, step, lowest := -1, 0.0, height
		for donor := range better {
			for _, d := range columnSteps {
				if donor == to || better[donor]-d < max(n.least[donor], keepShare*widths[donor]) {
					continue
				}
				better[donor], better[to] = better[donor]-d, better[to]+d
				if h := n.height(better); h < lowest-1e-9 {
					from, step, lowest = donor, d, h
				}
				better[donor], better[to] = better[donor]+d, better[to]-d
			}
		}
		if from < 0 {
			break
		}
		better[from], better[to], height = better[from]-step, better[to]+step, lowest
	}
	if before == 0 {
		return better, 0
	}
	return better, 1 - height/before
}

// height is the number of lines of all rows together, where a line more of a tall
// row weighs more than one of a low row: no cell shall become a narrow tower.
func (n columnNeeds) height(widths []float64) float64 {
	sum := 0.0
	for _, row := range n.rows {
		tallest := 0.0
		for i, lengths := range row {
			tallest = max(tallest, linesAt(lengths, widths[i]))
		}
		sum += tallest * math.Sqrt(tallest)
	}
	return sum
}

// tallest is the column that makes most lines in excess of the next tallest.
func (n columnNeeds) tallest(widths []float64) int {
	excess := make([]float64, len(widths))
	for _, row := range n.rows {
		first, second, at := 0.0, 0.0, -1
		for i, lengths := range row {
			switch lines := linesAt(lengths, widths[i]); {
			case lines > first:
				first, second, at = lines, first, i
			case lines > second:
				second = lines
			}
		}
		if at >= 0 {
			excess[at] += first - second
		}
	}
	best := 0
	for i, e := range excess {
		if e > excess[best] {
			best = i
		}
	}
	return best
}

// linesAt estimates the lines of paragraphs in a column. Lines end where words do,
// so that they do not fill the column quite.
func linesAt(lengths []float64, width float64) float64 {
	const filled = 0.96
	room, lines := width-2*padX, 0.0
	for _, l := range lengths {
		switch {
		case l <= room:
			lines++
		default:
			lines += math.Ceil(l / (filled * room))
		}
	}
	return lines
}

// edgesOf are the left edges of columns, and the right edge of the last.
func edgesOf(widths []float64) []float64 {
	edges := make([]float64, len(widths)+1)
	for i, w := range widths {
		edges[i+1] = edges[i] + w
	}
	return edges
}
