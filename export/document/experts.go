package document

import (
	"fmt"
	"strconv"

	"h200filing/forms"
)

// experts is the panel's opinion, followed by a sheet for each expert to sign.
func (w *writer) experts() {
	w.clause("import_products_panel")
	w.heading(1, w.term("experts.panel"))
	w.section("experts", without("experts"))
	rows := w.report.Rows("experts")
	w.heading(1, w.term("experts.members"))
	if len(rows) == 0 {
		w.say("no_rows")
		return
	}
	var columns []*forms.Field
	for _, f := range w.columnsOf("experts") {
		switch f.Key {
		case "phone", "id_number", "opinion", "dissent": // on the sheets
		default:
			columns = append(columns, f)
		}
	}
	w.add(w.table("", columns, rows))
	w.heading(1, w.term("experts.votes"))
	for _, vote := range []string{"vote_unavailable", "vote_terms"} {
		yes, no := 0, 0
		for _, row := range rows {
			switch {
			case w.yes(row.Join(vote)):
				yes++
			case w.known(row.Join(vote)):
				no++
			}
		}
		w.say("experts."+vote, "yes", strconv.Itoa(yes), "no", strconv.Itoa(no))
	}
	for i, row := range rows {
		w.sheets = append(w.sheets, w.expertSheet(i+1, row))
	}
}

// expertSheet is a page of its own, so that each expert signs one's own words.
func (w *writer) expertSheet(n int, row forms.Path) Part {
	sheet := w.source.writer(w.lang, w.id)
	sheet.add(Pairs{Items: []Pair{
		{Label: w.label("project.name"), Value: w.inText("project.name"), Question: "project.name", Wide: true},
		{Label: w.term("head.product"), Value: w.term("experts.product"), Wide: true},
	}})
	sheet.form(w.columnsOf("experts"), row, nil)
	sheet.add(
		Paragraph{Text: w.term("experts.independent")},
		Signature{Lines: []Pair{{Label: w.term("experts.sign")}}, Date: w.term("sign.date")},
	)
	return Part{
		ID:    fmt.Sprintf("expert-%d", n),
		Label: w.term("annex.sheet", "n", w.annexes[w.id], "sheet", strconv.Itoa(n)),
		Title: w.term("experts.sheet", "name", w.report.RowTitle(row, w.lang)),
		Lang:  w.lang, Blocks: sheet.blocks,
	}
}
