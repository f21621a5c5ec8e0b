package document

import (
	"slices"

	"h200filing/forms"
	"h200filing/forms/sizing"
)

// energy tells what the accelerators draw and which subsidy is forgone, for the
// product applied for and for each candidate.
func (w *writer) energy() {
	w.clause("energy_subsidy")
	w.heading(1, w.term("energy.answers"))
	w.section("energy", nil)
	w.reported()
	w.heading(1, w.term("energy.options"))
	if len(w.report.Sizing) == 0 {
		w.say("energy.none")
		return
	}
	options := w.report.Options() // the first is the product applied for
	sized, rest := w.sizedOptions(options[1:])
	for _, some := range abreast(sized, across) {
		w.add(w.optionTable(slices.Concat(options[:1], some), totals))
	}
	if len(sized) == 0 {
		w.add(w.optionTable(options[:1], alone))
	}
	rest.say(w)
	w.small(w.term("energy.note"))
	w.optionCharts()
}

// optionCharts draws the figures that are known of at least two options: with one
// there is nothing to compare.
func (w *writer) optionCharts() {
	var drawn []Block
	note := w.term("energy.charts.note")
	for _, c := range charts {
		bars := w.fewUnknown(w.optionBars(c))
		known := 0
		for _, b := range bars.Bars {
			if !b.Unknown {
				known++
			}
		}
		if known > 1 {
			drawn = append(drawn, bars)
			if c.key == sizing.PurchaseCost {
				note = w.term("energy.charts.purchase") + note
			}
		}
	}
	if len(drawn) == 0 {
		return
	}
	w.heading(1, w.term("energy.charts"))
	w.add(drawn...)
	w.small(note)
}

// reported says whether the site lies where the subsidy is reported.
func (w *writer) reported() {
	switch q := w.report.Question("energy.subsidy_reported"); {
	case q == nil || !q.State.Known():
		w.say("energy.reported.open")
	case q.Value == true:
		w.say("energy.reported.here")
	default:
		w.say("energy.reported.elsewhere")
	}
}

// chart is a picture of the options: its caption and the figure that it draws.
type chart struct {
	caption string
	key     sizing.Key
}

// charts are the pictures of what the options take, draw and cost.
var charts = []chart{
	{"chart.devices", sizing.Installed}, {"chart.it_power", sizing.ITPower},
	{"chart.annual_cost", sizing.AnnualCost}, {"chart.purchase", sizing.PurchaseCost},
}

// optionBars draws a figure of every option; one that is not known is drawn as
// unknown, and the table of options says what it lacks.
func (w *writer) optionBars(c chart) Bars {
	b := Bars{Caption: w.term(c.caption)}
	for _, row := range w.report.Options() {
		f := w.report.Total(row, c.key)
		bar := Bar{Label: w.option(row), Text: w.word("unknown"), Tone: Open, Unknown: true}
		switch f.State {
		case sizing.Complete:
			bar.Value, bar.Text, bar.Tone, bar.Unknown = f.Value.InexactFloat64(), w.figure(f).Text, Plain, false
		case sizing.NotApplicable:
			bar.Text, bar.Tone = w.figure(f).Text, Plain
		}
		b.Bars = append(b.Bars, bar)
	}
	return b
}

// option names a way to meet the need; the empty row is the product applied for.
func (w *writer) option(row forms.Path) string {
	if row == "" {
		return w.inText("product.model")
	}
	return w.report.RowTitle(row, w.lang)
}

// total is a figure of an option. What the applicant forgoes is an answer of the form,
// rounded to the fen there; it is not worked out a second time.
func (w *writer) total(row forms.Path, key sizing.Key) Cell {
	if forgone := forms.Path("energy.subsidy_forgone_cny"); row == "" && key == sizing.SubsidyDifference && w.known(forgone) {
		return Cell{Text: w.plain(forgone)}
	}
	return w.figure(w.report.Total(row, key))
}

// totals are the figures that add up over the workloads.
var totals = []sizing.Key{sizing.Installed, sizing.ITPower, sizing.AnnualEnergy, sizing.AnnualCost, sizing.SubsidisedCost, sizing.SubsidyDifference}

// alone are those of the product applied for that the answers above do not tell.
var alone = []sizing.Key{sizing.Installed, sizing.ITPower}

// optionTable is a table of options; the empty row is the product applied for.
func (w *writer) optionTable(rows []forms.Path, figures []sizing.Key) Table {
	t := Table{Columns: []Column{{Head: w.term("head.figure"), Share: 1.4}}}
	for _, row := range rows {
		t.Columns = append(t.Columns, Column{Head: w.option(row), Share: 1.3, Align: End})
	}
	var open gaps
	for _, key := range figures {
		line := Row{Cells: []Cell{{Text: w.input(string(key)), Tone: Head}}}
		for _, row := range rows {
			line.Cells = append(line.Cells, open.short(w, w.total(row, key)))
		}
		t.Rows = append(t.Rows, line)
	}
	t.Notes = open.notes
	return t
}
