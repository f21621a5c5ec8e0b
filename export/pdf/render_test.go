package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"h200filing/export/document"
	"h200filing/export/evidence"
)

func TestFileIsSound(t *testing.T) {
	out := mustRender(t, sample(t))
	path := save(t, out)
	if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
		t.Error(got)
	}
	if err := api.Validate(bytes.NewReader(out), evidence.Configuration()); err != nil {
		t.Errorf("pdfcpu: %v", err)
	}
	if got := tool(t, "mutool", "info", path); strings.Contains(got, "warning") || strings.Contains(got, "error") {
		t.Error(got)
	}
	info := tool(t, "pdfinfo", path)
	for _, want := range []string{"关于申请采购英伟达 H200 加速器的请示", "杭州𠮷利算力科技有限公司", "PDF version:     1.7", "Metadata Stream: yes"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
}

func TestFontsAreEmbeddedSubsets(t *testing.T) {
	got := tool(t, "pdffonts", save(t, mustRender(t, sample(t))))
	lines := strings.Split(strings.TrimSpace(got), "\n")[2:]
	if len(lines) < 5 {
		t.Fatalf("only %d fonts:\n%s", len(lines), got)
	}
	good := regexp.MustCompile(`^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes `)
	for _, line := range lines {
		if !good.MatchString(line) {
			t.Errorf("not an embedded subset with text: %s", line)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	want := mustRender(t, sample(t))
	var wait sync.WaitGroup
	results := make([][]byte, 6)
	for i := range results {
		wait.Add(1)
		go func() {
			defer wait.Done()
			out, err := Render(sample(t))
			if err != nil {
				t.Error(err)
			}
			results[i] = out
		}()
	}
	wait.Wait()
	for i, got := range results {
		if !bytes.Equal(want, got) {
			t.Errorf("run %d differs", i)
		}
	}
	other := sample(t)
	other.Title += "二"
	if bytes.Equal(want, mustRender(t, other)) {
		t.Error("another document has the same bytes")
	}
}

func TestOutline(t *testing.T) {
	got := tool(t, "mutool", "show", save(t, mustRender(t, sample(t))), "outline")
	for _, want := range []string{"附件2 国产产品对比分析表", "二、必要性", "（一）算力需求", "证明材料 4 损坏的文件"} {
		if !strings.Contains(got, want) {
			t.Errorf("no bookmark %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "（1）键值缓存") {
		t.Error("a heading of level 4 has a bookmark")
	}
}

func TestPageNumbers(t *testing.T) {
	doc := sample(t)
	p, _ := mustLayOut(t, doc)
	path := save(t, mustRender(t, doc))
	pages := strings.Split(tool(t, "pdftotext", path, "-"), "\f")
	if len(pages)-1 != len(p.pages) {
		t.Fatalf("%d pages in the file, %d laid out", len(pages)-1, len(p.pages))
	}
	for i := range p.pages {
		want := solid(strings.NewReplacer("{n}", itoa(i+1), "{total}", itoa(len(p.pages))).Replace(doc.PageOf))
		for _, part := range []string{want, "—" + itoa(i+1) + "—", "自拟格式（非官方表格）", sampleDigest[:16], "草稿"} {
			if !strings.Contains(solid(pages[i]), part) {
				t.Errorf("page %d lacks %q", i+1, part)
			}
		}
	}
}

func TestFinalHasNoMark(t *testing.T) {
	doc := sample(t)
	doc.Draft = false
	if got := tool(t, "pdftotext", save(t, mustRender(t, doc)), "-"); strings.Contains(got, "草稿") {
		t.Error("a final file says 草稿")
	}
}

func TestStrangeDocuments(t *testing.T) {
	for name, doc := range map[string]document.Document{
		"nothing":        {},
		"empty part":     {Parts: []document.Part{{}}},
		"empty blocks":   {Parts: []document.Part{{Blocks: []document.Block{document.Title{}, document.Heading{}, document.Paragraph{}, document.Table{}, document.Pairs{}, document.Checks{}, document.Signature{}, document.Bars{}, document.Enclosure{}, document.Verbatim{}, document.Space{}}}}},
		"tall space":     oneBlock(document.Space{Lines: 1000}, document.Paragraph{Text: "后"}),
		"many columns":   oneBlock(document.Table{Columns: make([]document.Column, 40), Rows: []document.Row{{Cells: []document.Cell{{Text: prose(50)}}}}}),
		"tall head":      oneBlock(document.Table{Columns: []document.Column{{Head: prose(4000)}}, Rows: []document.Row{{Cells: []document.Cell{{Text: prose(3000)}}}}}),
		"negative":       oneBlock(document.Bars{Need: -1, Bars: []document.Bar{{Value: -5}, {Value: 0}}}, document.Table{Columns: []document.Column{{Share: -1}, {Share: 0}}}),
		"long bookmarks": oneBlock(document.Heading{Level: 9, Text: prose(300)}, document.Heading{Level: -1, Text: "\x00\xff"}),
		"odd digest":     {Digest: "短", Footer: prose(200), PageOf: prose(80), Draft: true, Mark: prose(60), Parts: []document.Part{{Landscape: true}}},
	} {
		t.Run(name, func(t *testing.T) {
			path := save(t, mustRender(t, doc))
			if got := tool(t, "qpdf", "--check", path); strings.Contains(got, "WARNING") {
				t.Error(got)
			}
		})
	}
}

func TestUnknownBlockIsAnError(t *testing.T) {
	_, err := Render(oneBlock(document.Paragraph{Text: "一"}, nil))
	if err == nil || !strings.Contains(err.Error(), "part a: block 2") {
		t.Errorf("got %v", err)
	}
}
