package document_test

import (
	"slices"
	"strings"
	"testing"

	"h200filing/export/document"
	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// add inserts a row at the end of a list and answers its columns, given by name
// and value in turn.
func add(t *testing.T, answers *forms.Answers, list forms.Path, columns ...string) forms.Path {
	t.Helper()
	row := list.Row(answers.NewRowID())
	if _, err := answers.Apply(forms.Change{Op: forms.Insert, Path: row, At: len(answers.Rows(list))}); err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(columns); i += 2 {
		formstest.Set(t, answers, row.Join(columns[i]), columns[i+1])
	}
	return row
}

func partOf(t *testing.T, doc document.Document, id string) document.Part {
	t.Helper()
	i := slices.IndexFunc(doc.Parts, func(p document.Part) bool { return p.ID == id })
	if i < 0 {
		t.Fatalf("there is no part %s", id)
	}
	return doc.Parts[i]
}

// textOf joins all texts of a part, a line each.
func textOf(p document.Part) string {
	s, _ := texts(document.Document{Parts: []document.Part{p}})
	return s
}

// TestBenchmarkAnnex holds the annex to the catalogue: every domestic part, every
// figure with the source that the catalogue gives, every blank as such.
func TestBenchmarkAnnex(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, nil)
	p := partOf(t, build(t, f, document.Options{}), "benchmark")
	if !p.Landscape {
		t.Error("the annex is upright")
	}
	var table document.Table
	notes := map[string]string{}
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case document.Table:
			table = b
		case document.Paragraph:
			if mark, source, ok := strings.Cut(b.Text, "］"); ok && strings.HasPrefix(mark, "［") {
				notes[mark+"］"] = source
			}
		}
	}
	parts := f.Report.CatalogueParts()
	if len(table.Rows) != len(parts)+1 || len(parts) < 30 {
		t.Fatalf("%d rows for %d parts and the product", len(table.Rows), len(parts))
	}
	blank := f.Report.Form.Text(i18n.Hans).Terms["not_disclosed"]
	for i, part := range parts {
		row := table.Rows[i+1]
		if !strings.Contains(row.Cells[0].Text, part.Product) {
			t.Errorf("row %d is %q, want %s", i+1, row.Cells[0].Text, part.Product)
		}
		for _, m := range accelerator.Metrics() {
			column := slices.IndexFunc(table.Columns, func(c document.Column) bool { return c.Head == f.Report.MetricName(m.ID, i18n.Hans) })
			if column < 0 {
				continue
			}
			text := row.Cells[column].Text
			figure, ok := part.Figures[m.ID]
			if !ok {
				if text != blank {
					t.Errorf("%s, %s: %q for a blank", part.ID, m.ID, text)
				}
				continue
			}
			open := strings.Index(text, "［")
			first, _, _ := strings.Cut(text, "\n")
			if open < 0 || !strings.Contains(notes[first[open:]], figure.Source) {
				t.Errorf("%s, %s: %q does not cite %q", part.ID, m.ID, text, figure.Source)
			}
			if value := strings.ReplaceAll(first[:max(0, open)], ",", ""); m.Kind != accelerator.Flag && value != figure.Value.String() {
				t.Errorf("%s, %s: %q, want %s", part.ID, m.ID, value, figure.Value)
			}
		}
	}
}

// TestLedgerAndRegister prints the annexes only while there is something to
// print, with the counts that do not add up.
func TestLedgerAndRegister(t *testing.T) {
	bare := build(t, formstest.Open(t, formstest.Supported, nil), document.Options{Draft: true})
	for _, p := range bare.Parts {
		if p.ID == "ledger" || p.ID == "devices" {
			t.Errorf("part %s is printed without a row", p.ID)
		}
	}
	f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) {
		add(t, a, "ledger", "status", "approved", "on", "2026-10-10", "quantity", "32", "doc_no", "批〔2026〕18号")
		add(t, a, "ledger", "status", "ordered", "on", "2026-10-12", "quantity", "40")
		add(t, a, "papers", "number", "B1", "kind", "declaration", "on", "2026-11-10", "model", "h200_sxm", "quantity", "3", "value", "81000.00")
		add(t, a, "devices", "serial", "SN1", "model", "h200_sxm", "arrived_on", "2026-11-12", "declaration_no", "B1", "site", "余杭示例智算中心", "rack", "A1", "in_service_on", "2026-11-18")
		add(t, a, "devices", "serial", "SN2", "model", "h200_nvl", "arrived_on", "2026-11-12", "declaration_no", "B1", "site", "其他机房", "rack", "A1")
		add(t, a, "devices", "serial", "SN3", "model", "h200_sxm", "arrived_on", "2026-11-12", "declaration_no", "B2", "site", "余杭示例智算中心", "rack", "A1")
	})
	for _, lang := range i18n.Langs() {
		build(t, f, document.Options{Draft: true, Lang: lang})
	}
	doc := build(t, f, document.Options{Draft: true})
	for id, wants := range map[string][]string{
		"ledger":  {"批〔2026〕18号", "批准数量为 32 张，已下单 40 张，超过批准数量"},
		"devices": {"少 1 张", "报关单未登记", "型号为英伟达 H200 NVL，申请为英伟达 H200 SXM", "安装地点为其他机房，申请为余杭示例智算中心", "SN3"},
		"customs": {"不一致", "部分到货", "B1"},
	} {
		text := textOf(partOf(t, doc, id))
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", id, want)
			}
		}
	}
}

// TestUSFiguresAreComputed corrects a dense figure of the product: TPP, limits
// and duty band in the annexes follow, and nothing of it is typed.
func TestUSFiguresAreComputed(t *testing.T) {
	for _, c := range []struct{ value, metric, unit, tpp, limits, band string }{
		{"1979", "fp8_tflops", "TFLOPS", "15,832", "below the limits", "适用 25% 进口关税"},
		{"2187.5", "fp8_tflops", "TFLOPS", "17,500", "below the limits", "请咨询律师后再确定税率"},
		{"2700", "fp8_tflops", "TFLOPS", "21,600", "at or beyond a limit", "请咨询律师后再确定税率"},
		{"6600", "memory_bandwidth_gbs", "GB/s", "15,832", "at or beyond a limit", "请咨询律师后再确定税率"},
	} {
		f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) {
			part := add(t, a, "parts", "product", "H200 SXM", "supplier", "NVIDIA", "id", "h200_sxm", "domestic", "false")
			add(t, a, part.Join("figures"), "metric", c.metric, "value", c.value, "unit", c.unit, "dense", "true", "source", "出口商书面说明", "retrieved_on", "2026-11-02", "grade", "quoted")
		})
		doc := build(t, f, document.Options{Draft: true})
		sheet := textOf(partOf(t, doc, "supplier_sheet"))
		for _, want := range []string{"= " + c.tpp, "Product against the limits: " + c.limits} {
			if !strings.Contains(sheet, want) {
				t.Errorf("%s %s: the supplier sheet lacks %q", c.metric, c.value, want)
			}
		}
		if costs := textOf(partOf(t, doc, "costs")); !strings.Contains(costs, c.band) {
			t.Errorf("%s %s: the cost annex lacks %q", c.metric, c.value, c.band)
		}
		if comparison := textOf(partOf(t, doc, "comparison")); !strings.Contains(comparison, "出口商书面说明") || !strings.Contains(comparison, "加速器目录 "+f.Report.Context.Catalogue.Version) {
			t.Error("the comparison does not name catalogue and correction")
		}
	}
}

// TestConflictNotes prints the note that fits the place of storage.
func TestConflictNotes(t *testing.T) {
	for place, want := range map[string]string{"mainland": "kept in mainland China", "hong_kong_macau": "Hong Kong or Macau", "overseas": "presumption of denial"} {
		f := formstest.Open(t, formstest.Supported, func(a *forms.Answers) { formstest.Set(t, a, "product.storage_location", place) })
		if sheet := textOf(partOf(t, build(t, f, document.Options{Draft: true}), "supplier_sheet")); !strings.Contains(sheet, want) {
			t.Errorf("%s: the sheet lacks %q", place, want)
		}
	}
}

// TestOptionCharts draws every option of the figures that are known of two at least;
// what is not known is drawn as unknown.
func TestOptionCharts(t *testing.T) {
	f := formstest.Open(t, formstest.Supported, nil)
	charts := 0
	for _, b := range partOf(t, build(t, f, document.Options{}), "energy").Blocks {
		bars, ok := b.(document.Bars)
		if !ok {
			continue
		}
		charts++
		if len(bars.Bars) != len(f.Report.Options()) {
			t.Errorf("%s draws %d options", bars.Caption, len(bars.Bars))
		}
		known := 0
		for _, bar := range bars.Bars {
			if !bar.Unknown {
				known++
			}
			if bar.Unknown == (bar.Value > 0) || bar.Label == "" || bar.Text == "" {
				t.Errorf("%s: %+v", bars.Caption, bar)
			}
		}
		if first := bars.Bars[0]; first.Unknown || known < 2 {
			t.Errorf("%s: the product applied for is unknown, or stands alone", bars.Caption)
		}
	}
	if charts != 1 { // of one candidate the number is known, of none what it draws or costs
		t.Errorf("%d charts", charts)
	}
}
