package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/formstest"
)

const supportedCase = "inference-supported.yaml"

// longName is a company name of 60 characters.
var longName = string([]rune(strings.Repeat("杭州城市治理与产业协同大模型推理服务（示例）", 3))[:60])

// stressed are changes of the supported case that press on the layout.
var stressed = map[string]func(*testing.T, *forms.Answers){
	"forty suppliers of twelve facts": manySuppliers,
	"twenty thousand characters": func(t *testing.T, a *forms.Answers) {
		formstest.Set(t, a, "project.background", prose(20000))
		formstest.Set(t, a, "justification.technical_fit", strings.Repeat("字", 20000))
	},
	"names of sixty characters": func(t *testing.T, a *forms.Answers) {
		for _, p := range a.Paths() {
			if f := formstest.Form(t).Field(p.Pattern()); f.Type == forms.TypeText && f.Ref == "" {
				formstest.Set(t, a, p, longName)
			}
		}
	},
	"nothing that need not be": func(t *testing.T, a *forms.Answers) {
		for _, p := range a.Paths() {
			if f := formstest.Form(t).Field(p.Pattern()); !f.Required && f.Type != forms.TypeRows {
				formstest.Set(t, a, p, "")
			}
		}
	},
	"longest choices": func(t *testing.T, a *forms.Answers) {
		for _, p := range a.Paths() {
			if f := formstest.Form(t).Field(p.Pattern()); f.Type == forms.TypeChoice || f.Type == forms.TypeChoices {
				formstest.Set(t, a, p, longestChoice(t, f))
			}
		}
	},
}

// manySuppliers asks forty suppliers, each with twelve facts.
func manySuppliers(t *testing.T, a *forms.Answers) {
	metrics := formstest.Form(t).Choices[formstest.Form(t).Field("suppliers[].facts[].metric").Choices]
	for i := len(a.Rows("suppliers")); i < 40; i++ {
		row := forms.Path("suppliers").Row(a.NewRowID())
		formstest.Apply(t, a, forms.Change{Op: forms.Insert, Path: row, At: i})
		for key, value := range map[string]string{"supplier": longName[:3*30] + strconv.Itoa(i), "product": fmt.Sprintf("示例 X%d（单封装）", i), "reply": "declined", "inquired_on": "2026-10-12", "replied_on": "2026-10-20"} {
			formstest.Set(t, a, row.Join(key), value)
		}
	}
	for _, id := range a.Rows("suppliers") {
		facts := forms.Path("suppliers").Row(id).Join("facts")
		for i := len(a.Rows(facts)); i < 12; i++ {
			fact := facts.Row(a.NewRowID())
			formstest.Apply(t, a, forms.Change{Op: forms.Insert, Path: fact, At: i})
			for key, value := range map[string]string{"metric": metrics[i%len(metrics)], "value": strconv.Itoa(1000 + 37*i), "source": "https://www.example.com/products/accelerators/data-sheet-of-the-product.html", "retrieved_on": "2026-10-08", "grade": "official"} {
				formstest.Set(t, a, fact.Join(key), value)
			}
		}
	}
}

// longestChoice is the choice with the longest words; of several, all.
func longestChoice(t *testing.T, f *forms.Field) string {
	all := formstest.Form(t).Choices[f.Choices]
	if f.Type == forms.TypeChoices {
		return strings.Join(all, "\n")
	}
	text := formstest.Form(t).Text("zh-Hans")
	longest := ""
	for _, c := range all {
		if utf8.RuneCountInString(text.Choices[f.Choices][c]) >= utf8.RuneCountInString(text.Choices[f.Choices][longest]) {
			longest = c
		}
	}
	return longest
}

// TestStressedFilings: whatever is answered, no glyph leaves its cell or its page,
// none lies over another, and the file is sound.
func TestStressedFilings(t *testing.T) {
	for name, change := range stressed {
		t.Run(name, func(t *testing.T) {
			doc := filed(t, formstest.Open(t, supportedCase, func(a *forms.Answers) { change(t, a) }), false)
			p, faces := mustLayOut(t, doc)
			for i := range p.pages {
				checkPage(t, faces, i+1, &p.pages[i])
			}
			if got := tool(t, "qpdf", "--check", save(t, mustRender(t, doc))); strings.Contains(got, "WARNING") {
				t.Error(got)
			}
		})
	}
}

// TestManyAttachedPages: three hundred pages of one attachment, each on a sheet of
// its own with its number.
func TestManyAttachedPages(t *testing.T) {
	const pages = 300
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetFont("Helvetica", "", 20)
	for i := range pages {
		f.AddPage()
		f.Text(30, 40, fmt.Sprintf("Attached page %d", i+1))
	}
	var content bytes.Buffer
	if err := f.Output(&content); err != nil {
		t.Fatal(err)
	}
	doc := oneBlock(document.Paragraph{Text: "目录"}, document.Enclosure{Number: "证明材料 1", Title: longName, SHA256: strings.Repeat("0f", 32), Content: content.Bytes()})
	p, faces := mustLayOut(t, doc)
	if len(p.pages) != 1+pages {
		t.Fatalf("%d pages", len(p.pages))
	}
	for i := range p.pages {
		checkPage(t, faces, i+1, &p.pages[i])
	}
	path := save(t, mustRender(t, doc))
	if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
	for _, n := range []int{1, 150, pages} {
		got := tool(t, "pdftotext", "-f", itoa(n+1), "-l", itoa(n+1), path, "-")
		if !strings.Contains(got, fmt.Sprintf("Attached page %d", n)) || !strings.Contains(got, fmt.Sprintf("%d/%d", n, pages)) {
			t.Errorf("page %d says %q", n, got)
		}
	}
}
