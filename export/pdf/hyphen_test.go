package pdf

import (
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/export/pdftext"
)

// TestHyphensAreReadBack: a file name parted at its hyphen, in the list of attachments,
// is read back with it.
func TestHyphensAreReadBack(t *testing.T) {
	table := document.Table{}
	row := document.Row{}
	for _, text := range []string{"供应商回复", "华为回复函", "evidence/reply-950dt.png", "15,508 字节", strings.Repeat("9159573df74eab7e", 4)} {
		table.Columns = append(table.Columns, document.Column{Head: "栏", Share: 1})
		row.Cells = append(row.Cells, document.Cell{Text: text})
	}
	table.Rows = []document.Row{row, row}
	doc := oneBlock(table)
	p, _ := mustLayOut(t, doc)
	parted := false
	for _, o := range p.pages[0].ops {
		parted = parted || strings.HasSuffix(o.text, "reply-")
	}
	if !parted {
		t.Fatal("the name is not parted at its hyphen")
	}
	file, err := pdftext.Read(mustRender(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(strings.Fields(file.Pages[0].Text), ""); strings.Count(text, "reply-") != 2 {
		t.Errorf("the name is read back as %q", text)
	}
}
