package forms

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"h200filing/forms/drafting"
	"h200filing/forms/rules"
	"h200filing/i18n"
)

const draftingFile = "drafting.yaml"

// draftTerm begins the keys of the terms that are sentences of drafts; missingTerm
// is the one for a place that a person has to fill in.
const (
	draftTerm   = "draft."
	missingTerm = "draft.missing"
)

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

// draftParts are paragraphs by the prose field that they draft.
type draftParts map[string][]*draftPart

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
func (f *Form) Draftable(pattern string) bool { return len(f.drafts()[pattern]) > 0 }

// draftsOnDemand leaves drafting.yaml to be read when drafts are first asked for.
func (l *loader) draftsOnDemand(fsys fs.FS) {
	form := l.form
	form.drafts = sync.OnceValue(func() draftParts {
		later := loader{files: parseAll(fsys, []string{draftingFile}), form: form}
		return later.loadDrafts()
	})
}

// loadDrafts reads the paragraphs that the program can draft.
func (l *loader) loadDrafts() draftParts {
	var y draftingYAML
	lines := l.read(draftingFile, &y)
	parts := draftParts{}
	d := draftLoader{loader: l, used: map[string]bool{}}
	for i, f := range y.Fields {
		d.line = lines.at("fields", i)
		field := l.form.fields[f.Field]
		switch {
		case field == nil || field.Type != TypeProse || field.Computed():
			d.fault(faultDraftField, f.Field)
			continue
		case parts[f.Field] != nil:
			d.fault(faultFieldTwice, f.Field)
		}
		row := ""
		if field.List != nil {
			row = field.List.ID + "[]"
		}
		seen := map[string]bool{}
		for j, p := range f.Paragraphs {
			d.line = lines.at("fields", i, "paragraphs", j)
			if p.ID == "" || seen[p.ID] || strings.Contains(p.ID, "/") {
				d.fault(faultDraftParagraph, p.ID)
			}
			seen[p.ID] = true
			parts[f.Field] = append(parts[f.Field], d.part(p, row))
		}
	}
	l.texts = append(l.texts, d.words)
	return parts
}

// draftLoader turns the YAML of drafting.yaml into parts.
type draftLoader struct {
	*loader
	line int
	used map[string]bool // keys of terms
}

func (d *draftLoader) fault(kind PackFault, args ...any) {
	d.loader.fault(draftingFile, d.line, kind, args...)
}

func (d *draftLoader) compile(source, row string) *rules.Expr {
	if source == "" {
		return nil
	}
	has := func(path string) bool { return d.form.names(path) || factNames(d.form, path) }
	e, err := rules.Compile(source, rules.Scope{Row: row, Has: has, Functions: functions})
	if err != nil {
		d.fault(faultDraftExpression, err)
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
		d.fault(faultDraftPart)
	}
	if y.Text != "" {
		y.Cases = []draftCaseYAML{{Text: y.Text}}
	}
	for _, c := range y.Cases {
		p.cases = append(p.cases, draftCase{when: d.compile(c.When, row), text: c.Text})
		d.sentence(c.Text, p, row)
	}
	if (y.All || y.Each != "" && y.ID == "") && y.Join == "" {
		d.fault(faultDraftJoin)
	}
	if y.Join != "" {
		d.sentence(y.Join, &draftPart{}, "") // nothing fills a join
	}
	return p
}

// rows gives the pattern of the rows of the one list that an "each" names.
func (d *draftLoader) rows(each *rules.Expr) string {
	refs := each.Refs()
	if len(refs) == 1 && (factLists[refs[0]] != nil || d.form.fields[refs[0]] != nil && d.form.fields[refs[0]].Type == TypeRows) {
		return refs[0] + "[]"
	}
	d.fault(faultDraftEach, each)
	return ""
}

// sentence asks for a term, and holds its braces to what the part can fill in,
// in every language.
func (d *draftLoader) sentence(key string, p *draftPart, row string) {
	line := d.line
	d.texts = append(d.texts, func() {
		d.line = line
		d.term(key)
		d.braces(key, p, row)
	})
}

func (d *draftLoader) term(key string) {
	d.used[key] = true
	if !strings.HasPrefix(key, draftTerm) || d.form.Text(i18n.Hans).Terms[key] == "" {
		d.fault(faultTextMissing, "terms › "+key)
	}
}

func (d *draftLoader) braces(key string, p *draftPart, row string) {
	for _, lang := range i18n.Langs() {
		names, err := drafting.Names(d.form.Text(lang).Terms[key])
		if err != nil {
			d.loader.fault(textFile(lang), 0, faultTerm, key, err)
		}
		for _, name := range names {
			if !d.fills(name, p, row) {
				d.fault(faultTermBrace, textFile(lang), key, name)
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
	d.line = 0
	for _, key := range []string{missingTerm, "draft.unknown", "draft.source.reply"} {
		d.term(key)
	}
	for i, lang := range i18n.Langs() {
		if !strings.HasPrefix(d.form.Text(lang).Terms[missingTerm], d.form.marks[i]) {
			d.loader.fault(textFile(lang), 0, faultTermMark, missingTerm, d.form.marks[i])
		}
	}
	for _, metric := range d.form.Choices["metric"] {
		d.term("draft.metric." + metric)
	}
	for _, key := range slices.Sorted(maps.Keys(d.form.Text(i18n.Hans).Terms)) {
		if strings.HasPrefix(key, draftTerm) && !d.used[key] {
			d.loader.fault(textFile(i18n.Hans), 0, faultTermUnused, key)
		}
	}
}
