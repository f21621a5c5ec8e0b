package fill_test

import (
	"html"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/export/xlsx"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// habits are what spreadsheet programs and their users make of cells, as the file
// has it.
var habits = []struct {
	what  string
	alter func(t testing.TB, p parts)
	want  []string
}{
	{"a percentage in a percent cell", func(t testing.TB, p parts) {
		p.number(t, "product.vat_rate", p.style(t, `numFmtId="9"`), "0.09")
	}, []string{"answer|product.vat_rate|13|9|"}},
	{"the same percentage in a percent cell", func(t testing.TB, p parts) {
		p.number(t, "product.vat_rate", p.style(t, `numFmtId="10"`), "0.13")
	}, nil},
	{"a number that has become a day", func(t testing.TB, p parts) {
		p.number(t, "product.quantity", p.style(t, `numFmtId="14"`), "46350")
	}, []string{"answer|product.quantity|32|46350|date_number"}},
	{"a day in a text cell that has become a number", func(t testing.TB, p parts) {
		p.number(t, "panel.place", p.style(t, `numFmtId="14"`), "46350")
	}, []string{"answer|panel.place|杭州|2026-11-24|"}},
	{"the other calendar", func(t testing.TB, p parts) {
		p[workbookPart] = strings.Replace(p[workbookPart], "<workbookPr", `<workbookPr date1904="1"`, 1)
		p.number(t, "declaration.issued_on", "0", "44887")
	}, nil},
	{"a number with the error of binary fractions", func(t testing.TB, p parts) {
		p.number(t, "product.vat_rate", "0", "13.000000000000002")
	}, nil},
	{"a number with an exponent", func(t testing.TB, p parts) {
		p.number(t, "product.quantity", "0", "3.2E+1")
	}, nil},
	{"an endless number", func(t testing.TB, p parts) {
		p.number(t, "product.quantity", "0", "1E+999999999")
	}, []string{"answer|product.quantity|32|1E+999999999|number"}},
	{"a text in several fonts, with its reading above", func(t testing.TB, p parts) {
		p.cell(t, industry, `t="inlineStr"><is><r><t>互联网</t></r><r><rPr/><t>和相关服务</t></r><rPh sb="0" eb="3"><t>hulianwang</t></rPh></is></c>`)
	}, nil},
	{"an empty text", func(t testing.TB, p parts) {
		p.cell(t, industry, `t="inlineStr"><is><t></t></is></c>`)
	}, []string{"answer|applicant.industry|互联网和相关服务||"}},
	{"line ends of Windows", func(t testing.TB, p parts) {
		p.cell(t, industry, `t="inlineStr"><is><t xml:space="preserve"> 互联网和相关服务_x000D_
</t></is></c>`)
	}, nil},
	{"a zero-width mark in a choice", func(t testing.TB, p parts) {
		p.text(t, "product.us_duty_borne_by", "卖方\u200b")
	}, []string{"answer|product.us_duty_borne_by|buyer|seller|"}},
	{"several ports in one line", func(t testing.TB, p parts) {
		p.text(t, "product.port_of_entry", "广州白云机场、深圳皇岗")
	}, []string{"answer|product.port_of_entry|上海浦东机场|广州白云机场\n深圳皇岗|"}},
	{"a renamed sheet", func(t testing.TB, p parts) {
		name, _, _ := strings.Cut(p.stands(t, "product.quantity"), "!")
		p[workbookPart] = strings.ReplaceAll(p[workbookPart], html.EscapeString(name)+"!", "产品!")
		p.replace(t, workbookPart, `name="`+strings.Trim(name, "'")+`"`, `name="产品"`)
	}, nil},
	{"an identity number that is shown masked", func(t testing.TB, p parts) {
		p.text(t, "experts.id_number", "110105********0021")
	}, []string{"answer|experts[0].id_number||110105********0021|masked"}},
	{"an attachment's name", func(t testing.TB, p parts) {
		p.text(t, "attachments.file", "../../etc/passwd")
	}, []string{"answer|attachments[0].file|evidence/licence.pdf|../../etc/passwd|file"}},
}

// style adds a cell style and gives its number.
func (p parts) style(t testing.TB, attributes string) string {
	t.Helper()
	const part = "xl/styles.xml"
	_, rest, ok := strings.Cut(p[part], "<cellXfs")
	before, _, closed := strings.Cut(rest, "</cellXfs>")
	if !ok || !closed {
		t.Fatal("no cell styles")
	}
	p.replace(t, part, "</cellXfs>", "<xf "+attributes+"/></cellXfs>")
	n := strings.Count(before, "<xf ")
	return strconv.Itoa(n)
}

// number makes the cell behind a name a number.
func (p parts) number(t testing.TB, name, style, value string) {
	t.Helper()
	p.whole(t, name, ` s="`+style+`"><v>`+value+`</v></c>`)
}

func (p parts) text(t testing.TB, name, value string) {
	t.Helper()
	p.whole(t, name, ` t="inlineStr"><is><t xml:space="preserve">`+value+`</t></is></c>`)
}

// whole replaces what follows the reference of the first cell behind a name.
func (p parts) whole(t testing.TB, name, content string) {
	t.Helper()
	sheet, area, _ := strings.Cut(p.stands(t, name), "!")
	cell, _, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
	part := p.partOf(t, strings.Trim(sheet, "'"))
	before, rest, ok := strings.Cut(p[part], `<c r="`+cell+`"`)
	if !ok {
		t.Fatalf("%s has no cell %s", part, cell)
	}
	end := strings.Index(rest, "</c>") + len("</c>")
	if empty := strings.Index(rest, "/>"); empty >= 0 && empty < end && !strings.Contains(rest[:empty], ">") {
		end = empty + len("/>")
	}
	p[part] = before + `<c r="` + cell + `"` + content + rest[end:]
}

// partOf finds the part of a sheet.
func (p parts) partOf(t testing.TB, sheet string) string {
	t.Helper()
	_, rest, ok := strings.Cut(p[workbookPart], `<sheet name="`+sheet+`"`)
	_, id, _ := strings.Cut(rest, `r:id="`)
	id, _, _ = strings.Cut(id, `"`)
	for _, r := range strings.Split(p["xl/_rels/workbook.xml.rels"], "<Relationship ") {
		if strings.Contains(r, `Id="`+id+`"`) && ok {
			_, target, _ := strings.Cut(r, `Target="`)
			target, _, _ = strings.Cut(target, `"`)
			return "xl/" + strings.TrimPrefix(target, "/xl/")
		}
	}
	t.Fatalf("no sheet %s", sheet)
	return ""
}

func TestHabits(t *testing.T) {
	report := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	original := render(t, report, xlsx.Options{Lang: i18n.Hans})
	for _, h := range habits {
		t.Run(h.what, func(t *testing.T) {
			p := unzip(t, original)
			h.alter(t, p)
			i := read(t, p.zip(t), report)
			if diff := cmp.Diff(append([]string{}, h.want...), append(lines(i), notes(i)...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
