package pdf

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"testing"

	"h200filing/export/document"
)

// glyphAt is a character where a PDF reader finds it, in millimetres.
type glyphAt struct {
	text              string
	left, right, base float64
}

// readGlyphs asks a PDF reader where every character of a page stands, line by
// line.
func readGlyphs(t *testing.T, path, page string) [][]glyphAt {
	t.Helper()
	var doc struct {
		Lines []struct {
			Chars []struct {
				Quad string  `xml:"quad,attr"`
				Base float64 `xml:"y,attr"`
				Text string  `xml:"c,attr"`
			} `xml:"font>char"`
		} `xml:"page>block>line"`
	}
	out := tool(t, "mutool", "draw", "-q", "-F", "stext", path, page)
	if err := xml.Unmarshal([]byte(out[strings.Index(out, "<?xml"):]), &doc); err != nil {
		t.Fatal(err)
	}
	var lines [][]glyphAt
	for _, line := range doc.Lines {
		var glyphs []glyphAt
		for _, c := range line.Chars {
			quad := strings.Fields(c.Quad)
			glyphs = append(glyphs, glyphAt{c.Text, numeral(t, quad[0]) * mmPerPoint, numeral(t, quad[2]) * mmPerPoint, c.Base * mmPerPoint})
		}
		lines = append(lines, glyphs)
	}
	return lines
}

func numeral(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s: %.3f mm, want %.3f", what, got, want)
	}
}

// The type area, lines and characters of GB/T 9704-2012, 5.1 and 5.2, measured in
// the file: margins 37, 28, 26 mm, 22 lines of 28 characters, on the grid.
func TestGridOfTheLetter(t *testing.T) {
	path := save(t, mustRender(t, oneBlock(document.Paragraph{Text: strings.Repeat("汉", 28*60)})))
	for _, page := range []string{"1", "2"} {
		lines := readGlyphs(t, path, page)
		lines = lines[:len(lines)-footLines(lines)]
		if len(lines) != 22 {
			t.Fatalf("page %s has %d lines, want 22", page, len(lines))
		}
		for i, line := range lines {
			want := 28
			if page == "1" && i == 0 {
				want = 26
			}
			if len(line) != want {
				t.Errorf("page %s, line %d: %d characters, want %d", page, i+1, len(line), want)
			}
			left := 28 + float64(28-want)*156/28
			near(t, "left edge", line[0].left, left, 0.2)
			near(t, "right edge", line[len(line)-1].right, 210-26, 0.2)
			near(t, "baseline", line[0].base, 37+lookLetter.drop()+float64(i)*225.0/22, 0.2)
			for j, c := range line {
				near(t, "character "+itoa(j+1), c.left, left+float64(j)*(210-26-left-lookLetter.em())/float64(want-1), 0.2)
			}
		}
	}
}

// footLines counts the lines of the foot, which hold other characters.
func footLines(lines [][]glyphAt) int {
	n := 0
	for _, line := range lines {
		if line[0].text != "汉" {
			n++
		}
	}
	return n
}

// Headings, marks and Latin words do not push lines off the grid.
func TestMixedTextStaysOnTheGrid(t *testing.T) {
	doc := oneBlock(document.Paragraph{Text: "国家有关主管部门：", Flush: true}, document.Heading{Level: 1, Text: "一、概况"}, document.Heading{Level: 2, Text: "（一）需求"},
		document.Paragraph{Text: prose(900)}, document.Heading{Level: 3, Text: "1. 显存"}, document.Paragraph{Text: prose(300)})
	path := save(t, mustRender(t, doc))
	for _, line := range readGlyphs(t, path, "1") {
		base := line[0].base
		if base > 297-35 {
			continue // the foot
		}
		row := (base - 37 - lookLetter.drop()) / (225.0 / 22)
		near(t, "baseline of "+line[0].text, (row-math.Round(row))*225/22, 0, 0.2)
		if left, right := line[0].left, line[len(line)-1].right; left < 28-lookLetter.em()/2-0.2 || right > 184+0.2+lookLetter.em()/2 {
			t.Errorf("%s…: from %.2f to %.2f", line[0].text, left, right)
		}
	}
}

// Page numbers: dashes 7 mm below the type area, one character from the outer edge.
func TestPlaceOfPageNumbers(t *testing.T) {
	p, faces := mustLayOut(t, oneBlock(document.Paragraph{Text: prose(2000)}))
	em := lookPage.em()
	for i := range p.pages[:2] {
		left, right := math.Inf(1), 0.0
		for _, o := range p.pages[i].foot {
			if l, _ := lookAndFace(o.style); o.kind != opText || l != lookPage {
				continue
			}
			left, right = min(left, o.x), max(right, o.x+o.w)
			if strings.HasPrefix(o.text, "—") {
				o.text = "—"
				_, y0, _, y1 := ink(faces, o)
				near(t, "dash", (y0+y1)/2, 297-35+7, 0.4)
			}
		}
		if i%2 == 0 {
			near(t, "right edge on page "+itoa(i+1), right, 210-26-em, 0.3)
		} else {
			near(t, "left edge on page "+itoa(i+1), left, 28+em, 0.3)
		}
	}
}

// 成文日期右空四字, the name of who signs centred on it, and the room of the seal.
func TestPlaceOfSignature(t *testing.T) {
	path := save(t, mustRender(t, oneBlock(document.Paragraph{Text: "妥否，请批示。"},
		document.Signature{Lines: []document.Pair{{Value: "某某算力公司"}}, Date: "2026年1月5日", Seal: true})))
	centres := map[string]float64{}
	for _, line := range readGlyphs(t, path, "1") {
		first, last := line[0], line[len(line)-1]
		centres[first.text] = (first.left + last.right) / 2
		if first.text == "2" && last.text == "日" {
			near(t, "right edge of the date", last.right, 210-26-4*lookLetter.em(), 0.5)
		}
	}
	near(t, "centre of the name", centres["某"], centres["2"], 0.5)
}
