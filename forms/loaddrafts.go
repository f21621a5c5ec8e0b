package forms

import (
	"maps"
	"slices"
	"strings"

	"h200filing/forms/drafting"
	"h200filing/forms/rules"
	"h200filing/i18n"
)

const draftingFile = "drafting.yaml"

// draftTerm begins the keys of the terms that are sentences of drafts.
const draftTerm = "draft."

type (
	draftingYAML struct {
		Fields []draftFieldYAML `yaml:"fields"`
	}
	draftFieldYAML struct {
		Field      string          `yaml:"field"`
		Paragraphs []draftPartYAML `yaml:"paragraphs"`
	}
	draftPartYAML struct {
		ID     string                   `yaml:"id"`
		When   string                   `yaml:"when"`
		Each   string                   `yaml:"each"`
		Join   string                   `yaml:"join"`
		All    bool                     `yaml:"all"`
		Text   string                   `yaml:"text"`
		Cases  []draftCaseYAML          `yaml:"cases"`
		Values map[string]string        `yaml:"values"`
		Parts  map[string]draftPartYAML `yaml:"parts"`
	}
	draftCaseYAML struct {
		When string `yaml:"when"`
		Text string `yaml:"text"`
	}
)

// draftPart is a paragraph, or a part of one: a sentence chosen among cases, or
// one for each row of a list.
type draftPart struct {
	id     string      // of a paragraph
	when   *rules.Expr // nil is always; only True drafts
	each   *rules.Expr // a list, or nil
	rows   string      // pattern of its rows: "suppliers[]"
	join   string      // key of the term between the rows or sentences; "" at a paragraph: one paragraph a row
	all    bool        // every case that is true, joined, not the first alone
	cases  []draftCase
	values map[string]*rules.Expr
	parts  map[string]*draftPart
}

type draftCase struct {
	when *rules.Expr
	text string // key of the term
}

// Draftable reports whether the pack has templates for a field.
func (f *Form) Draftable(pattern string) bool { return len(f.drafts[pattern]) > 0 }

func (l *loader) loadDrafts() {
	var y draftingYAML
	lines := l.read(draftingFile, &y)
	l.form.drafts = map[string][]*draftPart{}
	d := draftLoader{loader: l, used: map[string]bool{}}
	for i, f := range y.Fields {
		d.line = lines.at("fields", i)
		field := l.form.fields[f.Field]
		switch {
		case field == nil || field.Type != TypeProse || field.Computed():
			d.fault("%q is no prose field to draft", f.Field)
			continue
		case l.form.drafts[f.Field] != nil:
			d.fault("field %q stands twice", f.Field)
		}
		row := ""
		if field.List != nil {
			row = field.List.ID + "[]"
		}
		seen := map[string]bool{}
		for j, p := range f.Paragraphs {
			d.line = lines.at("fields", i, "paragraphs", j)
			if p.ID == "" || seen[p.ID] || strings.Contains(p.ID, "/") {
				d.fault("paragraph %q has no id, one with a stroke, or stands twice", p.ID)
			}
			seen[p.ID] = true
			l.form.drafts[f.Field] = append(l.form.drafts[f.Field], d.part(p, row))
		}
	}
	d.words()
}

// draftLoader turns the YAML of drafting.yaml into parts.
type draftLoader struct {
	*loader
	line int
	used map[string]bool // keys of terms
}

func (d *draftLoader) fault(format string, args ...any) {
	d.loader.fault(draftingFile, d.line, format, args...)
}

func (d *draftLoader) compile(source, row string) *rules.Expr {
	if source == "" {
		return nil
	}
	has := func(path string) bool { return d.form.names(path) || factNames(d.form, path) }
	e, err := rules.Compile(source, rules.Scope{Row: row, Has: has, Functions: functions})
	if err != nil {
		d.fault("%w", err)
		return nil
	}
	return e
}

func (d *draftLoader) part(y draftPartYAML, row string) *draftPart {
	p := &draftPart{id: y.ID, join: y.Join, all: y.All, values: map[string]*rules.Expr{}, parts: map[string]*draftPart{}}
	if p.each = d.compile(y.Each, row); p.each != nil {
		p.rows = d.rows(p.each)
		row = p.rows
	}
	p.when = d.compile(y.When, row)
	for _, name := range sortedKeys(y.Values) {
		p.values[name] = d.compile(y.Values[name], row)
	}
	for _, name := range sortedKeys(y.Parts) {
		p.parts[name] = d.part(y.Parts[name], row)
	}
	if (y.Text == "") == (len(y.Cases) == 0) {
		d.fault("a part has either a text or cases")
	}
	if y.Text != "" {
		y.Cases = []draftCaseYAML{{Text: y.Text}}
	}
	for _, c := range y.Cases {
		p.cases = append(p.cases, draftCase{when: d.compile(c.When, row), text: d.term(c.Text)})
		d.braces(c.Text, p, row)
	}
	if (y.All || y.Each != "" && y.ID == "") && y.Join == "" {
		d.fault("a list of sentences needs a join")
	}
	if y.Join != "" {
		d.term(y.Join)
	}
	return p
}

// rows gives the pattern of the rows of the one list that an "each" names.
func (d *draftLoader) rows(each *rules.Expr) string {
	refs := each.Refs()
	if len(refs) == 1 && (factLists[refs[0]] != nil || d.form.fields[refs[0]] != nil && d.form.fields[refs[0]].Type == TypeRows) {
		return refs[0] + "[]"
	}
	d.fault("each: %q names no list; what belongs to some rows only goes into when", each)
	return ""
}

func (d *draftLoader) term(key string) string {
	d.used[key] = true
	if !strings.HasPrefix(key, draftTerm) || d.form.texts[i18n.Hans].Terms[key] == "" {
		d.fault("no text for terms › %s", key)
	}
	return key
}

// braces holds every brace of a sentence to what can fill it, in every language.
func (d *draftLoader) braces(key string, p *draftPart, row string) {
	for _, lang := range i18n.Langs() {
		names, err := drafting.Names(d.form.texts[lang].Terms[key])
		if err != nil {
			d.loader.fault(textFile(lang), 0, "terms › %s: %w", key, err)
		}
		for _, name := range names {
			if !d.fills(name, p, row) {
				d.fault("%s: terms › %s names {%s}, which nothing fills", textFile(lang), key, name)
			}
		}
	}
}

func (d *draftLoader) fills(name string, p *draftPart, row string) bool {
	_, value := p.values[name]
	if value || p.parts[name] != nil {
		return true
	}
	if key, ok := strings.CutPrefix(name, "row."); ok {
		f := d.form.fields[row+"."+key]
		return row != "" && (f != nil && f.Type != TypeRows || factNames(d.form, row+"."+key))
	}
	f := d.form.fields[name]
	return f != nil && f.List == nil && f.Type != TypeRows
}

// words checks the terms that drafts need beside their sentences, and refuses
// sentences that no draft uses.
func (d *draftLoader) words() {
	terms := d.form.texts[i18n.Hans].Terms
	d.line = 0
	for _, key := range []string{"draft.mark", "draft.missing", "draft.unknown", "draft.source.reply"} {
		d.term(key)
	}
	for _, metric := range d.form.Choices["metric"] {
		d.term("draft.metric." + metric)
	}
	for _, key := range slices.Sorted(maps.Keys(terms)) {
		if strings.HasPrefix(key, draftTerm) && !d.used[key] {
			d.loader.fault(textFile(i18n.Hans), 0, "text for terms › %s, which no draft uses", key)
		}
	}
	for _, lang := range i18n.Langs() {
		if mark := d.form.texts[lang].Terms["draft.mark"]; mark != "" {
			d.form.marks = append(d.form.marks, mark)
		}
	}
}
