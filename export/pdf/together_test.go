package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/export/document"
)

// TestNoLoneRow: wherever a table begins on a page, no page ends with its first row
// or begins with its last.
func TestNoLoneRow(t *testing.T) {
	const rows = 8
	for lines := range 60 {
		table := document.Table{Columns: []document.Column{{Head: "指标"}, {Head: "数值"}}}
		for i := range rows {
			table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: "行" + itoa(i)}, {Text: "值"}}})
		}
		p, _ := mustLayOut(t, oneBlock(document.Space{Lines: float64(lines) / 2}, table))
		for i := range p.pages {
			if n := strings.Count(shown(plan{pages: p.pages[i : i+1]}, true), "行"); n == 1 {
				t.Errorf("%d half lines above: page %d holds one row", lines, i+1)
			}
		}
	}
}

// TestChartStaysTogether: a chart that a page can hold is on one, with its caption.
func TestChartStaysTogether(t *testing.T) {
	for lines := range 30 {
		chart := document.Bars{Caption: "图题", Need: 3, NeedAt: "要求"}
		for range 6 {
			chart.Bars = append(chart.Bars, document.Bar{Label: "条", Text: "值", Value: 2})
		}
		p, _ := mustLayOut(t, oneBlock(document.Space{Lines: float64(lines)}, document.Paragraph{Text: "前文"}, chart))
		for i := range p.pages {
			text := shown(plan{pages: p.pages[i : i+1]}, true)
			if n := strings.Count(text, "条"); n != 0 && n != 6 || (n == 6) != strings.Contains(text, "图题") {
				t.Errorf("%d lines above: page %d holds %d bars of 6: %q", lines, i+1, n, text)
			}
		}
	}
}

// TestShortWordsStayWhole: a word of a few characters is not parted in its cell
// while another column has room.
func TestShortWordsStayWhole(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Head: "序号", Share: 1}, {Head: "类别", Share: 1}, {Head: "摘要", Share: 8}}}
	for range 4 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: "1"}, {Text: "供应商回复"}, {Text: prose(200)}}})
	}
	p, _ := mustLayOut(t, oneBlock(table))
	whole := 0
	for _, o := range p.pages[0].ops {
		if o.text == "供应商回复" {
			whole++
		}
	}
	if whole != len(table.Rows) {
		t.Errorf("%d of %d words are whole", whole, len(table.Rows))
	}
}

// TestStripsMakeNoDifference: a part laid out by strips is the part laid out in one.
func TestStripsMakeNoDifference(t *testing.T) {
	doc := filing(t, supportedCase)
	faces, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	parts, err := layOutParts(new(crew), faces, &doc)
	if err != nil {
		t.Fatal(err)
	}
	for i := range doc.Parts {
		whole := newLayouter(newGlyphs(faces), &doc, &doc.Parts[i])
		at := newLayouter(newGlyphs(faces), &doc, &doc.Parts[i])
		at.run(0, len(doc.Parts[i].Blocks))
		if err := whole.join([]*layouter{at}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(outlineOf(whole.out), outlineOf(parts[i].out)); diff != "" {
			t.Errorf("part %s: %s", doc.Parts[i].ID, diff)
		}
	}
}

// pieceOutline is a piece in what can be compared.
type pieceOutline struct {
	Height, Before float64
	Keep           bool
	Text           string
	Marks          int
}

func outlineOf(pieces []piece) []pieceOutline {
	var out []pieceOutline
	for _, p := range pieces {
		o := pieceOutline{Height: p.height, Before: p.before, Keep: p.keep, Marks: len(p.marks)}
		for _, op := range p.ops {
			o.Text += op.text
		}
		out = append(out, o)
	}
	return out
}
