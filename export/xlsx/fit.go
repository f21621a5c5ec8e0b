package xlsx

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"h200filing/forms"
)

// Room beside a number, in digits: the cell's margins, and the indent of what
// stands left.
const (
	marginRoom = 2
	indentRoom = 1
)

// generalDigits is the most that Excel shows of a number without a format.
const generalDigits = 11

// leastWidth is what a column of a field needs for numbers or dates that are
// still to come; text wraps and needs nothing.
func leastWidth(f *forms.Field) float64 {
	if f == nil || !f.Type.Numeric() && f.Type != forms.TypeDate {
		return 0
	}
	return columnWidths[f.Type]
}

// makeRoom widens the columns of a sheet for a table that stands under fields.
func (s *sheet) makeRoom(columns []*column) {
	widths := make([]float64, max(len(s.widths), len(columns)))
	copy(widths, s.widths)
	for i, c := range columns {
		widths[i] = math.Max(widths[i], c.width)
	}
	s.widths = widths
}

// fit widens the columns of a sheet to the numbers and dates in them, which a
// narrower column would show as "###".
func (b *builder) fit(s *sheet) {
	looks := make(map[int]look, len(b.styles))
	for l, id := range b.styles {
		looks[id] = l
	}
	widths := append([]float64(nil), s.widths...)
	for _, r := range s.rows {
		for i, c := range r.cells {
			cell, ok := c.(excelize.Cell)
			if !ok || i >= len(widths) {
				continue
			}
			if n, ok := cell.Value.(float64); ok {
				widths[i] = math.Max(widths[i], numberWidth(n, looks[cell.StyleID]))
			}
		}
	}
	s.widths = widths
}

// numberWidth is the width that a number takes with its look.
func numberWidth(n float64, l look) float64 {
	room := marginRoom
	if !l.right {
		room += indentRoom
	}
	return float64(formattedLength(n, l.format) + room)
}

// formattedLength counts the characters of a number in one of the formats of
// this package.
func formattedLength(n float64, format string) int {
	if format == formats[forms.TypeDate] {
		return len(format)
	}
	sign := strings.Count(format, "%")
	if format == "" || format == textFormat || strings.HasPrefix(format, "General") {
		return min(len(strconv.FormatFloat(n, 'f', -1, 64)), generalDigits) + sign
	}
	_, fraction, _ := strings.Cut(format, ".")
	text := strconv.FormatFloat(n, 'f', strings.Count(fraction, "0"), 64)
	if strings.HasPrefix(format, "#,##0") {
		whole, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
		sign += (len(whole) - 1) / 3
	}
	return len(text) + sign
}
