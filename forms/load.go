package forms

import (
	"errors"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"github.com/shopspring/decimal"

	"h200filing/forms/rules"
	"h200filing/i18n"
)

// The files of a form pack.
const (
	formFile  = "form.yaml"
	rulesFile = "rules.yaml"
)

func textFile(lang i18n.Lang) string { return "text." + string(lang) + ".yaml" }

// The YAML shapes of form.yaml and rules.yaml. Keys that they do not have are
// refused by the decoder.
type (
	formYAML struct {
		Form     string               `yaml:"form"`
		Version  string               `yaml:"version"`
		Marks    map[i18n.Lang]string `yaml:"marks"`
		Choices  map[string][]string  `yaml:"choices"`
		Clauses  []clauseYAML         `yaml:"clauses"`
		Sections []sectionYAML        `yaml:"sections"`
	}
	clauseYAML struct {
		ID     string `yaml:"id"`
		Basis  string `yaml:"basis"`
		Source string `yaml:"source"`
		Date   string `yaml:"date"`
	}
	sectionYAML struct {
		ID     string      `yaml:"id"`
		Number int         `yaml:"number"`
		After  []string    `yaml:"after"`
		Fields []fieldYAML `yaml:"fields"`
	}
	fieldYAML struct {
		ID       string      `yaml:"id"`
		Type     string      `yaml:"type"`
		Required bool        `yaml:"required"`
		When     string      `yaml:"when"`
		Choices  string      `yaml:"choices"`
		Refused  []string    `yaml:"refused"`
		Open     bool        `yaml:"open"`
		Ref      string      `yaml:"ref"`
		Unit     string      `yaml:"unit"`
		Currency string      `yaml:"currency"`
		Min      string      `yaml:"min"`
		Max      string      `yaml:"max"`
		MaxChars int         `yaml:"max_chars"`
		Least    int         `yaml:"least"`
		Default  string      `yaml:"default"`
		Check    string      `yaml:"check"`
		Mask     string      `yaml:"mask"`
		Title    bool        `yaml:"title"`
		Compute  string      `yaml:"compute"`
		Engine   string      `yaml:"engine"`
		Clause   string      `yaml:"clause"`
		Fields   []fieldYAML `yaml:"fields"`
	}
	rulesYAML struct {
		Rules []ruleYAML `yaml:"rules"`
	}
	ruleYAML struct {
		ID       string            `yaml:"id"`
		Level    string            `yaml:"level"`
		Clause   string            `yaml:"clause"`
		Fields   []string          `yaml:"fields"`
		Each     string            `yaml:"each"`
		When     string            `yaml:"when"`
		Assert   string            `yaml:"assert"`
		Distinct []string          `yaml:"distinct"`
		Values   map[string]string `yaml:"values"`
		Pass     rawYAML           `yaml:"pass"`
		Fail     rawYAML           `yaml:"fail"`
	}
)

// LoadForm reads a form pack from the root of fsys. It is strict: an unknown
// key, a duplicate id, a dangling reference, a cycle between computed fields, a
// text that is missing in a language, or a rule without a passing and a failing
// example is an error that names file and line. All faults are reported at once
// (errors.Join); the form as far as it could be read comes with them, for Lint
// only.
func LoadForm(fsys fs.FS) (*Form, error) {
	l := newLoader(fsys, packFiles())
	if l.loadForm(); len(l.faults) == 0 {
		l.loadTexts()
		l.loadRules()
		parts := l.loadDrafts()
		l.form.drafts = func() draftParts { return parts }
		l.checkTexts()
	}
	return l.form, errors.Join(l.faults...)
}

// LoadChecked reads a pack that LoadForm is known to accept, such as the shipped
// one, which the tests hold to it. Form and rules are read as strictly, but the
// texts are not held to them; drafting.yaml and the texts of other languages than
// zh-Hans are read when they are first needed.
func LoadChecked(fsys fs.FS) (*Form, error) {
	l := newLoader(fsys, []string{formFile, rulesFile})
	err := l.textsOnDemand(fsys)
	if l.loadForm(); len(l.faults) == 0 {
		l.loadRules()
		l.draftsOnDemand(fsys)
	}
	return l.form, errors.Join(append(l.faults, <-err)...)
}

// loader gathers a form and what is wrong with its pack.
type loader struct {
	files  map[string]*parsed
	form   *Form
	faults []error
	texts  []func() // checks of the texts that form, rules and drafts need
}

func newLoader(fsys fs.FS, names []string) *loader {
	none := func() draftParts { return nil }
	return &loader{files: parseAll(fsys, names), form: &Form{fields: map[string]*Field{}, paths: map[string]bool{}, texts: map[i18n.Lang]textSource{}, drafts: none}}
}

// fault notes an error at a line of a file; line 0 is the file as a whole.
func (l *loader) fault(file string, line int, kind PackFault, args ...any) {
	l.faults = append(l.faults, newPackError(file, line, kind, args...))
}

// read decodes a file strictly into v and returns the lines of its parts.
func (l *loader) read(name string, v any) lineIndex {
	file := l.files[name]
	l.faults = append(l.faults, file.decode(name, v)...)
	return file.lines()
}

// packFiles lists the files of a pack.
func packFiles() []string {
	names := []string{formFile, rulesFile, draftingFile}
	for _, lang := range i18n.Langs() {
		names = append(names, textFile(lang))
	}
	return names
}

func (l *loader) loadForm() {
	var y formYAML
	lines := l.read(formFile, &y)
	if len(l.faults) > 0 {
		return
	}
	f := l.form
	f.ID, f.Version, f.Choices = y.Form, y.Version, y.Choices
	l.clauses(y.Clauses, lines)
	l.marks(y.Marks, lines)
	d := definition{loader: l, lines: lines, sources: map[*Field]fieldYAML{}, at: map[*Field]int{}}
	sections := map[string]bool{}
	for i, s := range y.Sections {
		line := lines.at("sections", i)
		if sections[s.ID] {
			l.fault(formFile, line, faultSectionTwice, s.ID)
		}
		for _, before := range s.After {
			if !sections[before] {
				l.fault(formFile, line, faultSectionAfter, s.ID, before)
			}
		}
		sections[s.ID] = true
		section := &Section{ID: s.ID, Number: s.Number, After: s.After}
		section.Fields = d.fields(s.Fields, section, nil, []any{"sections", i})
		f.Sections = append(f.Sections, section)
	}
	d.bind()
	d.order()
}

// marks takes what begins a place that a person has to fill in: one a language.
func (l *loader) marks(marks map[i18n.Lang]string, lines lineIndex) {
	for _, lang := range i18n.Langs() {
		if marks[lang] == "" {
			l.fault(formFile, lines.at("marks"), faultMarkMissing, lang)
		}
		l.form.marks = append(l.form.marks, marks[lang])
	}
}

func (l *loader) clauses(clauses []clauseYAML, lines lineIndex) {
	seen := map[string]bool{}
	for i, c := range clauses {
		line := lines.at("clauses", i)
		switch {
		case c.ID == "" || seen[c.ID]:
			l.fault(formFile, line, faultClauseID, c.ID)
		case c.Source == "" || c.Date == "":
			l.fault(formFile, line, faultClauseSource, c.ID)
		case !slices.Contains([]string{"law", "standard", "foreign_law", "report", "practice", "arithmetic"}, c.Basis):
			l.fault(formFile, line, faultClauseBasis, c.ID)
		}
		seen[c.ID] = true
		l.form.Clauses = append(l.form.Clauses, &Clause{ID: c.ID, Source: c.Source, Date: c.Date, Basis: c.Basis})
	}
}

// Clause returns the clause with an id, or nil.
func (f *Form) Clause(id string) *Clause {
	i := slices.IndexFunc(f.Clauses, func(c *Clause) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return f.Clauses[i]
}

// definition turns the YAML of the fields into Fields.
type definition struct {
	*loader
	lines   lineIndex
	sources map[*Field]fieldYAML
	at      map[*Field]int
}

func (d *definition) fields(list []fieldYAML, section *Section, parent *Field, place []any) []*Field {
	var out []*Field
	for i, y := range list {
		here := append(slices.Clone(place), "fields", i)
		field := d.field(y, section, parent, d.lines.at(here...))
		out = append(out, field)
		field.Fields = d.fields(y.Fields, section, field, here)
	}
	return out
}

func (d *definition) field(y fieldYAML, section *Section, parent *Field, line int) *Field {
	f := &Field{
		ID: y.ID, Type: Type(y.Type), Section: section, List: parent, Required: y.Required,
		Choices: y.Choices, Refused: y.Refused, Open: y.Open, Ref: y.Ref, Unit: y.Unit, Currency: y.Currency,
		MaxChars: y.MaxChars, Least: y.Least, Default: y.Default, Check: y.Check, Mask: y.Mask,
		Title: y.Title, Engine: y.Engine, Clause: y.Clause,
	}
	f.Key = f.ID[strings.LastIndexByte(f.ID, '.')+1:]
	if parent != nil {
		f.ID = parent.ID + "[]." + y.ID
	}
	f.Min, f.Max = d.bound(y.Min, line), d.bound(y.Max, line)
	if d.form.fields[f.ID] != nil {
		d.fault(formFile, line, faultFieldTwice, f.ID)
	}
	d.form.fields[f.ID] = f
	d.form.addPaths(f.ID)
	d.sources[f], d.at[f] = y, line
	d.shape(f, line)
	return f
}

func (d *definition) bound(s string, line int) *decimal.Decimal {
	if s == "" {
		return nil
	}
	n, err := decimal.NewFromString(s)
	if err != nil {
		d.fault(formFile, line, faultBound, s)
		return nil
	}
	return &n
}

var types = []Type{TypeText, TypeProse, TypeInt, TypeDecimal, TypeMoney, TypeDate, TypePercent, TypeBool,
	TypeChoice, TypeChoices, TypeFile, TypeRef, TypeRefs, TypeRows}

// shape checks what can be seen of a field alone.
func (d *definition) shape(f *Field, line int) {
	choosing := f.Type == TypeChoice || f.Type == TypeChoices
	switch {
	case !slices.Contains(types, f.Type):
		d.fault(formFile, line, faultFieldType, f.ID, f.Type)
	case choosing && d.form.Choices[f.Choices] == nil:
		d.fault(formFile, line, faultFieldChoices, f.ID, f.Choices)
	case (f.Type == TypeRef || f.Type == TypeRefs) == (f.Ref == ""):
		d.fault(formFile, line, faultFieldRefColumn, f.ID)
	case f.Type == TypeMoney && f.Currency == "":
		d.fault(formFile, line, faultFieldNoCurrency, f.ID)
	case f.Clause == "" || d.form.Clause(f.Clause) == nil:
		d.fault(formFile, line, faultFieldClause, f.ID, f.Clause)
	case f.Engine != "" && engineValues[f.Engine] == nil:
		d.fault(formFile, line, faultFieldEngine, f.ID, f.Engine)
	case f.Required && f.Computed():
		d.fault(formFile, line, faultComputedRequired, f.ID)
	}
	if f.Default != "" {
		if _, flaw := f.Value(f.Default, d.form.Choices); flaw != "" {
			d.fault(formFile, line, faultFieldDefault, f.ID, f.Default, flaw)
		}
	}
}

// bind compiles the expressions and resolves the references, now that all
// fields are known.
func (d *definition) bind() {
	d.form.Walk(func(f *Field) {
		y := d.sources[f]
		f.When = d.compile(y.When, f, "when")
		f.Compute = d.compile(y.Compute, f, "compute")
		if f.Ref != "" {
			if target := d.form.fields[f.Ref]; target == nil || !target.Title {
				d.fault(formFile, d.at[f], faultFieldRef, f.ID, f.Ref)
			}
		}
		if f.Type == TypeRows && len(f.Fields) == 0 {
			d.fault(formFile, d.at[f], faultListColumns, f.ID)
		}
		if c := d.form.fields[f.Currency]; f.Currency != "" && c == nil && f.Currency != "CNY" && f.Currency != "USD" {
			d.fault(formFile, d.at[f], faultFieldCurrency, f.ID, f.Currency)
		}
	})
}

func (d *definition) compile(source string, f *Field, what string) *rules.Expr {
	if source == "" {
		return nil
	}
	row := ""
	if f.List != nil {
		row = f.List.ID + "[]"
	}
	e, err := rules.Compile(source, d.form.scope(row))
	if err != nil {
		d.fault(formFile, d.at[f], faultFieldExpression, f.ID, what, err)
		return nil
	}
	return e
}

// scope says what the pack's expressions may name.
func (f *Form) scope(row string) rules.Scope {
	return rules.Scope{Row: row, Has: f.names, Functions: functions}
}

// names reports whether a path names a field, a list, a row or a group.
func (f *Form) names(path string) bool {
	return f.fields[strings.TrimSuffix(path, "[]")] != nil || f.paths[path]
}

// addPaths notes what a field stands in: for "suppliers[].facts[].value" the rows
// "suppliers[].facts[]" and "suppliers[]".
func (f *Form) addPaths(id string) {
	for i := range len(id) {
		if id[i] == '.' {
			f.paths[id[:i]] = true
		}
	}
}

// order sorts the fields so that each comes after what it reads, those that
// need an engine last, and refuses cycles.
func (d *definition) order() {
	if len(d.faults) > 0 {
		return
	}
	s := sorter{definition: d, state: map[*Field]int{}, late: map[*Field]bool{}}
	d.form.Walk(func(f *Field) { s.visit(f, nil) })
	for _, f := range s.sorted {
		if s.late[f] {
			d.form.late = append(d.form.late, f)
		} else {
			d.form.early = append(d.form.early, f)
		}
	}
}

// sorter is a depth-first topological sort.
type sorter struct {
	*definition
	state  map[*Field]int // 1 being visited, 2 done
	late   map[*Field]bool
	sorted []*Field
}

func (s *sorter) visit(f *Field, trail []string) {
	switch s.state[f] {
	case 1:
		s.fault(formFile, s.at[f], faultCycle, strings.Join(append(trail, f.ID), " → "))
		return
	case 2:
		return
	}
	s.state[f] = 1
	s.late[f] = f.Engine != ""
	for _, need := range s.needs(f) {
		s.visit(need, append(trail, f.ID))
		s.late[f] = s.late[f] || s.late[need]
	}
	s.state[f] = 2
	s.sorted = append(s.sorted, f)
}

// needs lists the fields that a field's visibility and value are computed from:
// its list, what its expressions name, and the columns of lists that they name.
func (s *sorter) needs(f *Field) []*Field {
	var out []*Field
	if f.List != nil {
		out = append(out, f.List)
	}
	for _, e := range []*rules.Expr{f.When, f.Compute} {
		if e == nil {
			continue
		}
		for _, ref := range e.Refs() {
			if need := s.form.fields[strings.TrimSuffix(ref, "[]")]; need != nil {
				out = append(out, need)
			}
		}
	}
	return out
}

// sortedKeys lists the keys of a map in order, for reports that do not wander.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
