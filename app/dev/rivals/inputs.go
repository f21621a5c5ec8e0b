package main

import (
	"fmt"
	"strings"
)

// asTypst is the text for Typst, on the same paper in the same faces.
func asTypst(blocks []block) string {
	var b strings.Builder
	b.WriteString(`#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1")
#set text(font: ("Filing FangSong", "Filing Song"), size: 15.75pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 13pt, first-line-indent: 2em)
#set table(stroke: 0.4pt)
`)
	for _, x := range blocks {
		text := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(x.text)
		switch x.kind {
		case title:
			fmt.Fprintf(&b, "#align(center, text(font: (\"Filing Title\"), size: 22pt, \"%s\"))\n\n", text)
		case section, subsection:
			face := map[kind]string{section: "Filing Hei", subsection: "Filing Kai"}[x.kind]
			fmt.Fprintf(&b, "#text(font: (\"%s\", \"Filing Song\"), \"%s\")\n\n", face, text)
		case paragraph:
			fmt.Fprintf(&b, "#\"%s\"\n\n", text)
		case table:
			b.WriteString("#text(size: 10.5pt, table(columns: (1fr,) * 5,\n")
			for _, row := range x.rows {
				for _, cell := range row {
					fmt.Fprintf(&b, "\"%s\", ", strings.ReplaceAll(cell, `"`, `\"`))
				}
			}
			b.WriteString("))\n\n")
		}
	}
	return b.String()
}

var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// asOpenDocument is the text for LibreOffice.
func asOpenDocument(blocks []block) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="35mm" fo:margin-left="28mm" fo:margin-right="26mm"/></style:page-layout>
<style:style style:name="p" style:family="paragraph"><style:paragraph-properties fo:line-height="29pt" fo:text-align="justify" fo:text-indent="31.5pt"/><style:text-properties style:font-size-asian="15.75pt" fo:font-size="15.75pt"/></style:style>
<style:style style:name="c" style:family="paragraph"><style:text-properties style:font-size-asian="10.5pt" fo:font-size="10.5pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"/></office:master-styles>
<office:body><office:text>
`)
	for _, x := range blocks {
		if x.kind != table {
			fmt.Fprintf(&b, "<text:p text:style-name=\"p\">%s</text:p>\n", escapeXML.Replace(x.text))
			continue
		}
		b.WriteString(`<table:table><table:table-column table:number-columns-repeated="5"/>`)
		for _, row := range x.rows {
			b.WriteString("<table:table-row>")
			for _, cell := range row {
				fmt.Fprintf(&b, `<table:table-cell><text:p text:style-name="c">%s</text:p></table:table-cell>`, escapeXML.Replace(cell))
			}
			b.WriteString("</table:table-row>\n")
		}
		b.WriteString("</table:table>")
	}
	b.WriteString("</office:text></office:body></office:document>\n")
	return b.String()
}

// asReportlab is a script that sets the text with reportlab.
func asReportlab(blocks []block, faces, out string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import SimpleDocTemplate, Paragraph, Table
from reportlab.lib.units import mm
for name in ("fangsong", "hei", "kai", "title", "fallback"):
    pdfmetrics.registerFont(TTFont(name, %q + "/" + name + ".ttf"))
style = lambda face, size, lead: ParagraphStyle(face + str(size), fontName=face, fontSize=size, leading=lead, wordWrap="CJK", firstLineIndent=2 * size)
styles = [style("title", 22, 30), style("hei", 15.75, 29), style("kai", 15.75, 29), style("fangsong", 15.75, 29)]
story = []
`, faces)
	for _, x := range blocks {
		if x.kind != table {
			fmt.Fprintf(&b, "story.append(Paragraph(%s, styles[%d]))\n", pythonString(escapeXML.Replace(x.text)), x.kind)
			continue
		}
		b.WriteString("story.append(Table([")
		for _, row := range x.rows {
			b.WriteString("[")
			for _, cell := range row {
				b.WriteString(pythonString(cell) + ",")
			}
			b.WriteString("],")
		}
		b.WriteString("], style=[('FONTNAME', (0, 0), (-1, -1), 'fangsong'), ('GRID', (0, 0), (-1, -1), 0.4, 'black')]))\n")
	}
	fmt.Fprintf(&b, "SimpleDocTemplate(%q, topMargin=37*mm, bottomMargin=35*mm, leftMargin=28*mm, rightMargin=26*mm).build(story)\n", out)
	return b.String()
}

func pythonString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
