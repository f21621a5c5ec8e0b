package forms

import (
	"regexp"
	"strings"

	"h200filing/forms/sizing"
	"h200filing/i18n"
)

// engineFigures gives the figure of the sizing that a field shows.
var engineFigures = map[string]sizing.Key{
	"sizing.memory":      sizing.MemoryNeeded,
	"sizing.bandwidth":   sizing.BandwidthNeeded,
	"sizing.compute":     sizing.ComputeNeeded,
	"sizing.per_replica": sizing.PerReplica,
	"sizing.devices":     sizing.Devices,
	"sizing.nodes":       sizing.Nodes,
	"sizing.racks":       sizing.Racks,
	"sizing.power":       sizing.ITPower,
}

// explainFigure explains a value that the sizing gives, with the steps that lead
// to it.
func (r *Report) explainFigure(q *Question, lang i18n.Lang) Explanation {
	x := Explanation{Missing: q.Missing}
	key, ok := engineFigures[q.Field.Engine]
	s := r.SizedAt(q.Path.Parent())
	if !ok || s == nil {
		return x
	}
	f := s.Product.Figure(key)
	if f.State != sizing.Complete {
		return x
	}
	formula, filled := r.FigureFormula(f, lang)
	x.Formula = r.Form.Text(lang).Fields[q.Field.ID].Label + " = " + formula
	x.Applied, x.Filled = x.Formula, filled
	for _, in := range f.Inputs {
		x.Inputs = append(x.Inputs, Input{Label: r.FigureName(in.Key, lang), Display: number(in.Value, nil) + " " + in.Unit})
	}
	return x
}

var formulaWord = regexp.MustCompile(`([a-z][a-z0-9_.]*)(%?)`)

// FigureFormula writes the formula of a figure of the sizing for a reader, and
// the same with its values.
func (r *Report) FigureFormula(f sizing.Figure, lang i18n.Lang) (formula, filled string) {
	text := r.Form.Text(lang)
	values := map[string]string{}
	for _, in := range f.Inputs {
		values[in.Key] = number(in.Value, nil)
	}
	bare := strings.ReplaceAll(f.Formula, ", ", operators(text)[","])
	write := func(name func(key, percent string) string) string {
		return formulaWord.ReplaceAllStringFunc(bare, func(s string) string {
			key, percent := strings.TrimSuffix(s, "%"), ""
			if key != s {
				percent = "%"
			}
			switch key {
			case "ceil", "floor", "min", "max":
				return text.Terms["doc.function."+key]
			}
			return name(key, percent)
		})
	}
	return inBrackets(write(func(key, _ string) string { return r.FigureName(key, lang) }), text),
		write(func(key, percent string) string { return values[key] + percent })
}

// FigureName names an input or figure of the sizing: a question, a metric of the
// device, or an earlier step.
func (r *Report) FigureName(key string, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	if metric, ok := strings.CutPrefix(key, "device."); ok {
		return r.MetricName(metric, lang)
	}
	if name := text.Terms["doc.figure."+key]; name != "" {
		return name
	}
	for _, id := range []string{"workloads[]." + key, key} {
		if f := r.Form.fields[id]; f != nil {
			return text.Fields[id].Label
		}
	}
	return key
}
