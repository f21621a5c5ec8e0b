package document

import (
	"cmp"
	"strconv"

	"h200filing/forms"
	"h200filing/forms/gap"
)

// supplierSheet gives the exporter, in English, what it has to tell the US side.
func (w *writer) supplierSheet() {
	w.small(w.term("sheet.note"))
	w.heading(1, w.term("sheet.product"))
	w.exactPairs("product.model", "product.form", "product.quantity", "product.unit_price", "product.goods_value", "product.contract_no", "product.exporter_name",
		"product.exporter_country", "product.exporter_address", "product.exporter_contact", "product.hs_code", "product.origin_country", "product.storage_location")
	w.add(w.limitTable())
	w.say("sheet.overall")
	w.clause("bis_rule")
	w.heading(1, w.term("sheet.parties"))
	w.add(w.parties())
	w.heading(1, w.term("sheet.end_use"))
	w.exactPairs("eligibility.purpose", "eligibility.military_end_use", "eligibility.classified_system", "project.name", "project.site_name", "project.site_address", "end_use.remote_access")
	for i, row := range w.report.Rows("workloads") {
		w.say("letter.item", "n", strconv.Itoa(i+1), "text", w.term("sheet.workload", "name", w.inText(row.Join("name")), "kind", w.inText(row.Join("kind")), "model", w.inText(row.Join("model_name"))))
	}
	w.labelledAt("end_use.statement")
	w.add(w.checks("end_use", "sheet", undertakings[:4]))
	w.heading(1, w.term("sheet.access"))
	if q := w.report.Question("end_use.remote_users"); q != nil {
		w.list(q)
	}
	for _, p := range []forms.Path{"end_use.kyc", "end_use.physical_security", "end_use.network_security"} {
		w.labelledAt(p)
	}
	w.heading(1, w.term("sheet.conflicts"))
	w.add(w.conflicts())
	w.clause("cross_law_conflict")
	w.sign()
}

func (w *writer) labelledAt(p forms.Path) {
	if q := w.report.Question(p); q != nil {
		w.labelled(q)
	}
}

// limitTable holds the product's own figures against the limits. The TPP is
// worked out from the dense figures, with the arithmetic under the table.
func (w *writer) limitTable() Table {
	t := Table{Columns: []Column{{Head: w.term("head.metric"), Share: 2}, {Head: w.term("sheet.limit"), Share: 1.5, Align: End}, {Head: w.term("sheet.own"), Share: 1.5, Align: End}, {Head: w.term("sheet.verdict"), Share: 1.5}, {Head: w.term("sheet.source"), Share: 4}}}
	for _, l := range forms.USExportLimits() {
		row := Row{Cells: []Cell{{Text: w.metric(l.Metric), Tone: Head}, {Text: w.term("sheet.below", "value", w.measured(l.Metric, *l.Below))}}}
		f, ok := w.ofProduct(l.Metric)
		switch {
		case !ok:
			row.Cells = append(row.Cells, Cell{Text: w.word("unknown"), Tone: Open}, Cell{Text: w.term("verdict.unknown"), Tone: Open}, Cell{})
		default:
			verdict := Cell{Text: w.term("sheet.within"), Tone: Good}
			if !l.Holds(*f.Value) {
				verdict = Cell{Text: w.term("sheet.beyond"), Tone: Bad}
			}
			row.Cells = append(row.Cells, Cell{Text: w.measured(l.Metric, *f.Value), Question: limited[l.Metric]}, verdict,
				Cell{Text: w.term("reference", "source", f.Source, "date", w.day(f.RetrievedOn), "grade", w.choice("grade", string(f.Grade)))})
		}
		t.Rows = append(t.Rows, row)
	}
	if tpp, m, f, ok := w.report.TPP(); ok {
		t.Notes = append(t.Notes, w.term("sheet.computed", "figure", w.measured(m.ID, f.Value), "bits", strconv.Itoa(m.Bits), "tpp", w.bare(tpp), "source", f.Source))
	}
	return t
}

// limited are the questions whose values are held against the US limits.
var limited = map[string]string{"tpp": "product.tpp", "memory_bandwidth_gbs": "product.dram_bandwidth_gbs"}

// ofProduct is a limited figure of the product with its source; the TPP bears
// that of the dense figure that it is worked out from.
func (w *writer) ofProduct(metric string) (gap.Fact, bool) {
	v, ok := w.decimal(forms.Path(limited[metric]))
	if !ok {
		return gap.Fact{}, false
	}
	fact, _ := w.reference(metric)
	if metric == "tpp" {
		if _, _, f, known := w.report.TPP(); known {
			fact = gap.Fact{Metric: metric, Grade: gap.Derived, Source: f.Source, RetrievedOn: f.RetrievedOn}
		}
	}
	fact.Value = &v
	return fact, true
}

// conflicts tells which points of Chinese and US law may clash, by the answers.
func (w *writer) conflicts() Table {
	t := Table{Columns: []Column{{Head: w.term("sheet.conflict.head"), Share: 1.3}, {Head: w.term("sheet.conflict.state"), Share: 1}, {Head: w.term("sheet.conflict.note"), Share: 3}}}
	for _, point := range []string{"visits", "data", "location"} {
		p := forms.Path("end_use.conflict_" + point)
		state := w.cell(p)
		switch w.value(p) {
		case "none", "handled":
			state.Tone = Good
		case "open":
			state.Tone = Bad
		default:
			state.Tone = Open
		}
		key := "sheet.conflict." + point
		if place := w.value("product.storage_location"); point == "location" {
			key += "." + cmp.Or(place, "mainland")
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.label(p), Tone: Head}, state, {Text: w.term(key)}}})
	}
	return t
}

// parties names purchaser, importer and end user; one that is the applicant
// bears its particulars.
func (w *writer) parties() Table {
	t := Table{Columns: []Column{{Head: w.term("sheet.role"), Share: 1}, {Head: w.term("sheet.name"), Share: 2}, {Head: w.label("applicant.uscc"), Share: 2}, {Head: w.term("sheet.address"), Share: 3}}}
	for _, role := range []string{"applicant", "importer", "end_user"} {
		name, code, address := forms.Path(role+".name"), forms.Path(role+".uscc"), forms.Path(role+".address")
		if role == "applicant" || w.yes(forms.Path(role+".same_as_applicant")) {
			name, code, address = "applicant.name", "applicant.uscc", "applicant.registered_address"
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.term("sheet.role." + role), Tone: Head}, w.cell(name), w.cell(code), w.cell(address)}})
	}
	return t
}
