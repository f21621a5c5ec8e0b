package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"h200filing/export/document"
	"h200filing/export/evidence"
)

func TestAnnexListLeadsToAnnexes(t *testing.T) {
	doc := sample(t)
	p, _ := mustLayOut(t, doc)
	found := map[string]int{}
	for i := range p.pages {
		for _, o := range p.pages[i].ops {
			if o.kind == opLink {
				found[o.part] = i + 1
			}
		}
	}
	if len(found) != 2 || found["application"] == 0 || found["comparison"] == 0 {
		t.Fatalf("links to %v", found)
	}
	path := save(t, mustRender(t, doc))
	annots := tool(t, "mutool", "show", path, fmt.Sprintf("pages/%d/Annots", found["comparison"]))
	if strings.Count(annots, " 0 R") != 2 {
		t.Errorf("annotations: %s", annots)
	}
	for _, m := range p.marks {
		if m.part == "comparison" && !bytes.Contains(mustRender(t, doc), []byte(fmt.Sprintf("/F 4 /Dest [%d 0 R", pageObject(m.page)))) {
			t.Errorf("no link leads to page %d", m.page+1)
		}
	}
}

// A long title goes on below its own first character, and no other paragraph is
// taken for a line of the list.
func TestAnnexListHangs(t *testing.T) {
	title := strings.Repeat("国产产品对比分析", 6)
	doc := oneBlock(document.Paragraph{Text: "附件：1. " + title}, document.Paragraph{Text: "　　　12. 测算书"}, document.Paragraph{Text: "参见112. 测算书"})
	doc.Parts = append(doc.Parts,
		document.Part{ID: "one", Label: "附件1", Title: title}, document.Part{ID: "twelve", Label: "附件12", Title: "测算书"})
	p, _ := mustLayOut(t, doc)
	var links []op
	for _, o := range p.pages[0].ops {
		if o.kind == opLink {
			links = append(links, o)
		}
	}
	if len(links) != 4 || links[3].part != "twelve" {
		t.Fatalf("%d links, want three for the lines of the long title and one for the short", len(links))
	}
	em := lookLetter.em()
	if first, second := links[0].x, links[1].x; second-first < 3.5*em || second-first > 5.5*em {
		t.Errorf("the list begins at %.1f and goes on at %.1f", first, second)
	}
}

func TestPageLabelsAndAnswers(t *testing.T) {
	doc := sample(t)
	doc.Answers = []byte(`{"applicant":{"name":"杭州𠮷利"}}`)
	path := save(t, mustRender(t, doc))
	if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
	root := tool(t, "mutool", "show", path, "trailer/Root")
	for _, want := range []string{"/PageLabels", "/OutputIntents", "/AF", "/Lang(zh-CN)", "/Metadata"} {
		if !strings.Contains(strings.ReplaceAll(root, " ", ""), want) {
			t.Errorf("the root lacks %s:\n%s", want, root)
		}
	}
	out := filepath.Join(t.TempDir(), "a.json")
	tool(t, "pdfdetach", "-save", "1", "-o", out, path)
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, doc.Answers) {
		t.Errorf("enclosed %q (%v)", got, err)
	}
	if list := tool(t, "pdfdetach", "-list", path); !strings.Contains(list, answersName) {
		t.Error(list)
	}
}

func TestArchivalUnlessForeignPagesAreIn(t *testing.T) {
	doc := sample(t)
	if out := mustRender(t, doc); bytes.Contains(out, []byte("pdfaid:part")) {
		t.Error("a file with foreign pages calls itself PDF/A")
	}
	doc.Parts = doc.Parts[:5]
	out := mustRender(t, doc)
	if !bytes.Contains(out, []byte("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>")) {
		t.Error("a file of our own does not call itself PDF/A-3b")
	}
	for _, forbidden := range []string{"/Encrypt", "/JavaScript", "/LZWDecode", "/DeviceCMYK"} {
		if bytes.Contains(out, []byte(forbidden)) {
			t.Errorf("PDF/A forbids %s", forbidden)
		}
	}
	conf := evidence.Configuration()
	conf.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(out), conf); err != nil {
		t.Errorf("pdfcpu, strictly: %v", err)
	}
}
