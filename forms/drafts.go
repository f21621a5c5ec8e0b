package forms

import (
	"maps"
	"strings"

	"github.com/shopspring/decimal"

	"h200filing/forms/drafting"
	"h200filing/forms/rules"
	"h200filing/i18n"
)

// DraftParagraph is a paragraph as the program would write it today, and the
// values that it names.
type DraftParagraph struct {
	ID     string // stable: of the pack's template, and of the row where there is one a row
	Text   string // one line
	Values []Input
}

// Draft writes a prose question from the answers and from what the engines made
// of them, by the sentence templates of the pack. It says what the data shows
// and no more: a sentence whose condition is false or unknown is left out, and
// what a person has to add stands as a marked place. Nil where the question is
// not asked or the pack has no templates for it.
func (r *Report) Draft(p Path, lang i18n.Lang) []DraftParagraph {
	q := r.byPath[p]
	if q == nil || !r.Form.Draftable(q.Field.ID) {
		return nil
	}
	w := r.draftWriter(p, lang)
	var out []DraftParagraph
	for _, part := range r.Form.drafts()[q.Field.ID] {
		out = append(out, w.paragraphs(part)...)
	}
	return out
}

// draftWriter writes the drafts of one question.
type draftWriter struct {
	report *Report
	path   Path
	text   *Text
	lang   i18n.Lang
	env    rules.Env
	row    map[string]any // the current row; env["row"]
	values []Input
}

func (r *Report) draftWriter(p Path, lang i18n.Lang) *draftWriter {
	w := &draftWriter{report: r, path: p, text: r.Form.Text(lang), lang: lang, env: maps.Clone(r.env)}
	facts := maps.Clone(r.facts())
	facts["this"] = r.factsOf(p)
	w.env["facts"] = facts
	if row := p.Parent(); row != "" {
		w.enter(r.rowEnv(row))
	}
	return w
}

// enter makes a row the current row and returns the one it was before.
func (w *draftWriter) enter(row map[string]any) (before map[string]any) {
	before, w.row = w.row, row
	delete(w.env, "row")
	if row != nil {
		w.env["row"] = row
	}
	return before
}

// rowEnv finds the environment of a row.
func (r *Report) rowEnv(row Path) map[string]any {
	list, _, ok := row.split()
	if !ok {
		return nil
	}
	env := map[string]any(r.env)
	key := string(list)
	if outer := list.Parent(); outer != "" {
		env, key = r.rowEnv(outer), strings.TrimPrefix(string(list[len(outer):]), ".")
	}
	for env != nil {
		group, rest, ok := strings.Cut(key, ".")
		if !ok {
			break
		}
		env, _ = env[group].(map[string]any)
		key = rest
	}
	rows, _ := env[key].([]any)
	for _, item := range rows {
		if m, ok := item.(map[string]any); ok && m[rowPath] == row {
			return m
		}
	}
	return nil
}

// paragraphs writes a part that stands by itself: one paragraph, or one a row.
func (w *draftWriter) paragraphs(p *draftPart) []DraftParagraph {
	if p.each == nil || p.join != "" {
		return w.paragraph(p.id, func() string { return w.part(p) })
	}
	var out []DraftParagraph
	w.rows(p, func(row map[string]any) {
		path, _ := row[rowPath].(Path)
		_, id, _ := path.split()
		out = append(out, w.paragraph(p.id+"/"+id, func() string { return w.sentence(p) })...)
	})
	return out
}

func (w *draftWriter) paragraph(id string, write func() string) []DraftParagraph {
	w.values = nil
	text := strings.TrimSpace(write())
	if text == "" {
		return nil
	}
	return []DraftParagraph{{ID: id, Text: text, Values: w.values}}
}

// part writes a part: its sentence, or those of its rows joined.
func (w *draftWriter) part(p *draftPart) string {
	if p.each == nil {
		return w.sentence(p)
	}
	var all []string
	w.rows(p, func(map[string]any) {
		if s := w.sentence(p); s != "" {
			all = append(all, s)
		}
	})
	return strings.Join(all, w.text.Terms[p.join])
}

func (w *draftWriter) rows(p *draftPart, visit func(row map[string]any)) {
	list, err := p.each.Eval(w.env)
	rows, ok := list.([]any)
	if err != nil || !ok {
		return // the list is not asked
	}
	for _, item := range rows {
		if row, ok := item.(map[string]any); ok {
			before := w.enter(row)
			visit(row)
			w.enter(before)
		}
	}
}

// sentence writes the first case that is true, or all of them.
func (w *draftWriter) sentence(p *draftPart) string {
	if !w.holds(p.when) {
		return ""
	}
	var all []string
	for _, c := range p.cases {
		if !w.holds(c.when) {
			continue
		}
		all = append(all, drafting.Fill(w.text.Terms[c.text], func(name string) string { return w.word(name, p) }))
		if !p.all {
			break
		}
	}
	return strings.Join(all, w.text.Terms[p.join])
}

func (w *draftWriter) holds(e *rules.Expr) bool {
	if e == nil {
		return true
	}
	truth, err := e.Test(w.env)
	return err == nil && truth == rules.True
}

// word fills a brace: a value or part of the draft, a column of the current row,
// or a question of the form.
func (w *draftWriter) word(name string, p *draftPart) string {
	if e := p.values[name]; e != nil {
		return w.value(name, e)
	}
	if part := p.parts[name]; part != nil {
		return w.part(part)
	}
	key, ok := strings.CutPrefix(name, "row.")
	if !ok {
		return w.answer(Path(name))
	}
	path, _ := w.row[rowPath].(Path)
	words, _ := w.row[rowWords].(factWords)
	if fact, ok := words[key]; ok {
		s := fact.write(w.report, w.lang)
		w.note(path, w.label(w.row, path), s)
		return s
	}
	return w.answer(path.Join(key))
}

// answer writes a question. One that a person has to answer yet leaves a marked
// place, a computed one that lacks something says so.
func (w *draftWriter) answer(p Path) string {
	q := w.report.byPath[p]
	label := w.text.Fields[p.Pattern()].Label
	if q == nil || !q.State.Known() {
		key := missingTerm
		if f := w.report.Form.fields[p.Pattern()]; f == nil || f.Computed() {
			key = "draft.unknown"
		}
		return fillBraces(w.text.Terms[key], map[string]string{"label": label})
	}
	s := w.report.Display(q, w.lang)
	w.note(p, w.report.Label(p, w.lang), s)
	return s
}

// amountSuffix ends the names of values that are amounts of money.
const amountSuffix = "_cny"

// value writes the result of an expression. One that hangs on a question that
// has to be answered yet leaves a marked place.
func (w *draftWriter) value(name string, e *rules.Expr) string {
	v, err := e.Eval(w.env)
	inputs := w.inputs(e)
	if err != nil || v == nil {
		for _, p := range inputs {
			if q := w.report.byPath[p]; q == nil || !q.State.Known() {
				return w.answer(p)
			}
		}
		return w.text.Terms["draft.unknown"]
	}
	s := w.report.display(v, nil, w.lang)
	if n, ok := v.(decimal.Decimal); ok {
		s = number(n.Round(2), nil)
		if strings.HasSuffix(name, amountSuffix) {
			s = grouped(n.StringFixed(2))
		}
	}
	path := w.path
	if len(inputs) > 0 {
		path = inputs[0]
	}
	w.note(path, w.text.Fields[path.Pattern()].Label, s)
	return s
}

// inputs lists the questions that an expression reads, in the current row where
// they are columns; facts stand for the survey of suppliers that they rest on.
func (w *draftWriter) inputs(e *rules.Expr) []Path {
	var out []Path
	row, _ := w.row[rowPath].(Path)
	for _, ref := range e.Refs() {
		f := w.report.Form.fields[ref]
		switch {
		case strings.HasPrefix(ref, factGroup):
			out = append(out, "suppliers")
		case f == nil:
		case f.Type == TypeRows || f.List == nil:
			out = append(out, Path(ref))
		case row != "" && row.Join(f.Key).Pattern() == ref:
			out = append(out, row.Join(f.Key))
		}
	}
	return out
}

// label names a fact: the candidate and the metric it is about.
func (w *draftWriter) label(row map[string]any, path Path) string {
	label := w.report.RowTitle(path, w.lang)
	if words, _ := row[rowWords].(factWords); words["metric"] != nil {
		label += w.text.Terms["label.of"] + words["metric"].write(w.report, w.lang)
	}
	return label
}

func (w *draftWriter) note(path Path, label, display string) {
	in := Input{Path: path, Label: label, Display: display}
	for _, old := range w.values {
		if old == in {
			return
		}
	}
	w.values = append(w.values, in)
}
