package pdf

import (
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/i18n"
)

// fortyThree is a document of 43 pages: 20,000 characters and more of prose in
// four faces, with headings and tables.
func fortyThree() document.Document {
	doc := document.Document{
		Title: "四十三页", Lang: i18n.Hans, PageOf: "第 {n} 页 共 {total} 页", Footer: "自拟格式（非官方表格）",
		Digest: sampleDigest, Continue: "续表", Date: "2026-11-23",
	}
	text := []rune(proseOf(30000, 1400))
	take := func(n int) string {
		out := string(text[:n])
		text = append(text[n:], text[:n]...)
		return out
	}
	part := document.Part{ID: "a", Title: "全文", Lang: i18n.Hans, Blocks: []document.Block{document.Title{Text: take(20)}}}
	for range 10 {
		part.Blocks = append(part.Blocks, document.Heading{Level: 1, Text: "一、" + take(8)})
		for range 3 {
			part.Blocks = append(part.Blocks, document.Heading{Level: 2, Text: "（一）" + take(10)})
			for range 3 {
				part.Blocks = append(part.Blocks, document.Paragraph{Text: take(208)})
			}
		}
		table := document.Table{Caption: "表", Columns: make([]document.Column, 5)}
		for range 15 {
			row := document.Row{Cells: make([]document.Cell, 5)}
			for j := range row.Cells {
				row.Cells[j].Text = take(10)
			}
			table.Rows = append(table.Rows, row)
		}
		part.Blocks = append(part.Blocks, table)
	}
	doc.Parts = []document.Part{part}
	return doc
}

// BenchmarkRender43Pages is a second export in a process that has its faces
// parsed.
func BenchmarkRender43Pages(b *testing.B) {
	doc := fortyThree()
	p, _ := mustLayOut(b, doc)
	out := mustRender(b, doc)
	b.ReportAllocs()
	for b.Loop() {
		mustRender(b, doc)
	}
	b.ReportMetric(float64(len(p.pages)), "pages")
	b.ReportMetric(float64(len([]rune(strings.TrimSpace(shown(p, true))))), "chars")
	b.ReportMetric(float64(len(out))/1000, "kB")
}

// BenchmarkLayOut43Pages is its first pass alone.
func BenchmarkLayOut43Pages(b *testing.B) {
	doc := fortyThree()
	b.ReportAllocs()
	for b.Loop() {
		mustLayOut(b, doc)
	}
}

// BenchmarkParseFaces is what the first export of a process pays beside.
func BenchmarkParseFaces(b *testing.B) {
	for b.Loop() {
		if _, err := parseFaces(); err != nil {
			b.Fatal(err)
		}
	}
}
