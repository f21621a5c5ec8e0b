package forms

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"h200filing/forms/accelerator"
	"h200filing/forms/rules"
	"h200filing/forms/sizing"
)

// Context is what an evaluation needs beside form and answers. Outputs depend on
// nothing else: same answers, same context, same report.
type Context struct {
	Today     time.Time // the day, at 00:00 UTC
	Catalogue *accelerator.Catalogue
	// Files tells size and pages of the attachments by SHA-256.
	Files map[string]FileInfo
	// Missing lists the characters of a text that the outputs cannot show; nil
	// leaves that unchecked.
	Missing func(text string) []rune
}

// FileInfo describes the content of an attachment.
type FileInfo struct {
	Size      int64 // bytes
	Pages     int   // pages of a PDF, 1 for an image, 0 where it could not be read
	MediaType string
}

// Evaluate computes everything that follows from the answers: which questions
// are asked, typed and computed values, findings, sizing and gap. It is pure,
// reads no clock and no file, and takes a few milliseconds at most.
func Evaluate(form *Form, answers *Answers, context Context) *Report {
	e := &evaluation{
		report: &Report{Form: form, Context: context, answers: answers.Clone(), byPath: make(map[Path]*Question, 2*len(form.fields))},
		env:    rules.Env{"today": context.Today},
		rows:   map[*Field][]instance{},

		devices: map[Path]sizing.Device{},
		parts:   map[partName]partFound{},
	}
	e.groups()
	for _, f := range form.early {
		e.field(f)
	}
	e.shipped = context.Catalogue
	e.catalogue()
	e.references()
	e.engines()
	for _, f := range form.late {
		e.field(f)
	}
	e.list()
	e.requirements()
	e.catalogueFindings()
	e.report.applied = make([]application, 0, 2*len(form.Rules))
	for _, r := range form.Rules {
		if r.complete() {
			e.rule(r)
		}
	}
	e.report.env, e.report.facts = e.env, sync.OnceValue(e.report.draftFacts)
	e.drafted()
	e.checkProse()
	e.report.sortFindings()
	return e.report
}

// instance is one place where a field stands: the row it is in, and that row's
// part of the environment. The zero path is the top.
type instance struct {
	row Path
	env map[string]any
}

type evaluation struct {
	report *Report
	env    rules.Env
	rows   map[*Field][]instance // visible rows of the lists done so far

	shipped *accelerator.Catalogue // without the applicant's parts
	devices map[Path]sizing.Device // candidates as they are sized, by row
	parts   map[partName]partFound // parts of a catalogue as they were looked up
	made    []Question             // room for the next questions
}

// groups lays out the nested maps, so that an unanswered question reads as
// unknown and not as an error.
func (e *evaluation) groups() {
	e.report.Form.Walk(func(f *Field) {
		if f.List == nil {
			e.slot(e.env, f.ID)
		}
	})
}

// slot finds the map that a dotted id ends in.
func (e *evaluation) slot(env map[string]any, id string) map[string]any {
	for {
		group, rest, ok := strings.Cut(id, ".")
		if !ok {
			return env
		}
		inner, ok := env[group].(map[string]any)
		if !ok {
			inner = map[string]any{}
			env[group] = inner
		}
		env, id = inner, rest
	}
}

// places lists the visible places of a field.
func (e *evaluation) places(f *Field) []instance {
	if f.List == nil {
		return []instance{{}}
	}
	return e.rows[f.List]
}

func (e *evaluation) field(f *Field) {
	for _, at := range e.places(f) {
		path := Path(f.ID)
		slot := e.slot(e.env, f.ID)
		if f.List != nil {
			path, slot = at.row.Join(f.Key), at.env
		}
		e.env["row"] = at.env
		if f.When != nil {
			if truth, err := f.When.Test(e.env); truth != rules.True || err != nil {
				continue
			}
		}
		q := e.question(path, f)
		e.report.byPath[path] = q
		e.value(q, at)
		if q.State.Known() && f.Type != TypeRows {
			slot[f.Key] = q.expression()
		}
		if f.Type == TypeRows {
			slot[f.Key] = e.openRows(f, path)
		}
	}
	delete(e.env, "row")
}

// questionsAtOnce is the number of questions for which room is made at a time.
const questionsAtOnce = 64

// question makes a question.
func (e *evaluation) question(p Path, f *Field) *Question {
	if len(e.made) == 0 {
		e.made = make([]Question, questionsAtOnce)
	}
	q := &e.made[0]
	e.made = e.made[1:]
	q.Path, q.Field, q.Raw = p, f, e.report.answers.Get(p)
	return q
}

// openRows makes the environment of a list's rows.
func (e *evaluation) openRows(f *Field, list Path) []any {
	out := []any{}
	for _, id := range e.report.answers.Rows(list) {
		at := instance{row: list.Row(id), env: map[string]any{}}
		at.env[rowPath] = at.row
		for _, column := range f.Fields {
			if column.Type == TypeRows {
				at.env[column.Key] = []any{}
			}
		}
		e.rows[f] = append(e.rows[f], at)
		out = append(out, at.env)
	}
	return out
}

// value reads or computes the value of a question.
func (e *evaluation) value(q *Question, at instance) {
	f := q.Field
	switch {
	case f.Type == TypeRows:
		q.State = Answered
	case f.Engine != "":
		e.engineValue(q)
	case f.Compute != nil:
		e.compute(q, at)
	default:
		q.read(e.report.Form.Choices)
	}
}

// read takes what was typed, or else the default.
func (q *Question) read(choices map[string][]string) {
	raw := q.Raw
	if raw == "" {
		if raw, q.Defaulted = q.Field.Default, q.Field.Default != ""; raw == "" {
			return
		}
	}
	q.Value, q.Flaw = q.Field.Value(raw, choices)
	q.State = Answered
	if q.Flaw != "" {
		q.State = Flawed
	}
}

// compute evaluates a formula. What stands on a list that has to have rows is
// incomplete while it has none: an empty list is not yet filled in, not zero.
func (e *evaluation) compute(q *Question, at instance) {
	if empty := e.unfilled(q.Field.Compute.Refs()); len(empty) > 0 {
		q.State, q.Missing = Incomplete, empty
		return
	}
	v, err := q.Field.Compute.Eval(e.env)
	q.State = Computed
	if err != nil || v == nil {
		q.State, q.Missing = Incomplete, e.missing(q.Field.Compute.Refs(), at)
		return
	}
	q.Value = q.Field.fit(v)
}

// unfilled lists the lists of the form among refs that need rows and have none.
func (e *evaluation) unfilled(refs []string) []Path {
	var out []Path
	for _, ref := range refs {
		f := e.report.Form.fields[ref]
		if f != nil && f.Type == TypeRows && f.List == nil && f.Least > 0 && len(e.rows[f]) == 0 {
			out = append(out, Path(ref))
		}
	}
	return out
}

// missing lists the paths among refs that are not known. Columns of lists are
// looked up in the current row, or in every row.
func (e *evaluation) missing(refs []string, at instance) []Path {
	var out []Path
	for _, ref := range refs {
		f := e.report.Form.fields[ref]
		if f == nil || f.Type == TypeRows {
			continue
		}
		for _, place := range e.places(f) {
			path := Path(ref)
			if f.List != nil {
				path = place.row.Join(f.Key)
			}
			if at.row != "" && f.List != nil && !place.row.Within(at.row) {
				continue
			}
			if q := e.report.byPath[path]; q != nil && !q.State.Known() {
				out = append(out, path)
			}
		}
	}
	return out
}

// partCheck is the check of a text that names a part of the catalogue.
const partCheck = "part"

// references checks, in form order, that every ref names a row, and every id of
// a part one of the catalogue; one that does not is flawed and counts as unknown.
func (e *evaluation) references() {
	for _, f := range e.report.Form.early {
		if f.Ref == "" && f.Check != partCheck {
			continue
		}
		for _, at := range e.places(f) {
			path, slot := Path(f.ID), e.slot(e.env, f.ID)
			if f.List != nil {
				path, slot = at.row.Join(f.Key), at.env
			}
			q := e.report.byPath[path]
			if q == nil || q.State != Answered {
				continue
			}
			if flaw := e.referenceFlaw(q); flaw != "" {
				q.State, q.Flaw = Flawed, flaw
				delete(slot, f.Key)
			}
		}
	}
}

// referenceFlaw says why a reference is none, or "".
func (e *evaluation) referenceFlaw(q *Question) Flaw {
	f := q.Field
	if c := e.report.Context.Catalogue; f.Check == partCheck && c != nil {
		if _, ok := c.ByID(e.word(q.Path)); !ok {
			return NoSuchPart
		}
	}
	if f.Ref == "" {
		return ""
	}
	titles := e.titles(f.Ref)
	for _, name := range q.names() {
		if !titles[name] {
			return NoSuchRow
		}
	}
	return ""
}

func (q *Question) names() []string {
	switch v := q.Value.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	}
	return nil
}

func (e *evaluation) titles(column string) map[string]bool {
	f := e.report.Form.fields[column]
	out := map[string]bool{}
	for _, at := range e.rows[f.List] {
		if title, ok := at.env[f.Key].(string); ok {
			out[title] = true
		}
	}
	return out
}

// list puts the visible questions in form order.
func (e *evaluation) list() {
	for _, s := range e.report.Form.Sections {
		e.listFields(s.Fields, "")
	}
}

func (e *evaluation) listFields(fields []*Field, row Path) {
	for _, f := range fields {
		path := Path(f.ID)
		if row != "" {
			path = row.Join(f.Key)
		}
		q := e.report.byPath[path]
		if q == nil {
			continue
		}
		q.order = len(e.report.questions)
		e.report.questions = append(e.report.questions, q)
		if f.Type == TypeRows {
			for _, id := range e.report.answers.Rows(path) {
				e.listFields(f.Fields, path.Row(id))
			}
		}
	}
}

// requirements finds flawed answers, required questions without an answer, and
// lists with too few rows.
func (e *evaluation) requirements() {
	for _, q := range e.report.questions {
		if unseen := named(Unseen(q.Raw)); unseen != "" {
			e.find(Finding{Rule: unseenCharacterRule, Level: Warning, Path: q.Path, Clause: q.Field.Clause, values: map[string]any{"characters": unseen}})
		}
		switch {
		case q.Flaw != "":
			e.find(Finding{Rule: string(q.Flaw), Level: Blocker, Path: q.Path, Clause: q.Field.Clause, values: q.Field.limits(q.Flaw, q.Raw)})
		case e.unshown(q) != "":
			e.find(Finding{Rule: missingCharacterRule, Level: Warning, Path: q.Path, Clause: q.Field.Clause, values: map[string]any{"characters": e.unshown(q)}})
		case q.Field.Required && q.State == Unanswered:
			e.find(Finding{Rule: RequiredRule, Level: Blocker, Path: q.Path, Clause: q.Field.Clause})
		case q.Field.Type == TypeRows && len(e.report.answers.Rows(q.Path)) < q.Field.Least:
			e.find(Finding{Rule: FewRowsRule, Level: Blocker, Path: q.Path, Clause: q.Field.Clause})
		}
	}
}

// unshown lists the characters of an answer that the outputs cannot show, with
// their code points.
func (e *evaluation) unshown(q *Question) string {
	if e.report.Context.Missing == nil || q.Raw == "" {
		return ""
	}
	var names []string
	for _, r := range e.report.Context.Missing(q.Raw) {
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return strings.Join(names, " ")
}

func (e *evaluation) find(f Finding) { e.report.Findings = append(e.report.Findings, f) }

func (e *evaluation) rule(r *Rule) {
	if r.Each == "" {
		e.check(r, instance{}, nil)
		return
	}
	rows := e.rows[e.report.Form.fields[r.Each]]
	alike := countAlike(rows, r.Distinct)
	for _, at := range rows {
		e.check(r, at, alike)
	}
}

// check applies a rule at one place; alike has the rows that a rule of distinct rows
// compares.
func (e *evaluation) check(r *Rule, at instance, alike alikeRows) {
	q := e.shownAt(r, at)
	if q == nil {
		return
	}
	e.env["row"] = at.env
	defer delete(e.env, "row")
	if r.When != nil {
		switch truth, _ := r.When.Test(e.env); truth {
		case rules.False:
			return
		case rules.Unknown:
			e.unchecked(r, q, at, r.When.Refs())
			return
		}
	}
	switch e.holds(r, at, alike) {
	case rules.False:
		if q.State == Flawed {
			break // the flaw is told already; what rests on it waits
		}
		e.find(Finding{Rule: r.ID, Level: r.Level, Path: q.Path, Clause: r.Clause, values: e.ruleValues(r)})
	case rules.Unknown:
		e.unchecked(r, q, at, r.refs())
	}
	e.report.applied = append(e.report.applied, application{rule: r.ID, path: q.Path})
}

// shownAt gives the question that a rule's finding is shown at: the first of
// its fields that is asked at this place.
func (e *evaluation) shownAt(r *Rule, at instance) *Question {
	for _, pattern := range r.Fields {
		f := e.report.Form.fields[pattern]
		path := Path(pattern)
		if f.List != nil {
			if f.List.ID != r.Each {
				continue
			}
			path = at.row.Join(f.Key)
		}
		if q := e.report.byPath[path]; q != nil {
			return q
		}
	}
	return nil
}

// unchecked notes that a rule waits for answers among refs.
func (e *evaluation) unchecked(r *Rule, q *Question, at instance, refs []string) {
	u := Unchecked{Rule: r.ID, Path: q.Path, Missing: e.missing(refs, at), values: e.ruleValues(r)}
	e.report.Unchecked = append(e.report.Unchecked, u)
}

// ruleValues computes what the rule's message names; nil is unknown.
func (e *evaluation) ruleValues(r *Rule) map[string]any {
	out := map[string]any{}
	for name, x := range r.Values {
		v, err := x.Eval(e.env)
		if err != nil {
			v = nil // the message then says that it is unknown
		}
		out[name] = v
	}
	return out
}
