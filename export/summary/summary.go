// Package summary writes a workbook that lists many applications, a row each, for
// somebody who looks after all of them.
//
// Floor 2 of the house; it imports nothing of it. Its words are given by the
// caller.
package summary

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Table is a list with its heads. A cell is a string, an int or a float64; texts
// that look like formulas stay texts.
type Table struct {
	Sheet string
	Heads []string
	Rows  [][]any
}

// The widest column, in characters, and the longest text of a cell in Excel.
const (
	widest   = 60
	mostText = 32000
)

// Render writes the workbook. Equal tables give equal bytes.
func Render(t Table) (data []byte, err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	if err := f.SetSheetName("Sheet1", t.Sheet); err != nil {
		return nil, fmt.Errorf("summary: %w", err)
	}
	if err := t.fill(f); err != nil {
		return nil, fmt.Errorf("summary: %w", err)
	}
	const day = "2000-01-01T00:00:00Z" // not today: the bytes depend on the table only
	if err := f.SetDocProps(&excelize.DocProperties{Title: t.Sheet, Created: day, Modified: day}); err != nil {
		return nil, fmt.Errorf("summary: %w", err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("summary: %w", err)
	}
	return out.Bytes(), nil
}

func (t Table) fill(f *excelize.File) error {
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	w, err := f.NewStreamWriter(t.Sheet)
	if err != nil {
		return err
	}
	for i, width := range t.widths() {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	heads := make([]any, len(t.Heads))
	for i, h := range t.Heads {
		heads[i] = excelize.Cell{StyleID: bold, Value: h}
	}
	if err := w.SetRow("A1", heads); err != nil {
		return err
	}
	for i, row := range t.Rows {
		cells := make([]any, len(row))
		for j, v := range row {
			if s, ok := v.(string); ok {
				v = legal(s)
			}
			cells[j] = v
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// legal drops what a cell cannot hold.
func legal(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	if len(s) > mostText {
		s = strings.ToValidUTF8(s[:mostText], "")
	}
	return s
}

// widths fit the columns to what is in them; a Han character is two wide.
func (t Table) widths() []float64 {
	out := make([]float64, len(t.Heads))
	for i, h := range t.Heads {
		out[i] = wide(h)
	}
	for _, row := range t.Rows {
		for i, v := range row {
			if i < len(out) {
				out[i] = max(out[i], wide(fmt.Sprint(v)))
			}
		}
	}
	for i := range out {
		out[i] = min(out[i]+2, widest)
	}
	return out
}

func wide(s string) float64 {
	n := 0.0
	for _, r := range s {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}
