package document

import (
	"strconv"

	"github.com/shopspring/decimal"

	"h200filing/forms"
)

// ledger is the way from draft to deployment, and the gate that no order passes
// without an approval or beyond it.
func (w *writer) ledger() {
	w.clause("approval_first")
	w.heading(1, w.term("ledger.table"))
	w.listAt("ledger")
	w.heading(1, w.term("ledger.gate"))
	w.exactPairs("record.approved", "record.ordered", "record.left_to_order", "record.gate")
	key := "ledger.gate.open"
	if gate := w.value("record.gate"); gate != "" {
		key = "ledger.gate." + gate
	}
	w.say(key)
}

// devices is the register of what arrived, held against what was approved,
// ordered and declared, and against model and site applied for.
func (w *writer) devices() {
	w.clause("end_user_statement")
	w.heading(1, w.term("devices.counts"))
	w.add(w.stages())
	w.exactPairs("record.awaited", "record.other_model", "record.other_site")
	w.heading(1, w.term("devices.declarations"))
	w.add(w.declarations())
	w.heading(1, w.term("devices.mismatches"))
	w.mismatches()
	w.heading(1, w.term("devices.table"))
	w.listAt("devices")
}

func (w *writer) listAt(list forms.Path) {
	if q := w.report.Question(list); q != nil {
		w.list(q)
	}
}

// stages sets the quantities side by side, from the application to retirement.
func (w *writer) stages() Table {
	t, row := Table{}, Row{}
	for _, stage := range [][2]string{{"applied", "product.quantity"}, {"approved", "record.approved"}, {"ordered", "record.ordered"},
		{"arrived", "record.arrived"}, {"in_service", "record.in_service"}, {"retired", "record.retired"}} {
		t.Columns = append(t.Columns, Column{Head: w.term("devices.stage." + stage[0]), Share: 1, Align: End})
		row.Cells = append(row.Cells, w.cell(forms.Path(stage[1])))
	}
	t.Rows = []Row{row}
	return t
}

// declarations holds each customs declaration against the register.
func (w *writer) declarations() Table {
	t := Table{}
	for i, head := range []string{"declaration", "declared", "arrived", "in_service", "retired", "result"} {
		c := Column{Head: w.term("devices.head." + head), Share: 1, Align: End}
		if i == 0 || head == "result" {
			c.Share, c.Align = 2, Start
		}
		t.Columns = append(t.Columns, c)
	}
	for _, d := range w.report.Declarations() {
		number, stated := d.Number, w.word("unknown")
		if number == "" {
			number = w.term("blank")
		}
		if d.Stated != nil {
			stated = w.bare(*d.Stated)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: number}, {Text: stated}, count(d.Arrived), count(d.InService), count(d.Retired), w.declared(d)}})
	}
	return t
}

func count(n int) Cell { return Cell{Text: strconv.Itoa(n)} }

// declared says whether declaration and register agree.
func (w *writer) declared(d forms.Declared) Cell {
	switch {
	case !d.Listed:
		return Cell{Text: w.term("devices.unlisted"), Tone: Open}
	case d.Stated == nil:
		return Cell{Text: w.word("unknown"), Tone: Open}
	}
	switch gap := d.Stated.Sub(decimal.NewFromInt(int64(d.Arrived))); {
	case gap.IsPositive():
		return Cell{Text: w.term("devices.missing", "n", w.bare(gap)), Tone: Open}
	case gap.IsNegative():
		return Cell{Text: w.term("devices.extra", "n", w.bare(gap.Abs())), Tone: Bad}
	}
	return Cell{Text: w.term("devices.same"), Tone: Good}
}

func (w *writer) mismatches() {
	all := w.report.DeviceMismatches()
	if len(all) == 0 {
		w.say("devices.none")
		return
	}
	t := Table{Columns: []Column{{Head: w.term("devices.head.serial"), Share: 1}, {Head: w.term("devices.head.mismatch"), Share: 3}}}
	for _, m := range all {
		key := "devices.mismatch.model"
		if m.Stated == "project.site_name" {
			key = "devices.mismatch.site"
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: w.report.RowTitle(m.Device, w.lang), Tone: Head},
			{Text: w.term(key, "value", w.inText(m.Answer), "stated", w.inText(m.Stated)), Tone: Bad}}})
	}
	w.add(t)
}
