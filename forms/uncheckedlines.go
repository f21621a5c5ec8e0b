package forms

import (
	"slices"

	"h200filing/i18n"
)

// UncheckedLine says for a reader what was not checked: at a question, in one
// line.
type UncheckedLine struct {
	Path Path
	Text string
}

// UncheckedLines lists what was not checked. Checks that wait for nothing but
// required answers are one line for each of these answers, and no line stands
// twice.
func (r *Report) UncheckedLines(lang i18n.Lang) []UncheckedLine {
	var out []UncheckedLine
	add := func(line UncheckedLine) {
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	for _, u := range r.Unchecked {
		if len(u.Missing) == 0 || slices.ContainsFunc(u.Missing, func(p Path) bool { return !r.wanted(p) }) {
			add(UncheckedLine{u.Path, r.UncheckedMessage(u, lang)})
			continue
		}
		for _, p := range u.Missing {
			text := fillBraces(r.Form.Text(lang).Terms["unchecked.required"], map[string]string{"label": r.Label(p, lang)})
			add(UncheckedLine{p, text})
		}
	}
	return out
}

// wanted reports whether a required question has no answer yet.
func (r *Report) wanted(p Path) bool {
	q := r.byPath[p]
	return q != nil && q.Field.Required && q.State == Unanswered
}
