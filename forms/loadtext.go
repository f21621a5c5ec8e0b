package forms

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"h200filing/forms/honesty"
	"h200filing/i18n"
)

type (
	textYAML struct {
		Title    string                       `yaml:"title"`
		Notice   string                       `yaml:"notice"`
		Sections map[string]sectionTextYAML   `yaml:"sections"`
		Fields   map[string]fieldTextYAML     `yaml:"fields"`
		Choices  map[string]map[string]string `yaml:"choices"`
		Rules    map[string]messageYAML       `yaml:"rules"`
		Clauses  map[string]clauseTextYAML    `yaml:"clauses"`
		Units    map[string]string            `yaml:"units"`
		Terms    map[string]string            `yaml:"terms"`
	}
	sectionTextYAML struct {
		Title string `yaml:"title"`
		Intro string `yaml:"intro"`
	}
	fieldTextYAML struct {
		Label   string `yaml:"label"`
		Hint    string `yaml:"hint"`
		Why     string `yaml:"why"`
		Example string `yaml:"example"`
	}
	messageYAML struct {
		What string `yaml:"what"`
		Why  string `yaml:"why"`
		Fix  string `yaml:"fix"`
	}
	clauseTextYAML struct {
		Name string `yaml:"name"`
		Text string `yaml:"text"`
	}
)

// RequiredRule is the id of the built-in check for a question not answered, and
// FewRowsRule that of the one for a list with too few rows.
const (
	RequiredRule = "required"
	FewRowsRule  = "required.rows"

	missingCharacterRule = "character.missing" // an answer has characters that the outputs cannot show
	unseenCharacterRule  = "character.unseen"  // an answer has characters that are there but cannot be seen
)

// builtinRules lists the checks that every pack has a message for.
func builtinRules() []string {
	out := []string{RequiredRule, FewRowsRule, missingCharacterRule, unseenCharacterRule, outdatedRule, placeholderRule}
	for _, f := range Flaws() {
		out = append(out, string(f))
	}
	return append(out, catalogueRules...)
}

// textSource gives the texts of a language.
type textSource func() (*Text, error)

// loadTexts reads the texts of all languages.
func (l *loader) loadTexts() {
	for _, lang := range i18n.Langs() {
		var y textYAML
		lines := l.read(textFile(lang), &y)
		text := y.text()
		l.form.texts[lang] = func() (*Text, error) { return text, nil }
		completeness{loader: l, file: textFile(lang), lines: lines, text: text}.check()
	}
	l.sameTerms()
}

// textsOnDemand leaves the texts to be read when they are asked for, except those
// of zh-Hans, the language of the filing: they are read from now on, beside the
// rest of the pack, and the channel gives what is wrong with them.
func (l *loader) textsOnDemand(fsys fs.FS) <-chan error {
	for _, lang := range i18n.Langs() {
		l.form.texts[lang] = sync.OnceValues(func() (*Text, error) { return readText(fsys, textFile(lang)) })
	}
	failed := make(chan error, 1)
	go func() {
		_, err := l.form.texts[i18n.Hans]()
		failed <- err
	}()
	return failed
}

func readText(fsys fs.FS, name string) (*Text, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var y textYAML
	if err := yaml.Unmarshal(data, &y); err != nil {
		return nil, errors.Join(yamlFaults(name, err)...)
	}
	return y.text(), nil
}

// checkTexts holds the texts to what rules and drafts say.
func (l *loader) checkTexts() {
	for _, check := range l.texts {
		check()
	}
}

func (y textYAML) text() *Text {
	t := &Text{
		Title: y.Title, Notice: y.Notice, Choices: y.Choices, Units: y.Units, Terms: y.Terms,
		Sections: map[string]SectionText{}, Fields: map[string]FieldText{},
		Rules: map[string]Message{}, Clauses: map[string]ClauseText{},
	}
	for id, s := range y.Sections {
		t.Sections[id] = SectionText(s)
	}
	for id, f := range y.Fields {
		t.Fields[id] = FieldText(f)
	}
	for id, m := range y.Rules {
		t.Rules[id] = Message(m)
	}
	for id, c := range y.Clauses {
		t.Clauses[id] = ClauseText(c)
	}
	return t
}

// completeness checks that a text file says all that the form needs and nothing
// that it does not have.
type completeness struct {
	*loader
	file  string
	lines lineIndex
	text  *Text
}

func (c completeness) check() {
	c.need(c.text.Title, "title")
	c.need(c.text.Notice, "notice")
	for _, s := range c.form.Sections {
		c.need(c.text.Sections[s.ID].Title, "sections", s.ID, "title")
		c.need(c.text.Sections[s.ID].Intro, "sections", s.ID, "intro")
	}
	c.form.Walk(c.field)
	for _, clause := range c.form.Clauses {
		c.need(c.text.Clauses[clause.ID].Name, "clauses", clause.ID, "name")
		c.need(c.text.Clauses[clause.ID].Text, "clauses", clause.ID, "text")
	}
	for list, values := range c.form.Choices {
		for _, v := range values {
			c.need(c.text.Choices[list][v], "choices", list, v)
		}
	}
	for _, id := range builtinRules() {
		c.message(id)
	}
	for _, kind := range honesty.Kinds() {
		f := honesty.Finding{Kind: kind}
		for _, key := range []string{f.What(), f.Why(), f.Fix()} {
			c.need(c.text.Terms[key], "terms", key)
		}
	}
	c.strays()
}

func (c completeness) field(f *Field) {
	t := c.text.Fields[f.ID]
	c.need(t.Label, "fields", f.ID, "label")
	c.need(t.Why, "fields", f.ID, "why")
	if !f.Computed() {
		c.need(t.Hint, "fields", f.ID, "hint")
	}
	if !f.Computed() && f.Type != TypeRows && f.Type != TypeBool && f.Type != TypeFile {
		c.need(t.Example, "fields", f.ID, "example")
	}
	if f.Unit != "" {
		c.need(c.text.Units[f.Unit], "units", f.Unit)
	}
	for _, v := range f.Refused {
		c.need(c.text.Choices[f.Choices][v], "choices", f.Choices, v)
	}
}

func (c completeness) message(id string) {
	m := c.text.Rules[id]
	c.need(m.What, "rules", id, "what")
	c.need(m.Why, "rules", id, "why")
	c.need(m.Fix, "rules", id, "fix")
}

// need reports a text that is missing, at the line of the nearest part there is.
func (c completeness) need(text string, place ...any) {
	if strings.TrimSpace(text) != "" {
		return
	}
	names := make([]string, len(place))
	for i, p := range place {
		names[i] = fmt.Sprint(p)
	}
	c.fault(c.file, c.lines.at(place...), faultTextMissing, strings.Join(names, " › "))
}

// strays refuses texts for what the form does not have.
func (c completeness) strays() {
	for _, id := range sortedKeys(c.text.Fields) {
		if c.form.fields[id] == nil {
			c.fault(c.file, c.lines.at("fields", id), faultTextField, id)
		}
	}
	for _, id := range sortedKeys(c.text.Sections) {
		if !slices.ContainsFunc(c.form.Sections, func(s *Section) bool { return s.ID == id }) {
			c.fault(c.file, c.lines.at("sections", id), faultTextSection, id)
		}
	}
	for _, id := range sortedKeys(c.text.Clauses) {
		if c.form.Clause(id) == nil {
			c.fault(c.file, c.lines.at("clauses", id), faultTextClause, id)
		}
	}
}

// sameTerms holds the other languages to the terms and units of zh-Hans.
func (l *loader) sameTerms() {
	model := l.form.Text(i18n.Hans)
	for _, lang := range i18n.Langs()[1:] {
		t := l.form.Text(lang)
		sameKeys(l, textFile(lang), "terms", model.Terms, t.Terms)
		sameKeys(l, textFile(lang), "units", model.Units, t.Units)
		sameKeys(l, textFile(lang), "rules", model.Rules, t.Rules)
	}
}

func sameKeys[V any](l *loader, file, what string, model, other map[string]V) {
	for _, k := range sortedKeys(model) {
		if _, ok := other[k]; !ok {
			l.fault(file, 0, faultTextMissing, what+" › "+k)
		}
	}
	for _, k := range sortedKeys(other) {
		if _, ok := model[k]; !ok {
			l.fault(file, 0, faultTextExtra, what+" › "+k)
		}
	}
}
