package xlsx_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"h200filing/export/xlsx"
	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/forms/formstest"
	"h200filing/forms/sizing"
	"h200filing/i18n"
)

// sheetRows reads a sheet by the term of its name.
func sheetRows(t *testing.T, r *forms.Report, term string) [][]string {
	t.Helper()
	rows, err := open(t, render(t, r, xlsx.Options{})).GetRows(r.Form.Text(i18n.Hans).Terms[term], excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestOptions finds every figure of every option, and "unknown" for what is not
// known: never a zero.
func TestOptions(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	rows := sheetRows(t, r, "xlsx.options")
	text := r.Form.Text(i18n.Hans)
	for i, option := range r.Options() {
		row := rows[3+i]
		for j, key := range []sizing.Key{sizing.Installed, sizing.ITPower, sizing.AnnualEnergy, sizing.AnnualCost, sizing.SubsidisedCost, sizing.PurchaseCost} {
			f := r.Total(option, key)
			want := text.Terms["xlsx.options.unknown_short"]
			switch f.State {
			case sizing.Complete:
				want = strconv.FormatFloat(f.Value.InexactFloat64(), 'f', -1, 64)
			case sizing.NotApplicable:
				want = text.Terms["doc.not_applicable"]
			}
			if got := row[j+1]; got != want {
				t.Errorf("%s, %s: %q, want %q", row[0], key, got, want)
			}
		}
	}
	if rows[3][6] != "6117120" || rows[4][1] != "未知" { // 27,000 USD × 7.08 × 32; Atlas 900 A3 has no FP8
		t.Errorf("the options are %v", rows[3:5])
	}
}

// TestBenchmark holds the two sheets to the catalogue, cell by cell: every
// domestic part is there, every figure has its source, every blank says so.
func TestBenchmark(t *testing.T) {
	r := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	figures, sources := sheetRows(t, r, "xlsx.benchmark"), sheetRows(t, r, "xlsx.benchmark.sources")
	head := figures[2]
	parts := r.CatalogueParts()
	if len(figures) != len(parts)+4 {
		t.Errorf("%d rows for %d parts, the product and the heads", len(figures), len(parts))
	}
	cited := 0
	for i, p := range parts {
		row := figures[4+i]
		for _, m := range accelerator.Metrics() {
			column := slices.Index(head, r.MetricName(m.ID, i18n.Hans))
			f, ok := p.Figures[m.ID]
			if m.Kind == accelerator.Money || column < 0 {
				continue
			}
			want := "厂商未公开"
			switch {
			case ok && m.Kind == accelerator.Flag:
				want = map[bool]string{true: "是", false: "否"}[!f.Value.IsZero()]
			case ok:
				want = f.Value.String()
			}
			if row[column] != want {
				t.Errorf("%s, %s: %q, want %q", p.ID, m.ID, row[column], want)
			}
			if !ok {
				continue
			}
			cited++
			if !slices.ContainsFunc(sources, func(s []string) bool {
				return len(s) == 8 && s[0] == p.Product && s[1] == head[column] && s[2] == want && s[6] == f.Source && s[7] == f.RetrievedOn.Format("2006-01-02")
			}) {
				t.Errorf("%s, %s: no source stands on the sheet of sources", p.ID, m.ID)
			}
		}
	}
	if cited < 100 {
		t.Errorf("only %d figures were compared", cited)
	}
}
