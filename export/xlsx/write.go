package xlsx

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// write makes the workbook of the laid-out sheets.
func (b *builder) write() {
	b.fail(b.file.SetDefaultFont(fontName))
	for i, s := range b.sheets {
		if i == 0 {
			b.fail(b.file.SetSheetName("Sheet1", s.name))
			continue
		}
		_, err := b.file.NewSheet(s.name)
		b.fail(err)
	}
	for _, s := range b.sheets { // before any is streamed: excelize reads them all again
		if s.hidden {
			b.fail(b.file.SetSheetVisible(s.name, false))
		}
	}
	for _, s := range b.sheets {
		b.writeSheet(s)
	}
	// Those of a sheet come last: excelize looks their sheets up for every name after them.
	slices.SortFunc(b.names, func(x, y excelize.DefinedName) int {
		return cmp.Or(strings.Compare(x.Scope, y.Scope), strings.Compare(x.Name, y.Name))
	})
	for _, n := range b.names {
		b.fail(b.file.SetDefinedName(&n))
	}
	always := true
	b.fail(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &always}))
	b.writeProperties()
}

func (b *builder) writeProperties() {
	day := b.date().Format(time.RFC3339)
	b.fail(b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(b.text.Title), Subject: clean(b.text.Notice), Creator: shorten(clean(b.answer("applicant.name")), 255),
		Created: day, Modified: day, Language: string(b.lang),
		Identifier: b.digest, Version: b.report.Form.ID + " " + b.report.Form.Version,
	}))
}

// writeSheet sets a sheet up and streams its rows; what is set after the first
// row would be lost.
func (b *builder) writeSheet(s *sheet) {
	b.fit(s)
	b.setUpPage(s)
	for _, v := range s.validations {
		b.fail(b.file.AddDataValidation(s.name, v))
	}
	for _, cell := range sortedKeys(s.links) {
		b.fail(b.file.SetCellHyperLink(s.name, cell, s.links[cell], "Location"))
	}
	for _, c := range s.charts {
		b.fail(b.file.AddChart(s.name, c.cell, c.chart[0], c.chart[1:]...))
	}
	for _, row := range s.breaks {
		b.fail(b.file.InsertPageBreak(s.name, cellName(1, row+1)))
	}
	b.protect(s)
	w, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		b.fail(err)
		return
	}
	b.stream(w, s)
	b.fail(w.Flush())
}

func (b *builder) stream(w *excelize.StreamWriter, s *sheet) {
	for i, width := range s.widths {
		b.fail(w.SetColWidth(i+1, i+1, width))
	}
	if s.head > 0 {
		top := cellName(s.side+1, s.head+1)
		pane := "bottomLeft"
		if s.side > 0 {
			pane = "bottomRight"
		}
		b.fail(w.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.side, YSplit: s.head, TopLeftCell: top, ActivePane: pane}))
	}
	for i, r := range s.rows {
		b.fail(w.SetRow(cellName(1, i+1), r.cells, excelize.RowOpts{Height: r.height}))
	}
	for _, m := range s.merges {
		b.fail(w.MergeCell(m[0], m[1]))
	}
	if s.table != nil {
		b.fail(w.AddTable(s.table))
	}
}

// protect locks all cells but the inputs, without a password. What Excel counts
// as allowed here is what the users need.
func (b *builder) protect(s *sheet) {
	b.fail(b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, Sort: true,
		FormatColumns: true, FormatRows: true,
	}))
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
