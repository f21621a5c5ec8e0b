package xlsx_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// TestHintsAreShort: beside a conclusion of the program stands that it is one, not the
// conditions that lead to it; beside an amount stands its formula.
func TestHintsAreShort(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	b := open(t, render(t, r, xlsx.Options{}))
	terms := r.Form.Text(i18n.Hans).Terms
	seen := map[bool]int{}
	for _, q := range r.Questions() {
		f := q.Field
		if f.Compute == nil || f.List != nil {
			continue
		}
		at := b.Cells(t, xlsx.Name(f.ID))[0]
		_, row, err := excelize.CellNameToCoordinates(strings.ReplaceAll(at[1], "$", ""))
		if err != nil {
			t.Fatal(err)
		}
		cell, err := excelize.CoordinatesToCellName(4, row)
		if err != nil {
			t.Fatal(err)
		}
		hint, err := b.GetCellValue(at[0], cell)
		if err != nil {
			t.Fatal(err)
		}
		number := f.Type.Numeric()
		seen[number]++
		if !number && hint != terms["xlsx.computed.choice"] && hint != terms["formula.list"] {
			t.Errorf("%s: %q", f.ID, hint)
		}
		if number && !strings.Contains(hint, "=") && hint != terms["formula.list"] {
			t.Errorf("%s has no formula but %q", f.ID, hint)
		}
	}
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("looked at %v", seen)
	}
}

// TestCheckSheetIsLegible: the list of values is printed across; a row is as high as its
// value has lines, and no line is cut through.
func TestCheckSheetIsLegible(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	b := open(t, render(t, r, xlsx.Options{}))
	sheet := r.Form.Text(i18n.Hans).Terms["xlsx.sheet.check"]
	layout, err := b.GetPageLayout(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if layout.Orientation == nil || *layout.Orientation != "landscape" {
		t.Errorf("the sheet is printed %v", layout.Orientation)
	}
	rows, err := b.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	broken := 0
	for i, row := range rows {
		if len(row) < 6 || !strings.Contains(row[4], "\n") {
			continue
		}
		broken++
		cell, err := excelize.CoordinatesToCellName(5, i+1)
		if err != nil {
			t.Fatal(err)
		}
		id, err := b.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := b.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Alignment == nil || style.Alignment.WrapText {
			t.Errorf("%s wraps where its row has no room", cell)
		}
		high, err := b.GetRowHeight(sheet, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if least := 12 * float64(1+strings.Count(row[4], "\n")); high < min(least, 409) {
			t.Errorf("row %d is %.0f points high, its value needs %.0f", i+1, high, least)
		}
	}
	if broken == 0 {
		t.Error("no value of several lines was seen")
	}
}
