package cells

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// Content says what a cell holds.
type Content int

// The contents.
const (
	Blank  Content = iota
	Text           // Raw is the text
	Number         // Raw is the number as the file writes it
	Bool           // Raw is "1" or "0"
	Fault          // Raw is the error, as "#REF!"
)

// Cell is what stands in a cell.
type Cell struct {
	Content Content
	Raw     string
	Format  Format
	Formula bool   // Raw is a cached result and not what was typed
	Source  string // of the formula, without the equals sign; may be ""
}

// Empty reports whether nothing at all is in the cell.
func (c Cell) Empty() bool { return c.Content == Blank && !c.Formula }

// Sheet holds the cells of a sheet that are not empty.
type Sheet struct {
	cells   map[[2]int]Cell // column, row
	LastRow int             // with something in it
}

// Cell gives the cell of a column and row, from 1.
func (s *Sheet) Cell(column, row int) Cell { return s.cells[[2]int{column, row}] }

// Sheet reads the cells of a sheet.
func (b *Book) Sheet(name string) (*Sheet, error) {
	data, err := b.archive.read(b.sheets[name])
	if err != nil {
		return nil, err
	}
	r := &sheetReader{book: b, walker: newWalker(b.sheets[name], data), sheet: &Sheet{cells: map[[2]int]Cell{}}}
	return r.sheet, r.read()
}

// sheetReader goes through the rows of a sheet.
type sheetReader struct {
	*walker
	book        *Book
	sheet       *Sheet
	column, row int
	kind        string // attribute t of the cell
	cell        Cell
	value, text strings.Builder
	source      strings.Builder
	spread      []Area // cells that a formula of another cell fills
}

func (r *sheetReader) read() error {
	for {
		token, err := r.next()
		if err != nil {
			return err
		}
		if token == nil {
			r.markSpread()
			return nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			r.start(t)
		case xml.CharData:
			r.characters(t)
		case xml.EndElement:
			if t.Name.Local == "c" {
				if err := r.keep(); err != nil {
					return err
				}
			}
		}
	}
}

func (r *sheetReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "row":
		r.row++
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
			r.row = n
		}
		r.column = 0
	case "c":
		r.column++
		if column, row, ok := parseCell(attribute(e, "r")); ok {
			r.column, r.row = column, row
		}
		r.kind, r.cell = attribute(e, "t"), Cell{}
		if n, err := strconv.Atoi(attribute(e, "s")); err == nil && n >= 0 && n < len(r.book.formats) {
			r.cell.Format = r.book.formats[n]
		}
		r.value.Reset()
		r.text.Reset()
		r.source.Reset()
	case "f":
		r.cell.Formula = true
		if kind := attribute(e, "t"); kind == "array" || kind == "dataTable" {
			if area, ok := parseRange(attribute(e, "ref")); ok {
				r.spread = append(r.spread, area)
			}
		}
	}
}

func (r *sheetReader) characters(t xml.CharData) {
	if len(r.path) == 0 || !r.within("c") {
		return
	}
	switch r.path[len(r.path)-1] {
	case "v":
		r.value.Write(t)
	case "f":
		r.source.Write(t)
	case "t":
		if r.inText() {
			r.text.Write(t)
		}
	}
}

// keep files the cell that has just ended, unless it is empty or outside of what
// a sheet has.
func (r *sheetReader) keep() error {
	value := r.value.String()
	c := &r.cell
	c.Source = r.source.String()
	switch r.kind {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && n >= 0 && n < len(r.book.shared) {
			c.Content, c.Raw = Text, r.book.shared[n]
		}
	case "inlineStr":
		c.Content, c.Raw = Text, Unescape(r.text.String())
	case "str":
		c.Content, c.Raw = Text, Unescape(value)
	case "b":
		c.Content, c.Raw = Bool, strings.TrimSpace(value)
	case "e":
		c.Content, c.Raw = Fault, strings.TrimSpace(value)
	case "d": // a day as text, in the strict edition
		c.Content, c.Raw = Text, strings.TrimSpace(value)
	default:
		c.Content, c.Raw = Number, strings.TrimSpace(value)
	}
	if c.Raw == "" {
		c.Content = Blank
	}
	if c.Empty() || r.column > MaxColumn || r.row > MaxRow || r.row < 1 {
		return nil
	}
	r.book.cells++
	r.book.text += len(c.Raw) + len(c.Source)
	if r.book.cells > MaxCells || r.book.text > MaxText {
		return tooMany(r.part, "cells", MaxCells)
	}
	r.sheet.cells[[2]int{r.column, r.row}] = *c
	r.sheet.LastRow = max(r.sheet.LastRow, r.row)
	return nil
}

// mostSpread bounds how many formulas over areas a sheet may have before all of
// its cells count as computed.
const mostSpread = 64

// markSpread marks the cells that a formula of another cell has filled.
func (r *sheetReader) markSpread() {
	for at, c := range r.sheet.cells {
		marked := len(r.spread) > mostSpread
		for _, area := range r.spread[:min(len(r.spread), mostSpread)] {
			marked = marked || area.holds(at[0], at[1])
		}
		if marked {
			c.Formula = true
			r.sheet.cells[at] = c
		}
	}
}
