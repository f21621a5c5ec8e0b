package main

import (
	"math/rand/v2"
	"strings"

	"h200filing/export/document"
	"h200filing/i18n"
)

// kind is what a block of the text is.
type kind int

const (
	title kind = iota
	section
	subsection
	paragraph
	table
)

// block is a piece of the text that all set.
type block struct {
	kind kind
	text string
	rows [][]string
}

// corpus is 20,000 characters and more: a title, ten sections of three subsections
// of three paragraphs each, and a table of 15 rows of 5 cells in each section.
// 1,400 different Han characters occur, with marks and Western words among them.
func corpus() []block {
	source := []rune(characters(30000))
	take := func(n int) string {
		out := string(source[:n])
		source = append(source[n:], source[:n]...)
		return out
	}
	blocks := []block{{kind: title, text: take(20)}}
	for range 10 {
		blocks = append(blocks, block{kind: section, text: "一、" + take(8)})
		for range 3 {
			blocks = append(blocks, block{kind: subsection, text: "（一）" + take(10)})
			for range 3 {
				blocks = append(blocks, block{kind: paragraph, text: take(208)})
			}
		}
		t := block{kind: table}
		for range 15 {
			row := make([]string, 5)
			for i := range row {
				row[i] = take(10)
			}
			t.rows = append(t.rows, row)
		}
		blocks = append(blocks, t)
	}
	return blocks
}

// characters makes n characters of text; equal calls give equal text.
func characters(n int) string {
	const distinct, first, span = 1400, 0x4E00, 0x4000
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"，", "。", "；", "（含税）", "“国产”", "——", "……", " NVIDIA H200 ", "141 GB", "25%", "864,000.00元", "《办法》"}
	var b strings.Builder
	for size := 0; size < n; size++ {
		if rng.IntN(9) == 0 {
			b.WriteString(pieces[rng.IntN(len(pieces))])
			continue
		}
		b.WriteRune(rune(first + rng.IntN(distinct)*(span/distinct)))
	}
	return b.String()
}

// asDocument is the text for this program's writer.
func asDocument(blocks []block) document.Document {
	part := document.Part{ID: "a", Title: "全文", Lang: i18n.Hans}
	for _, b := range blocks {
		switch b.kind {
		case title:
			part.Blocks = append(part.Blocks, document.Title{Text: b.text})
		case section, subsection:
			part.Blocks = append(part.Blocks, document.Heading{Level: int(b.kind), Text: b.text})
		case paragraph:
			part.Blocks = append(part.Blocks, document.Paragraph{Text: b.text})
		case table:
			t := document.Table{Columns: make([]document.Column, len(b.rows[0]))}
			for _, row := range b.rows {
				var cells []document.Cell
				for _, text := range row {
					cells = append(cells, document.Cell{Text: text})
				}
				t.Rows = append(t.Rows, document.Row{Cells: cells})
			}
			part.Blocks = append(part.Blocks, t)
		}
	}
	return document.Document{Title: "四十三页", Lang: i18n.Hans, PageOf: "第 {n} 页 共 {total} 页", Date: "2026-11-23", Parts: []document.Part{part}}
}
