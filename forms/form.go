package forms

import (
	"github.com/shopspring/decimal"

	"h200filing/forms/rules"
	"h200filing/i18n"
)

// Form is a loaded form pack: every question, condition, computed value, rule,
// clause and text of an application. It is immutable and safe for concurrent
// use.
type Form struct {
	ID       string // "h200-cn"
	Version  string // "2026.1"
	Sections []*Section
	Rules    []*Rule
	Clauses  []*Clause
	// Choices holds the choice lists by name, values in order.
	Choices map[string][]string

	texts  map[i18n.Lang]textSource
	fields map[string]*Field
	paths  map[string]bool   // what holds fields: groups, and lists with their brackets
	early  []*Field          // fields in the order of evaluation, before the engines
	late   []*Field          // engine values and what hangs on them
	drafts func() draftParts // read once, when something is first drafted or held to its draft
	marks  []string          // what begins a place that a person has to fill in, in every language
}

// Section is one of the form's numbered parts.
type Section struct {
	ID     string
	Number int      // from 1; 0 for the records kept after filing
	After  []string // sections that are better answered first
	Fields []*Field // top-level fields; those of a list are in its Fields
}

// Type is the type of an answer.
type Type string

// The types. Text and Prose are kept as typed; the others are read strictly and
// are "not of the type" where that fails. Choices and Refs hold several values.
const (
	TypeText    Type = "text"
	TypeProse   Type = "prose" // long text in paragraphs
	TypeInt     Type = "int"
	TypeDecimal Type = "decimal"
	TypeMoney   Type = "money"   // two decimals at most, never negative
	TypeDate    Type = "date"    // a day
	TypePercent Type = "percent" // 25 stands for 25 %
	TypeBool    Type = "bool"
	TypeChoice  Type = "choice"
	TypeChoices Type = "choices"
	TypeFile    Type = "file"
	TypeRef     Type = "ref" // names a row of another list by its title
	TypeRefs    Type = "refs"
	TypeRows    Type = "rows" // a list of rows
)

// Field is one question, one computed value or one list of rows.
type Field struct {
	ID      string // pattern: "suppliers[].facts[].metric"
	Key     string // last part: "metric"
	Type    Type
	Section *Section
	List    *Field   // the list whose column this is, or nil
	Fields  []*Field // columns of a list

	Required bool
	When     *rules.Expr // asked only while true; nil is always
	Choices  string      // name of the choice list
	Refused  []string    // choices shown as not admitted
	Open     bool        // other values than the choices may be typed
	Ref      string      // pattern of the title column that a ref names
	Unit     string      // key of a unit text
	Currency string      // money: "CNY", "USD", or the pattern of a choice field
	Min, Max *decimal.Decimal
	MaxChars int    // text, prose: characters at most; 0 is no limit
	Least    int    // rows: how many are needed
	Default  string // what counts while nothing is typed
	Check    string // name of the identifier check for the window's keyboard help
	Mask     string // "id_card": written masked in every output
	Title    bool   // the column that names the row
	Compute  *rules.Expr
	Engine   string // "sizing.devices": computed by an engine, not a formula
	Clause   string // id of the clause or reason
}

// Computed reports whether the program gives the value.
func (f *Field) Computed() bool { return f.Compute != nil || f.Engine != "" }

// TitleField is the column that names a row of the list, or nil.
func (f *Field) TitleField() *Field {
	for _, c := range f.Fields {
		if c.Title {
			return c
		}
	}
	return nil
}

// Numeric reports whether the value is a decimal.
func (t Type) Numeric() bool {
	return t == TypeInt || t == TypeDecimal || t == TypeMoney || t == TypePercent
}

// Multiple reports whether the answer holds several values, one a line.
func (t Type) Multiple() bool { return t == TypeChoices || t == TypeRefs }

// Level is the weight of a finding.
type Level string

// The levels. A blocker forbids the final export, a warning is printed in the
// check list, quality is advice.
const (
	Blocker Level = "blocker"
	Warning Level = "warning"
	Quality Level = "quality"
)

// Rule is one check. Each > When > Assert: for every row of the list Each, where
// When is true, Assert must be. An unknown Assert is a rule not checked.
type Rule struct {
	ID     string
	Level  Level
	Clause string
	Fields []string // patterns; a finding is shown at the first
	Each   string   // list pattern without brackets at the end, or ""
	When   *rules.Expr
	// A rule has either Assert, which has to be true, or Distinct: keys of Each in
	// which no two of its rows may agree.
	Assert   *rules.Expr
	Distinct []string
	Values   map[string]*rules.Expr // values that the message text names in {braces}
	Pass     Example
	Fail     Example
}

// Example is a set of answers that a rule has to pass or to fail.
type Example struct {
	Answers *Answers
	Line    int // in rules.yaml
}

// Clause is what a question or rule rests on.
type Clause struct {
	ID     string
	Source string // address or document
	Date   string // of the source or of its retrieval, ISO 8601
	// Basis says what kind of thing it is: "law", "standard", "foreign_law",
	// "report", "practice" or "arithmetic".
	Basis string
}

// Field returns the field of a pattern, or nil.
func (f *Form) Field(pattern string) *Field { return f.fields[pattern] }

// Text returns the texts of a language. An unknown language, and one whose file
// LoadForm would refuse, gives zh-Hans.
func (f *Form) Text(lang i18n.Lang) *Text {
	for _, l := range []i18n.Lang{lang, i18n.Hans} {
		if read := f.texts[l]; read != nil {
			if t, err := read(); err == nil {
				return t
			}
		}
	}
	return &Text{}
}

// Walk calls visit for every field, lists before their columns, in form order.
func (f *Form) Walk(visit func(*Field)) {
	var walk func([]*Field)
	walk = func(fields []*Field) {
		for _, field := range fields {
			visit(field)
			walk(field.Fields)
		}
	}
	for _, s := range f.Sections {
		walk(s.Fields)
	}
}

// Text is what the pack says in one language.
type Text struct {
	Title    string
	Notice   string // that this is no official form
	Sections map[string]SectionText
	Fields   map[string]FieldText
	Choices  map[string]map[string]string // choice list → value → text
	Rules    map[string]Message
	Clauses  map[string]ClauseText
	Units    map[string]string
	Terms    map[string]string // words of the engines, the checks and the outputs
}

// SectionText names a section.
type SectionText struct{ Title, Intro string }

// FieldText is what a question says.
type FieldText struct {
	Label   string
	Hint    string // one line under the label
	Why     string // why it is asked
	Example string
}

// Message is a finding in three parts. Values in {braces} are filled in.
type Message struct{ What, Why, Fix string }

// ClauseText names a clause and gives its words or their sense.
type ClauseText struct{ Name, Text string }
