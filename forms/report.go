package forms

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"h200filing/forms/gap"
	"h200filing/forms/honesty"
	"h200filing/forms/money"
	"h200filing/forms/rules"
	"h200filing/i18n"
)

// Report is an immutable snapshot of an application: every question that is
// asked with its value, every computed value with its explanation, every
// finding. Window, outputs and command line read it and recompute nothing.
type Report struct {
	Form      *Form
	Context   Context
	Findings  []Finding   // in form order, blockers first at each question
	Unchecked []Unchecked // rules that could not be applied
	Sizing    []Sized     // a workload each, in order
	Gap       *gap.Result // ids are public paths of the rows

	questions []*Question
	byPath    map[Path]*Question
	applied   []application
	answers   *Answers
	env       rules.Env             // what expressions saw; not changed any more
	facts     func() map[string]any // what drafts may name of the engines' findings
}

// application is a rule that was applied at a question.
type application struct {
	rule string
	path Path
}

// State tells how much is known of a question.
type State int

// The states. Incomplete is a computed value that lacks something; Flawed is an
// answer that is not of its type and counts as unknown.
const (
	Unanswered State = iota
	Answered
	Flawed
	Computed
	Incomplete
)

// Known reports whether the value counts.
func (s State) Known() bool { return s == Answered || s == Computed }

// Question is a question as it stands: asked, with what was typed and what it
// means.
type Question struct {
	Path      Path
	Field     *Field
	State     State
	Raw       string // as typed
	Value     any    // see value.go; nil where nothing is known
	Defaulted bool   // the value is the field's default
	Flaw      Flaw
	Missing   []Path // what an incomplete value lacks

	order int
}

// expression gives the value as the expression language wants it.
func (q *Question) expression() any {
	switch v := q.Value.(type) {
	case []string:
		items := make([]any, len(v))
		for i, s := range v {
			items[i] = s
		}
		return items
	case Attachment:
		return v.Name
	}
	return q.Value
}

// percentDigits are the decimals of a computed percentage: a hundredth of a basis
// point, finer than any that is typed.
const percentDigits = 4

// fit rounds a computed number as its type asks: money to the fen, a percentage
// to percentDigits.
func (f *Field) fit(v any) any {
	n, ok := v.(decimal.Decimal)
	if !ok {
		return v
	}
	switch f.Type {
	case TypeMoney:
		return money.Round(n)
	case TypePercent:
		return n.Round(percentDigits)
	case TypeText:
		return n.String()
	}
	return n
}

// Finding is a failed check, shown at a question.
type Finding struct {
	Rule   string
	Level  Level
	Path   Path
	Clause string
	// Passage is the place in the prose that a finding of honesty is about.
	Passage *honesty.Finding

	values map[string]any
}

// Unchecked is a rule that could not be applied, and what it lacks.
type Unchecked struct {
	Rule    string
	Path    Path
	Missing []Path

	values map[string]any
}

// Questions lists what is asked, in form order.
func (r *Report) Questions() []*Question { return r.questions }

// Question returns the question at a path, or nil where it is not asked.
func (r *Report) Question(p Path) *Question { return r.byPath[p] }

// Rows lists the rows of a visible list in order.
func (r *Report) Rows(list Path) []Path {
	if r.byPath[list] == nil {
		return nil
	}
	ids := r.answers.Rows(list)
	rows := make([]Path, len(ids))
	for i, id := range ids {
		rows[i] = list.Row(id)
	}
	return rows
}

// Public turns a path into one with row positions.
func (r *Report) Public(p Path) string { return r.answers.Public(p) }

// Ready reports whether a final export is allowed: no blocker stands.
func (r *Report) Ready() bool {
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Level == Blocker })
}

// Of lists the findings of a level.
func (r *Report) Of(level Level) []Finding {
	var out []Finding
	for _, f := range r.Findings {
		if f.Level == level {
			out = append(out, f)
		}
	}
	return out
}

// At lists the findings shown at a question.
func (r *Report) At(p Path) []Finding {
	var out []Finding
	for _, f := range r.Findings {
		if f.Path == p {
			out = append(out, f)
		}
	}
	return out
}

func (r *Report) sortFindings() {
	order := func(p Path) int {
		if q := r.byPath[p]; q != nil {
			return q.order
		}
		return len(r.questions)
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		if d := order(a.Path) - order(b.Path); d != 0 {
			return d
		}
		return slices.Index(levels, a.Level) - slices.Index(levels, b.Level)
	})
	slices.SortStableFunc(r.Unchecked, func(a, b Unchecked) int { return order(a.Path) - order(b.Path) })
}

// Message writes a finding in a language.
func (r *Report) Message(f Finding, lang i18n.Lang) Message {
	if f.Passage != nil {
		return r.passageMessage(f.Passage, lang)
	}
	return r.fill(r.Form.Text(lang).Rules[f.Rule], f.Path, f.values, lang)
}

// String joins the three parts of a message into one paragraph.
func (m Message) String() string { return sentences(m.What, m.Why, m.Fix) }

// sentences joins sentences; one that ends in a letter-spaced script is followed
// by a blank.
func sentences(parts ...string) string {
	out := ""
	for _, part := range parts {
		if out != "" && part != "" && out[len(out)-1] < utf8.RuneSelf {
			out += " "
		}
		out += part
	}
	return out
}

// UncheckedMessage says at which question a check was not made, for want of what.
func (r *Report) UncheckedMessage(u Unchecked, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	labels := make([]string, 0, len(u.Missing))
	for _, p := range u.Missing {
		if l := r.Label(p, lang); !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	key := "unchecked"
	if len(labels) == 0 {
		key = "unchecked.other"
	}
	return fillBraces(text.Terms[key], map[string]string{
		"label":   r.Label(u.Path, lang),
		"missing": strings.Join(labels, text.Terms["comma"]),
	})
}

func (r *Report) fill(m Message, p Path, values map[string]any, lang i18n.Lang) Message {
	words := map[string]string{"label": r.Label(p, lang), "value": "", "row": r.RowTitle(p.Parent(), lang)}
	if q := r.byPath[p]; q != nil {
		words["value"] = choiceName(r.Form.Text(lang), q.Field, r.Display(q, lang)) // a refused choice, too, by its name
		if q.Field.Choices != "" {
			words["list"] = r.choiceNames(q.Field, lang)
		}
	}
	for name, v := range values {
		words[name] = r.Form.Text(lang).Terms["unknown"]
		if v != nil {
			words[name] = r.display(v, nil, lang)
		}
	}
	return Message{What: fillBraces(m.What, words), Why: fillBraces(m.Why, words), Fix: fillBraces(m.Fix, words)}
}

func fillBraces(text string, words map[string]string) string {
	pairs := make([]string, 0, 2*len(words))
	for name, word := range words {
		pairs = append(pairs, "{"+name+"}", word)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Label names a question in a language; a question in a row with the row's
// title before it.
func (r *Report) Label(p Path, lang i18n.Lang) string {
	text := r.Form.Text(lang)
	label := text.Fields[p.Pattern()].Label
	if row := p.Parent(); row != "" {
		if title := r.RowTitle(row, lang); title != "" {
			return title + text.Terms["label.of"] + label
		}
	}
	return label
}

// RowTitle names a row: the answer of its title column, or its list and number.
func (r *Report) RowTitle(row Path, lang i18n.Lang) string {
	list, id, ok := row.split()
	if !ok {
		return ""
	}
	field := r.Form.fields[list.Pattern()]
	if field == nil {
		return ""
	}
	if t := field.TitleField(); t != nil {
		if q := r.byPath[row.Join(t.Key)]; q != nil && q.State.Known() {
			return r.Display(q, lang)
		}
	}
	text := r.Form.Text(lang)
	n := slices.Index(r.answers.Rows(list), id) + 1
	return fillBraces(text.Terms["row.number"], map[string]string{
		"list": text.Fields[field.ID].Label, "n": decimal.NewFromInt(int64(n)).String(),
	})
}

// Day is a date as an evaluation takes it: 00:00 UTC of that day.
func Day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
