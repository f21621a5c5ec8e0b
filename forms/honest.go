package forms

import (
	"strings"

	"h200filing/forms/honesty"
	"h200filing/i18n"
)

// honestyRule is the beginning of the ids of the findings on prose; the kind of
// package honesty follows.
const honestyRule = "honesty."

// checkProse holds every prose answer against the data. What experts wrote is
// theirs, so a difference there warns; the reason of an override is not checked.
func (e *evaluation) checkProse() {
	var checker *honesty.Checker
	for _, q := range e.report.questions {
		if q.Field.Type != TypeProse || q.State != Answered || q.Defaulted || strings.HasPrefix(q.Field.ID, "override.") {
			continue
		}
		if checker == nil {
			checker = honesty.NewChecker(e.factModel())
		}
		for _, f := range checker.Check(q.Raw, e.proseSubject(q.Path)) {
			level := Blocker
			if !f.Kind.Hard() || q.Field.Section.ID == "experts" {
				level = Warning
			}
			e.find(Finding{Rule: honestyRule + string(f.Kind), Level: level, Path: q.Path, Clause: q.Field.Clause, Passage: &f})
		}
	}
}

// proseSubject gives the candidate that a prose answer is about: that of its
// row, or the one that a counter-argument names.
func (e *evaluation) proseSubject(p Path) string {
	row := p.Parent()
	if row.Pattern() == "suppliers[]" {
		return e.report.Public(row)
	}
	name := e.word(row.Join("candidate"))
	for _, candidate := range e.rowPaths("suppliers") {
		if name != "" && e.word(candidate.Join("product")) == name {
			return e.report.Public(candidate)
		}
	}
	return ""
}

// passageMessage writes a finding on prose: the passage, what the data says
// instead, how to mend it.
func (r *Report) passageMessage(f *honesty.Finding, lang i18n.Lang) Message {
	terms := r.Form.Text(lang).Terms
	truths := make([]string, 0, len(f.Instead))
	for _, t := range f.Instead {
		truths = append(truths, r.truth(t, lang))
	}
	words := map[string]string{
		"words": f.Words, "subject": f.Subject, "sentence": f.Sentence, "instead": strings.Join(truths, terms["comma"]),
	}
	m := Message{What: fillBraces(terms[f.What()], words), Why: fillBraces(terms[f.Why()], words), Fix: fillBraces(terms[f.Fix()], words)}
	m.What = sentences(m.What, fillBraces(terms["honesty.at"], words))
	return m
}

func (r *Report) truth(t honesty.Truth, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	value, label := t.Value, t.Label
	if t.Key == honesty.TruthReply {
		value = text.Choices["reply"][t.Value]
	}
	if p, err := r.answers.Resolve(t.Path); label == "" && err == nil {
		label = r.Label(p, lang)
	}
	return strings.TrimSpace(fillBraces(text.Terms[t.Key], map[string]string{"subject": t.Subject, "label": label, "value": value, "unit": t.Unit}))
}
