package document

import (
	"strconv"

	"h200filing/forms"
)

// catalogueNote says which catalogue the figures come from, and how many of its
// parts are the applicant's own.
func (w *writer) catalogueNote() {
	c := w.report.Context.Catalogue
	if c == nil {
		return
	}
	w.small(w.term("catalogue", "version", c.Version, "date", w.day(c.Date)))
	if n := len(w.report.Rows("parts")); n > 0 {
		w.small(w.term("catalogue.own", "n", strconv.Itoa(n)))
	}
}

// ownParts lists what the applicant added to the catalogue or corrected in it,
// figure by figure with its source.
func (w *writer) ownParts() {
	rows := w.report.Rows("parts")
	if len(rows) == 0 {
		return
	}
	w.heading(1, w.label("parts"))
	var columns []*forms.Field
	for _, f := range w.columnsOf("parts") {
		if f.Type != forms.TypeRows {
			columns = append(columns, f)
		}
	}
	w.add(w.table("", columns, rows))
	t := Table{Caption: w.label("parts[].figures")}
	figures := w.columnsOf("parts[].figures")
	for _, f := range figures {
		t.Columns = append(t.Columns, Column{Head: w.text.Fields[f.ID].Label, Share: share(f), Align: align(f)})
	}
	for _, row := range rows {
		t.Rows = append(t.Rows, Row{Band: w.report.RowTitle(row, w.lang)})
		for _, figure := range w.report.Rows(row.Join("figures")) {
			var cells []Cell
			for _, f := range figures {
				if w.report.Question(figure.Join(f.Key)) == nil { // dense is asked of compute figures only
					cells = append(cells, Cell{Text: w.term("not_applicable")})
					continue
				}
				cells = append(cells, w.cell(figure.Join(f.Key)))
			}
			t.Rows = append(t.Rows, Row{Cells: cells})
		}
	}
	w.add(t)
}
