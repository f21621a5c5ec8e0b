package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"h200filing/export/document"
)

func itoa(n int) string { return strconv.Itoa(n) }

// ink is the box around the ink of a text op.
func ink(faces *typefaces, o op) (x0, y0, x1, y1 float64) {
	l, f := lookAndFace(o.style)
	unit := l.em() / faces[f].perEm
	x := o.x
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, r := range o.text {
		advance, _ := faces[f].Advance(r)
		if b, ok := faces[f].Bounds(r); ok && b.XMax > b.XMin {
			x0, x1 = min(x0, x+float64(b.XMin)*unit), max(x1, x+float64(b.XMax)*unit)
			y0, y1 = min(y0, o.y-float64(b.YMax)*unit), max(y1, o.y-float64(b.YMin)*unit)
		}
		x += float64(advance)*unit + o.spacing
	}
	return x0, y0, x1, y1
}

// stress are documents that press on the layout.
func stress(t testing.TB) map[string]document.Document {
	wide := document.Table{Caption: "询价", Columns: make([]document.Column, 12), Notes: []string{prose(90)}}
	for i := range wide.Columns {
		wide.Columns[i] = document.Column{Head: fmt.Sprintf("事实第%d项", i+1), Share: 1}
	}
	for range 40 {
		row := document.Row{Cells: make([]document.Cell, 12)}
		for j := range row.Cells {
			row.Cells[j].Text = "供应商答复128 GB/s（https://example.com/a/long/address）"
		}
		wide.Rows = append(wide.Rows, row)
	}
	landscape := oneBlock(wide)
	landscape.Parts[0].Landscape = true
	name := strings.Repeat("杭州城市治理大模型推理服务", 5)[:180] // 60 characters
	empty := oneBlock(document.Title{}, document.Heading{Level: 1, Text: "一、空"}, document.Paragraph{},
		document.Pairs{Items: make([]document.Pair, 9)}, document.Checks{Items: make([]document.Check, 3)},
		document.Table{Columns: make([]document.Column, 5), Rows: []document.Row{{}, {Cells: make([]document.Cell, 5)}, {Band: "段"}}},
		document.Bars{Bars: make([]document.Bar, 3)}, document.Signature{Lines: make([]document.Pair, 2), Seal: true})
	var choices document.Pairs
	for range 30 {
		choices.Items = append(choices.Items, document.Pair{Label: "中央网络安全和信息化委员会办公室核定的数据类别", Value: strings.Repeat("集中监管下的（A类）政务数据；", 12), Note: "算式：" + strings.Repeat("（单价×数量＋运费）÷汇率", 9)})
	}
	return map[string]document.Document{
		"sample":    sample(t),
		"prose":     oneBlock(document.Paragraph{Text: prose(20000)}, document.Pairs{Items: []document.Pair{{Label: "说明", Value: prose(20000)}}}),
		"suppliers": landscape,
		"empty":     empty,
		"choices":   oneBlock(choices, document.Paragraph{Text: strings.Repeat("https://example.com/a/very/long/address?with=parts&and=more ", 9)}, document.Paragraph{Text: strings.Repeat("W", 3000)}),
		"name": oneBlock(document.Title{Text: name}, document.Heading{Level: 1, Text: name}, document.Signature{Lines: []document.Pair{{Value: name}, {Label: name, Value: name}}, Date: "2026年1月5日", Seal: true},
			document.Checks{Items: []document.Check{{Text: name + name, Ticked: true}}}, document.Bars{Caption: name, Need: 3, NeedAt: name, Bars: []document.Bar{{Label: name, Text: name, Value: 4}, {Label: name, Text: name, Unknown: true}}}),
	}
}

func TestNoTextLeavesItsPlace(t *testing.T) {
	for name, doc := range stress(t) {
		t.Run(name, func(t *testing.T) {
			p, faces := mustLayOut(t, doc)
			for i := range p.pages {
				checkPage(t, faces, i+1, &p.pages[i])
			}
		})
	}
}

type inkBox struct {
	x0, y0, x1, y1 float64
	text           string
}

// checkPage looks for text beyond the paper's margins, over other text, and
// across a rule, upright or level, which would mean that it left its cell.
func checkPage(t *testing.T, faces *typefaces, n int, p *page) {
	t.Helper()
	var boxes []inkBox
	var rules []op
	for _, ops := range p.layers() {
		for _, o := range ops {
			switch {
			case o.kind == opText:
				b := inkBox{text: o.text}
				b.x0, b.y0, b.x1, b.y1 = ink(faces, o)
				if b.x0 < b.x1 {
					boxes = append(boxes, b)
				}
			case o.kind == opRule && (o.w == 0 || o.h == 0):
				rules = append(rules, o)
			}
		}
	}
	const tolerance = 0.3 // of glyphs that reach out of their square
	for i, a := range boxes {
		if a.x0 < p.size.left-tolerance || a.x1 > p.size.w-p.size.right+tolerance || a.y0 < 3 || a.y1 > p.size.h-3 {
			t.Errorf("page %d: %q leaves the page: %.1f…%.1f, %.1f…%.1f", n, a.text, a.x0, a.x1, a.y0, a.y1)
		}
		for _, b := range boxes[i+1:] {
			if min(a.x1, b.x1)-max(a.x0, b.x0) > tolerance && min(a.y1, b.y1)-max(a.y0, b.y0) > tolerance {
				t.Errorf("page %d: %q and %q lie over each other", n, a.text, b.text)
			}
		}
		for _, r := range rules {
			if r.w == 0 && a.x0+tolerance < r.x && r.x < a.x1-tolerance && a.y0 < r.y+r.h && a.y1 > r.y {
				t.Errorf("page %d: %q crosses the upright rule at %.1f", n, a.text, r.x)
			}
			if r.h == 0 && a.y0+tolerance < r.y && r.y < a.y1-tolerance && a.x0 < r.x+r.w && a.x1 > r.x {
				t.Errorf("page %d: %q crosses the level rule at %.1f", n, a.text, r.y)
			}
		}
	}
}

// The letter keeps the type area of GB/T 9704-2012: 22 lines a page, 28
// characters a line, baselines a constant way apart.
func TestLetterGrid(t *testing.T) {
	doc := oneBlock(document.Paragraph{Text: strings.Repeat("汉", 28*50)})
	p, _ := mustLayOut(t, doc)
	var lines [][]op
	for _, o := range p.pages[0].ops {
		if n := len(lines); n > 0 && lines[n-1][0].y == o.y {
			lines[n-1] = append(lines[n-1], o)
		} else {
			lines = append(lines, []op{o})
		}
	}
	if len(lines) != 22 {
		t.Errorf("%d lines on a page, want 22", len(lines))
	}
	for i, line := range lines {
		first, last := line[0], line[len(line)-1]
		chars := 0
		for _, o := range line {
			chars += len([]rune(o.text))
		}
		want := 28
		if i == 0 {
			want = 26
		}
		if chars != want {
			t.Errorf("line %d has %d characters, want %d", i+1, chars, want)
		}
		if i > 0 && math.Abs(first.x-28) > 0.01 || math.Abs(last.x+last.w-184) > 0.02 {
			t.Errorf("line %d reaches from %.2f to %.2f, want 28 to 184", i+1, first.x, last.x+last.w)
		}
		if want := lines[0][0].y + float64(i)*letterPitch; math.Abs(first.y-want) > 0.01 {
			t.Errorf("line %d stands at %.2f, want %.2f", i+1, first.y, want)
		}
	}
}

func TestNoLoneHeading(t *testing.T) {
	for lines := range 24 {
		doc := oneBlock(document.Space{Lines: float64(lines)}, document.Heading{Level: 1, Text: "一、标题"}, document.Heading{Level: 2, Text: "（一）标题"},
			document.Paragraph{Text: strings.Repeat("汉", 100)})
		p, _ := mustLayOut(t, doc)
		for i := range p.pages {
			ops := p.pages[i].ops
			if n := len(ops); n > 0 {
				if l, _ := lookAndFace(ops[n-1].style); l == lookLetter1 || l == lookLetter2 {
					t.Errorf("%d lines above: page %d ends with a heading", lines, i+1)
				}
			}
		}
	}
}

func TestNoLoneLabel(t *testing.T) {
	for lines := range 33 {
		doc := oneBlock(document.Space{Lines: float64(lines)}, document.Paragraph{Text: "安全措施", Strong: true, Flush: true}, document.Paragraph{Text: strings.Repeat("汉", 100)})
		doc.Parts[0].Label = "附件1"
		p, _ := mustLayOut(t, doc)
		for i := range p.pages {
			if ops := p.pages[i].ops; len(ops) > 0 && ops[len(ops)-1].text == "安全措施" {
				t.Errorf("%d lines above: page %d ends with a label", lines, i+1)
			}
		}
	}
}

func TestNoLoneLine(t *testing.T) {
	for lines := range 22 {
		doc := oneBlock(document.Space{Lines: float64(lines)}, document.Paragraph{Text: strings.Repeat("汉", 28*5)})
		p, _ := mustLayOut(t, doc)
		for i := range p.pages {
			heights := map[float64]bool{}
			for _, o := range p.pages[i].ops {
				heights[o.y] = true
			}
			if len(heights) == 1 {
				t.Errorf("%d lines above: page %d holds one line of the paragraph", lines, i+1)
			}
		}
	}
}

func TestTableHeadIsRepeated(t *testing.T) {
	table := document.Table{Caption: "表1", Columns: []document.Column{{Head: "指标"}, {Head: "数值"}}}
	for i := range 120 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: "行" + itoa(i)}, {Text: "值"}}})
	}
	doc := oneBlock(table)
	doc.Continue = "续表"
	p, _ := mustLayOut(t, doc)
	if len(p.pages) < 3 {
		t.Fatalf("%d pages", len(p.pages))
	}
	for i := range p.pages {
		text := shown(plan{pages: p.pages[i : i+1]}, true)
		want := "表1（续表）指标数值"
		if i == 0 {
			want = "表1指标数值"
		}
		if !strings.HasPrefix(text, want) {
			t.Errorf("page %d begins with %.40s", i+1, text)
		}
	}
}

func TestSignatureIsNotAlone(t *testing.T) {
	for lines := range 22 {
		doc := oneBlock(document.Space{Lines: float64(lines)}, document.Paragraph{Text: "妥否，请批示。"},
			document.Signature{Lines: []document.Pair{{Value: "某单位"}}, Date: "2026年1月5日", Place: "（盖章）", Seal: true})
		p, _ := mustLayOut(t, doc)
		last := shown(plan{pages: p.pages[len(p.pages)-1:]}, true)
		if !strings.HasPrefix(last, "妥否") {
			t.Errorf("%d lines above: the last page says only %q", lines, last)
		}
	}
}

// The last page of an annex does not hold a lone line, be it a note or a remark.
func TestNoLoneEnd(t *testing.T) {
	for lines := range 33 {
		doc := oneBlock(document.Space{Lines: float64(lines)},
			document.Table{Columns: []document.Column{{Head: "项目"}}, Rows: []document.Row{{Cells: []document.Cell{{Text: "一"}}}, {Cells: []document.Cell{{Text: "二"}}}}, Notes: []string{"注一", "注二"}},
			document.Paragraph{Text: "以主管部门认定为准。", Small: true})
		doc.Parts[0].Label = "附件1"
		p, _ := mustLayOut(t, doc)
		low, high := math.Inf(1), 0.0
		for _, o := range p.pages[len(p.pages)-1].ops {
			low, high = min(low, o.y), max(high, o.y+o.h)
		}
		if len(p.pages) > 1 && high-low < 12 {
			t.Errorf("%d lines above: the last page is %.0f mm high", lines, high-low)
		}
	}
}

// Columns follow the texts: a long text gets room from short ones, numbers stay
// whole, and no column loses more than part of its share.
func TestColumnsFollowTexts(t *testing.T) {
	faces, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	table := document.Table{Columns: []document.Column{{Head: "序号", Share: 1}, {Head: "金额", Share: 1}, {Head: "说明", Share: 1}}}
	for i := range 8 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: itoa(i)}, {Text: "123,456,789.00 元"}, {Text: prose(120)}}})
	}
	doc := oneBlock(table)
	s := tableSetter{layouter: newLayouter(newGlyphs(faces), &doc, &doc.Parts[0]), Table: table, looks: roomyTable}
	widths := s.columnWidths()
	share := s.width() / 3
	if widths[2] < 1.4*share {
		t.Errorf("the long texts have %.1f mm of %.1f", widths[2], s.width())
	}
	if widths[0] < keepShare*share-1e-6 {
		t.Errorf("the numbers keep only %.1f mm of %.1f", widths[0], share)
	}
	least, _ := s.extent("123,456,789.00 元", lookCell)
	if widths[1] < least+2*padX {
		t.Errorf("the amounts have %.1f mm and need %.1f", widths[1], least+2*padX)
	}
	sum := widths[0] + widths[1] + widths[2]
	if math.Abs(sum-s.width()) > 1e-6 {
		t.Errorf("the columns are %.3f mm wide, the table %.3f", sum, s.width())
	}
}
