package fill_test

import (
	"archive/zip"
	"errors"
	"fmt"
	"html"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/export/exporttest"
	"h200filing/export/xlsx"
	"h200filing/export/xlsx/cells"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// parts are those of a workbook, by name.
type parts map[string]string

func unzip(t testing.TB, data []byte) parts { return exporttest.Contents(t, data) }

func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	return exporttest.Zip(t, exporttest.Parts(p), zip.Deflate)
}

// replace replaces a text that has to be in a part.
func (p parts) replace(t testing.TB, part, old, new string) {
	t.Helper()
	if !strings.Contains(p[part], old) {
		t.Fatalf("%s does not contain %q", part, old)
	}
	p[part] = strings.Replace(p[part], old, new, 1)
}

// sheetOf finds the part of the sheet that has a text in it.
func (p parts) sheetOf(t testing.TB, text string) string {
	t.Helper()
	found := ""
	for name, content := range p { // the first: the check list has all texts too, and comes later
		if strings.HasPrefix(name, "xl/worksheets/sheet") && strings.Contains(content, text) &&
			(found == "" || len(name) < len(found) || len(name) == len(found) && name < found) {
			found = name
		}
	}
	if found == "" {
		t.Fatalf("no sheet with %q", text)
	}
	return found
}

const (
	workbookPart = "xl/workbook.xml"
	industry     = "互联网和相关服务"
)

// hostile alters the parts of the supported case's workbook. kind is that of the
// refusal; where there is none, differences and notes are what is said.
var hostile = []struct {
	what        string
	alter       func(t testing.TB, p parts)
	kind        cells.Kind
	differences []string
	notes       []string
}{
	{what: "a part that unpacks to a gigabyte's head", alter: func(t testing.TB, p parts) {
		p["xl/sharedStrings.xml"] = p["xl/sharedStrings.xml"] + strings.Repeat(" ", cells.MaxPart+1)
		p.relate("sharedStrings", "sharedStrings.xml")
	}, kind: cells.TooLarge},
	{what: "many parts that are large together", alter: func(t testing.TB, p parts) {
		for name, content := range p {
			if strings.HasPrefix(name, "xl/worksheets/sheet") {
				p[name] = content + strings.Repeat("\n", cells.MaxPart-len(content))
			}
		}
	}, kind: cells.TooLarge},
	{what: "a million rows without cells", alter: func(t testing.TB, p parts) {
		p.rows(t, industry, strings.Repeat("<row/>", 1_000_000))
	}},
	{what: "a million rows with a cell", alter: func(t testing.TB, p parts) {
		p.rows(t, industry, strings.Repeat("<row><c><v>1</v></c></row>", 600_000))
	}, kind: cells.TooLarge},
	{what: "rows beyond the table without end", alter: func(t testing.TB, p parts) {
		var b strings.Builder
		for n := range fill.MaxRows + 200 {
			fmt.Fprintf(&b, `<row r="%d"><c r="B%[1]d"><v>1</v></c></row>`, n+9)
		}
		sheet := p.sheetOf(t, "A800")
		p[sheet] = strings.Replace(p[sheet], "</sheetData>", b.String()+"</sheetData>", 1)
	}, kind: cells.TooLarge},
	{what: "a long shared text in many cells", alter: func(t testing.TB, p parts) {
		p["xl/sharedStrings.xml"] = "<sst><si><t>" + strings.Repeat("长", 1_000_000) + "</t></si></sst>"
		p.relate("sharedStrings", "sharedStrings.xml")
		p.rows(t, industry, strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 1000))
	}, kind: cells.TooLarge},
	{what: "a shared text that is not there", alter: func(t testing.TB, p parts) {
		p.cell(t, industry, `t="s"><v>99999</v></c>`)
	}, differences: []string{"answer|applicant.industry|互联网和相关服务||"}},
	{what: "entities within entities", alter: func(t testing.TB, p parts) {
		p[workbookPart] = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + p[workbookPart]
	}, kind: cells.Damaged},
	{what: "an entity from a file", alter: func(t testing.TB, p parts) {
		sheet := p.sheetOf(t, industry)
		p[sheet] = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>` + strings.Replace(p[sheet], industry, "&e;", 1)
	}, kind: cells.Damaged},
	{what: "elements without end", alter: func(t testing.TB, p parts) {
		p.rows(t, industry, strings.Repeat("<row>", 1_000_000))
	}, kind: cells.TooLarge},
	{what: "attributes without end", alter: func(t testing.TB, p parts) {
		p.rows(t, industry, "<row "+strings.Repeat(`a="" `, 100_000)+"/>")
	}, kind: cells.TooLarge},
	{what: "half of a sheet", alter: func(t testing.TB, p parts) {
		sheet := p.sheetOf(t, industry)
		p[sheet] = p[sheet][:len(p[sheet])/2]
	}, kind: cells.Damaged},
	{what: "no list of sheets", alter: func(t testing.TB, p parts) { delete(p, workbookPart) }, kind: cells.Damaged},
	{what: "no workbook at all", alter: func(t testing.TB, p parts) {
		clear(p)
		p["a.txt"] = "x"
	}, kind: cells.NotWorkbook},
	{what: "another form", alter: func(t testing.TB, p parts) {
		sheet := p.sheetOf(t, ">h200-cn<")
		for strings.Contains(p[sheet], ">h200-cn<") {
			p.replace(t, sheet, ">h200-cn<", ">b200-cn<")
		}
	}, kind: fill.OtherForm},
	{what: "macros, links, files inside", alter: func(t testing.TB, p parts) {
		p["xl/vbaProject.bin"] = "code"
		p["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
		p["xl/embeddings/oleObject1.bin"] = "PK\x03\x04"
	}, notes: []string{"macros", "external", "embedded"}},
	{what: "a formula in an input cell", alter: func(t testing.TB, p parts) {
		p.cell(t, industry, `t="str"><f>HYPERLINK("http://example.com","x")</f><v>x</v></c>`)
	}, differences: []string{`answer|applicant.industry|互联网和相关服务|=HYPERLINK("http://example.com","x")|formula`}},
	{what: "a formula that gives what stood there", alter: func(t testing.TB, p parts) {
		p.cell(t, industry, `t="str"><f>"互联网和"&amp;"相关服务"</f><v>互联网和相关服务</v></c>`)
	}, differences: []string{`answer|applicant.industry|互联网和相关服务|="互联网和"&"相关服务"|formula`}},
	{what: "a formula that fills the cells around it", alter: func(t testing.TB, p parts) {
		_, cell, _ := strings.Cut(p.stands(t, "applicant.industry"), "!")
		p.rows(t, industry, `<row r="900"><c r="Z900"><f t="array" ref="`+cell+`">1</f><v>1</v></c></row>`)
	}, differences: []string{"answer|applicant.industry|互联网和相关服务|=|formula"}},
	{what: "an error in a cell", alter: func(t testing.TB, p parts) {
		p.cell(t, industry, `t="e"><v>#REF!</v></c>`)
	}, differences: []string{"answer|applicant.industry|互联网和相关服务|#REF!|cell_error"}},
	{what: "a name that leads to another file", alter: func(t testing.TB, p parts) {
		p.name(t, "product.quantity", "[1]Sheet1!$A$1")
	}, notes: []string{"name_broken"}},
	{what: "a name that leads nowhere", alter: func(t testing.TB, p parts) {
		p.name(t, "product.quantity", "#REF!")
	}, notes: []string{"name_broken"}},
	{what: "a name that leads to a sheet that is not there", alter: func(t testing.TB, p parts) {
		p.name(t, "product.quantity", "没有!$A$1")
	}, notes: []string{"name_broken"}},
	{what: "a name that leads to another question's cell", alter: func(t testing.TB, p parts) {
		p.name(t, "product.quantity", p.stands(t, "product.unit_price"))
	}, notes: []string{"name_broken", "name_broken"}},
	{what: "a name of a column elsewhere", alter: func(t testing.TB, p parts) {
		p.name(t, "experts.opinion", p.stands(t, "suppliers.contact"))
	}, notes: []string{"name_broken"}},
	{what: "a column of all rows", alter: func(t testing.TB, p parts) {
		sheet, area, _ := strings.Cut(p.stands(t, "experts._row"), "!")
		from, _, _ := strings.Cut(area, ":")
		p.name(t, "experts._row", sheet+"!"+from+":$A$1048576")
		part := p.partOf(t, strings.Trim(sheet, "'"))
		p.replace(t, part, "</sheetData>", `<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`)
	}, kind: cells.TooLarge},
	{what: "names without end", alter: func(t testing.TB, p parts) {
		var b strings.Builder
		for _, name := range []string{"applicant.name", "applicant.industry", "project.name", "project.background", "applicant.intro", "panel.place"} {
			for n := 2; n < 4090; n++ {
				fmt.Fprintf(&b, `<definedName name="%s._%d">'1'!$A$1</definedName>`, name, n)
			}
		}
		p.replace(t, workbookPart, "</definedNames>", b.String()+"</definedNames>")
	}, kind: cells.TooLarge},
	{what: "a name that is a formula", alter: func(t testing.TB, p parts) {
		p.name(t, "product.quantity", "OFFSET($A$1,1,1)")
	}, notes: []string{"name_broken"}},
}

// relate relates the workbook to a part.
func (p parts) relate(kind, target string) {
	const rels = "xl/_rels/workbook.xml.rels"
	p[rels] = strings.Replace(p[rels], "</Relationships>", `<Relationship Id="rIdX" Type="x/`+kind+`" Target="`+target+`"></Relationship></Relationships>`, 1)
}

// rows puts rows into the sheet that has a text in it.
func (p parts) rows(t testing.TB, text, rows string) {
	sheet := p.sheetOf(t, text)
	p.replace(t, sheet, "</sheetData>", rows+"</sheetData>")
}

// cell replaces what follows the style of the cell that holds a text.
func (p parts) cell(t testing.TB, text, content string) {
	t.Helper()
	sheet := p.sheetOf(t, text)
	s := p[sheet]
	at := strings.Index(s, text)
	from := strings.LastIndex(s[:at], `t="inlineStr"`)
	to := at + strings.Index(s[at:], "</c>") + len("</c>")
	p[sheet] = s[:from] + content + s[to:]
}

// stands gives what a defined name stands for.
func (p parts) stands(t testing.TB, name string) string {
	t.Helper()
	_, rest, ok := strings.Cut(p[workbookPart], `name="`+name+`">`)
	if !ok {
		t.Fatalf("no name %s", name)
	}
	reference, _, _ := strings.Cut(rest, "<")
	return html.UnescapeString(reference)
}

func (p parts) name(t testing.TB, name, reference string) {
	before, rest, _ := strings.Cut(p[workbookPart], `name="`+name+`">`)
	if p.stands(t, name) != reference {
		p[workbookPart] = before + `name="` + name + `">` + html.EscapeString(reference) + rest[strings.Index(rest, "<"):]
	}
}

// mostMemory bounds what reading any of the workbooks takes, in bytes in all.
const mostMemory = 2 << 30

func TestHostile(t *testing.T) {
	answers := formstest.Answers(t, formstest.Supported)
	report := formstest.Evaluate(t, answers)
	original := render(t, report, xlsx.Options{})
	for _, h := range hostile {
		t.Run(h.what, func(t *testing.T) {
			p := unzip(t, original)
			h.alter(t, p)
			data := p.zip(t)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			i, err := fill.Read(data, report, i18n.Hans)
			runtime.ReadMemStats(&after)
			if took := after.TotalAlloc - before.TotalAlloc; took > mostMemory {
				t.Errorf("%d bytes", took)
			}
			var refused *fill.Error
			switch {
			case h.kind != "":
				if !errors.As(err, &refused) || refused.Kind != h.kind {
					t.Errorf("%v, want %s", err, h.kind)
				}
			case err != nil:
				t.Error(err)
			case h.differences != nil || h.notes != nil:
				if diff := cmp.Diff(slices.Concat(h.differences, h.notes), slices.Concat(lines(i), notes(i))); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// TestNoWorkbook refuses other files by what they are.
func TestNoWorkbook(t *testing.T) {
	report := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	empty := open(t, render(t, report, xlsx.Options{}))
	for _, n := range empty.GetDefinedName() {
		empty.must(empty.DeleteDefinedName(&n))
	}
	for what, test := range map[string]struct {
		data []byte
		kind cells.Kind
	}{
		"nothing":         {nil, cells.NotWorkbook},
		"text":            {[]byte("a,b\n1,2\n"), cells.NotWorkbook},
		"half an archive": {[]byte("PK\x03\x04 and so on"), cells.Damaged},
		"an .xls":         {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), cells.OldFormat},
		"too many bytes":  {make([]byte, cells.MaxFile+1), cells.TooLarge},
		"another":         {empty.data(), fill.NoForm},
	} {
		_, err := fill.Read(test.data, report, i18n.Hans)
		var refused *fill.Error
		if !errors.As(err, &refused) || refused.Kind != test.kind {
			t.Errorf("%s: %v, want %s", what, err, test.kind)
		}
	}
}

// FuzzRead reads whatever comes: a workbook's bytes, and a workbook of which one
// part is whatever comes.
func FuzzRead(f *testing.F) {
	answers := formstest.Answers(f, formstest.Incomplete)
	report := formstest.Evaluate(f, answers)
	original := render(f, report, xlsx.Options{Only: []string{"experts", "project.fleet"}})
	whole := unzip(f, original)
	names := slices.Sorted(maps.Keys(whole))
	f.Add(uint8(0), original)
	for n, name := range names {
		f.Add(uint8(n+1), []byte(whole[name]))
	}
	f.Fuzz(func(t *testing.T, n uint8, content []byte) {
		data := content
		if k := int(n) % (len(names) + 1); k > 0 {
			p := maps.Clone(whole)
			p[names[k-1]] = string(content)
			data = p.zip(t)
		}
		i, err := fill.Read(data, report, i18n.Hans)
		var refused *fill.Error
		if err != nil && !errors.As(err, &refused) {
			t.Fatal(err)
		}
		if err == nil {
			if _, err := i.Changes(answers, fill.Overriding); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkImportXLSX(b *testing.B) {
	report := formstest.Evaluate(b, formstest.Answers(b, formstest.Supported))
	data := render(b, report, xlsx.Options{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fill.Read(data, report, i18n.Hans); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImportDevices reads a register of 2,000 devices, as it was and of an
// older state: the cost grows with the rows and not with their square.
func BenchmarkImportDevices(b *testing.B) {
	answers := formstest.Answers(b, formstest.Supported)
	for n := range 2000 {
		row := forms.Path("devices").Row(answers.NewRowID())
		formstest.Apply(b, answers, forms.Change{Op: forms.Insert, Path: row, At: n}, forms.Change{Op: forms.Set, Path: row.Join("serial"), Value: fmt.Sprint("SN", n)})
	}
	data := render(b, formstest.Evaluate(b, answers), xlsx.Options{})
	older := answers.Clone()
	formstest.Set(b, older, "product.quantity", "33")
	for what, report := range map[string]*forms.Report{"same": formstest.Evaluate(b, answers), "older": formstest.Evaluate(b, older)} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				if _, err := fill.Read(data, report, i18n.Hans); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
