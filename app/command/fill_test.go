package command_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx/fill"
	"h200filing/i18n"
)

// fillCommand types texts into cells of a workbook, by their defined names:
//
//	fill FROM TO product.quantity=36
func fillCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: fill from to name=value…")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	for _, assignment := range args[2:] {
		name, value, _ := strings.Cut(assignment, "=")
		sheet, area, ok := strings.Cut(names[name], "!")
		if !ok {
			ts.Fatalf("%s has no name %s", args[0], name)
		}
		cell, _, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
		ts.Check(f.SetCellStr(strings.Trim(sheet, "'"), cell, value))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
	ts.Check(f.Close())
}

// TestImportWords has words for every code of an import.
func TestImportWords(t *testing.T) {
	for _, lang := range i18n.Langs() {
		w := i18n.For(lang)
		for _, r := range fill.Reasons() {
			if !w.Has("import.reason." + string(r)) {
				t.Errorf("%s: no words for %s", lang, r)
			}
		}
		for _, n := range fill.NoteCodes() {
			if !w.Has("import.note." + string(n)) {
				t.Errorf("%s: no words for %s", lang, n)
			}
		}
		for _, k := range fill.ErrorKinds() {
			if !w.Has("import.error." + string(k)) {
				t.Errorf("%s: no words for %s", lang, k)
			}
		}
	}
}
