package command_test

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// recalculateCommand lets LibreOffice open a workbook, recalculate and save it,
// and asserts that every computed money value equals that of check --json:
//
//	recalc XLSX CHECK_JSON
func recalculateCommand(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("soffice", "-env:UserInstallation=file://"+ts.MkAbs("office"), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "recalculated", args[0]))
	book, err := excelize.OpenFile(ts.MkAbs("recalculated/" + args[0]))
	ts.Check(err)
	defer book.Close()
	var check struct{ Computed map[string]string }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &check))
	compared := 0
	for _, name := range book.GetDefinedName() {
		want, ok := check.Computed[name.Name]
		if _, err := strconv.ParseFloat(want, 64); !ok || err != nil {
			continue
		}
		sheet, cell, ok := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
		if !ok {
			ts.Fatalf("%s refers to %s", name.Name, name.RefersTo)
		}
		got, err := book.GetCellValue(strings.Trim(sheet, "'"), cell, excelize.Options{RawCellValue: true})
		ts.Check(err)
		if !equalToTheFen(got, want) {
			ts.Fatalf("%s: the workbook says %s, check says %s", name.Name, got, want)
		}
		compared++
	}
	if compared < 8 {
		ts.Fatalf("only %d computed values were compared", compared)
	}
}

func equalToTheFen(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	if err != nil {
		return false
	}
	y, err := strconv.ParseFloat(b, 64)
	return err == nil && strconv.FormatFloat(x, 'f', 2, 64) == strconv.FormatFloat(y, 'f', 2, 64)
}
