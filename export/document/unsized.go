package document

import (
	"strings"

	"h200filing/forms"
	"h200filing/forms/sizing"
)

// unsized gathers the candidates of which no figure is known, with what they lack: a
// table of nothing but gaps would fill pages and say no more.
type unsized struct {
	lacks []string            // in the order in which they are met
	names map[string][]string // what is lacking → the candidates that lack it
}

// add takes a candidate in if no figure of it is known.
func (u *unsized) add(w *writer, name string, figures []sizing.Figure) bool {
	var missing []string
	for _, f := range figures {
		if f.State == sizing.Complete {
			return false
		}
		for _, key := range append(f.Missing[:len(f.Missing):len(f.Missing)], f.Unusable...) {
			missing = addNew(missing, w.input(key))
		}
	}
	lacks := w.join(missing)
	if u.names == nil {
		u.names = map[string][]string{}
	}
	u.lacks = addNew(u.lacks, lacks)
	u.names[lacks] = append(u.names[lacks], name)
	return true
}

// say names the candidates left out of the tables.
func (u *unsized) say(w *writer) {
	if len(u.lacks) == 0 {
		return
	}
	var items []string
	for _, lacks := range u.lacks {
		items = append(items, w.term("unsized.item", "products", w.join(u.names[lacks]), "names", lacks))
	}
	w.small(w.term("unsized", "items", strings.Join(items, w.term("semicolon"))))
}

// sizedOptions parts the candidates into those with a figure in the table of options
// and those without.
func (w *writer) sizedOptions(candidates []forms.Path) (sized []forms.Path, rest unsized) {
	for _, row := range candidates {
		var figures []sizing.Figure
		for _, key := range totals {
			figures = append(figures, w.report.Total(row, key))
		}
		if !rest.add(w, w.option(row), figures) {
			sized = append(sized, row)
		}
	}
	return sized, rest
}

// sizedResults does the same for the results of a workload.
func (w *writer) sizedResults(candidates []forms.SizedCandidate) (sized []sizing.Result, rest unsized) {
	for _, c := range candidates {
		var figures []sizing.Figure
		for _, key := range compared {
			if !w.unasked(key) {
				figures = append(figures, c.Result.Figure(key))
			}
		}
		if !rest.add(w, w.device(c.Result), figures) {
			sized = append(sized, c.Result)
		}
	}
	return sized, rest
}
