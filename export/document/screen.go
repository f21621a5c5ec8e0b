package document

import (
	"errors"

	"h200filing/forms"
	"h200filing/forms/gap"
	"h200filing/i18n"
)

// Comparison is the comparison of the filing for a screen: the words and numbers
// of annex and charts, without the tables around them.
type Comparison struct {
	Needs      []Need
	Candidates []Candidate
	Cells      [][]Standing // by need, then by candidate
	Charts     []Bars       // one a need that is a number
	Options    []Bars       // cost and power of what could be bought
}

// Need is a requirement in words.
type Need struct {
	Row      forms.Path
	Text     string // "显存容量（GB） 不低于 136"
	Decisive bool
}

// Candidate is a candidate with what excludes it, or would settle it.
type Candidate struct {
	Row      forms.Path
	Name     string
	Excluded bool
	Verdict  string // in a word
	Grounds  []string
	Settle   []string
}

// Standing is how a candidate stands against a need.
type Standing struct {
	Tone   Tone
	Word   string     // "满足"
	Figure string     // "128 GB", or what stands for none
	Gap    string     // "低于要求 5.9%", or ""
	Source string     // with date and grade, or ""
	Fact   forms.Path // the row of the figure, or of the candidate
}

// Compare says for a screen how the candidates stand, in a language. Unlike the
// filing it takes milliseconds, and may be asked for after every change.
func Compare(report *forms.Report, lang i18n.Lang) (Comparison, error) {
	s := newSource(report, Options{Draft: true, Lang: lang})
	w := s.writer(lang, "comparison")
	var out Comparison
	candidates := report.Rows("suppliers")
	for _, row := range candidates {
		out.Candidates = append(out.Candidates, w.candidate(row))
	}
	for _, row := range report.Rows("requirements") {
		out.Needs = append(out.Needs, Need{Row: row, Text: w.need(row), Decisive: w.yes(row.Join("decisive"))})
		var line []Standing
		for _, c := range candidates {
			line = append(line, w.standing(row, c))
		}
		out.Cells = append(out.Cells, line)
		if bars, ok := w.bars(row, candidates); ok && len(candidates) > 0 {
			out.Charts = append(out.Charts, bars)
		}
	}
	for _, c := range charts {
		out.Options = append(out.Options, w.optionBars(c))
	}
	return out, errors.Join(s.faults...)
}

func (w *writer) candidate(row forms.Path) Candidate {
	c := Candidate{Row: row, Name: w.report.RowTitle(row, w.lang)}
	x, ok := w.report.Examined(row)
	if !ok {
		return c
	}
	c.Excluded, c.Verdict = x.Excluded, w.inText(row.Join("verdict"))
	for _, g := range x.Grounds {
		c.Grounds = append(c.Grounds, w.exclusion(g))
	}
	for _, s := range x.Settle {
		c.Settle = append(c.Settle, w.settlement(row, s))
	}
	return c
}

func (w *writer) standing(requirement, candidate forms.Path) Standing {
	cell, _ := w.report.Cell(requirement, candidate)
	if cell.Verdict == "" {
		cell.Verdict = gap.Unknown
	}
	out := Standing{Tone: tones[cell.Verdict], Word: w.term("verdict." + string(cell.Verdict)), Fact: candidate}
	switch {
	case cell.Fact != nil && cell.Fact.Value != nil:
		out.Figure = w.measured(cell.Metric, *cell.Fact.Value)
		out.Source = w.sourceOf(*cell.Fact)
	case cell.Verdict == gap.Unknown:
		out.Figure = w.word("not_disclosed")
	}
	if cell.GapPercent != nil {
		out.Gap = w.distance(w.value(requirement.Join("op")), *cell.GapPercent)
	}
	for _, fact := range w.report.Rows(candidate.Join("facts")) {
		if w.value(fact.Join("metric")) == w.value(requirement.Join("metric")) {
			out.Fact = fact
		}
	}
	return out
}
