package summary_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"h200filing/export/summary"
)

// TestRender: what is in the table is in the workbook, formulas are none, and equal
// tables give equal bytes.
func TestRender(t *testing.T) {
	table := summary.Table{Sheet: "汇总", Heads: []string{"文件", "数量"}, Rows: [][]any{
		{"甲\x00.h200", 32}, {"=HYPERLINK(\"x\")", 1.5}, {"", 0}}}
	data, err := summary.Render(table)
	if err != nil {
		t.Fatal(err)
	}
	again, err := summary.Render(table)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the second is another (%v)", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("汇总")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"文件", "数量"}, {"甲.h200", "32"}, {"=HYPERLINK(\"x\")", "1.5"}, {"", "0"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if formula, err := f.GetCellFormula("汇总", "A3"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q (%v)", formula, err)
	}
}
