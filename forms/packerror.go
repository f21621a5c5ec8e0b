package forms

import (
	"fmt"
	"maps"
	"slices"
)

// PackError is a fault at a place of a form pack. Its text is for developers; who
// writes a pack is told by the words for its kind.
type PackError struct {
	File string
	Line int // 0: the file as a whole
	Kind PackFault
	Args []string // what the words name, in order
	Err  error    // of an expression or of YAML; may be nil
}

// Place is the file and, where it is known, the line.
func (e *PackError) Place() string {
	if e.Line == 0 {
		return e.File
	}
	return fmt.Sprintf("%s:%d", e.File, e.Line)
}

func (e *PackError) Error() string {
	var args []any
	for _, a := range e.Args {
		args = append(args, a)
	}
	if e.Err != nil {
		args = append(args, e.Err)
	}
	return fmt.Errorf("%s: %w", e.Place(), fmt.Errorf(packFaults[e.Kind], args...)).Error()
}

func (e *PackError) Unwrap() error { return e.Err }

// newPackError makes a fault; an error among the arguments is its cause.
func newPackError(file string, line int, kind PackFault, args ...any) *PackError {
	e := &PackError{File: file, Line: line, Kind: kind}
	for _, a := range args {
		if err, ok := a.(error); ok {
			e.Err = err
			continue
		}
		e.Args = append(e.Args, fmt.Sprint(a))
	}
	return e
}

// PackFault says what is wrong with a form pack. Every language has words for each.
type PackFault string

// PackFaults lists all of them.
func PackFaults() []PackFault { return slices.Sorted(maps.Keys(packFaults)) }

// The faults of a form pack.
const (
	faultSectionTwice     PackFault = "section_twice"
	faultSectionAfter     PackFault = "section_after"
	faultMarkMissing      PackFault = "mark_missing"
	faultClauseID         PackFault = "clause_id"
	faultClauseSource     PackFault = "clause_source"
	faultClauseBasis      PackFault = "clause_basis"
	faultFieldTwice       PackFault = "field_twice"
	faultBound            PackFault = "bound"
	faultFieldType        PackFault = "field_type"
	faultFieldChoices     PackFault = "field_choices"
	faultFieldRefColumn   PackFault = "field_ref_column"
	faultFieldNoCurrency  PackFault = "field_no_currency"
	faultFieldClause      PackFault = "field_clause"
	faultFieldEngine      PackFault = "field_engine"
	faultComputedRequired PackFault = "computed_required"
	faultFieldDefault     PackFault = "field_default"
	faultFieldRef         PackFault = "field_ref"
	faultListColumns      PackFault = "list_columns"
	faultFieldCurrency    PackFault = "field_currency"
	faultFieldExpression  PackFault = "field_expression"
	faultCycle            PackFault = "cycle"
	faultDraftField       PackFault = "draft_field"
	faultDraftParagraph   PackFault = "draft_paragraph"
	faultDraftExpression  PackFault = "draft_expression"
	faultDraftPart        PackFault = "draft_part"
	faultDraftJoin        PackFault = "draft_join"
	faultDraftEach        PackFault = "draft_each"
	faultTerm             PackFault = "term"
	faultTermBrace        PackFault = "term_brace"
	faultTermMark         PackFault = "term_mark"
	faultTermUnused       PackFault = "term_unused"
	faultRuleID           PackFault = "rule_id"
	faultRuleExpression   PackFault = "rule_expression"
	faultRuleLevel        PackFault = "rule_level"
	faultRuleClause       PackFault = "rule_clause"
	faultRuleEmpty        PackFault = "rule_empty"
	faultRuleField        PackFault = "rule_field"
	faultRuleEach         PackFault = "rule_each"
	faultNoPass           PackFault = "no_pass"
	faultNoFail           PackFault = "no_fail"
	faultPassFailed       PackFault = "pass_failed"
	faultPassNotChecked   PackFault = "pass_not_checked"
	faultPassNotApplied   PackFault = "pass_not_applied"
	faultFailPassed       PackFault = "fail_passed"
	faultFailNotChecked   PackFault = "fail_not_checked"
	faultFailNotApplied   PackFault = "fail_not_applied"
	faultMessageStray     PackFault = "message_stray"
	faultMessageBrace     PackFault = "message_brace"
	faultMessageUnit      PackFault = "message_unit"
	faultTextMissing      PackFault = "text_missing"
	faultTextField        PackFault = "text_field"
	faultTextSection      PackFault = "text_section"
	faultTextClause       PackFault = "text_clause"
	faultTextExtra        PackFault = "text_extra"
	faultUnknownKey       PackFault = "unknown_key"
	faultYAML             PackFault = "yaml"
)

// packFaults are the texts for developers.
var packFaults = map[PackFault]string{
	faultSectionTwice:     "section %q stands twice",
	faultSectionAfter:     "section %q comes after %q, which does not stand before it",
	faultMarkMissing:      "no mark in %s",
	faultClauseID:         "clause %q has no id or stands twice",
	faultClauseSource:     "clause %q has no source or date",
	faultClauseBasis:      "clause %q has no basis",
	faultFieldTwice:       "field %q stands twice",
	faultBound:            "bound %q is no number",
	faultFieldType:        "field %q has no type %q",
	faultFieldChoices:     "field %q names no choice list (%q)",
	faultFieldRefColumn:   "field %q: a ref, and only a ref, names the column it refers to",
	faultFieldNoCurrency:  "field %q has no currency",
	faultFieldClause:      "field %q: no clause %q",
	faultFieldEngine:      "field %q: no engine gives %q",
	faultComputedRequired: "field %q is computed and cannot be required",
	faultFieldDefault:     "field %q: default %q: %s",
	faultFieldRef:         "field %q refers to %q, which is no title column",
	faultListColumns:      "list %q has no columns",
	faultFieldCurrency:    "field %q: no currency %q",
	faultFieldExpression:  "field %q, %s: %w",
	faultCycle:            "%s hang on each other",
	faultDraftField:       "%q is no prose field to draft",
	faultDraftParagraph:   "paragraph %q has no id, one with a stroke, or stands twice",
	faultDraftExpression:  "%w",
	faultDraftPart:        "a part has either a text or cases",
	faultDraftJoin:        "a list of sentences needs a join",
	faultDraftEach:        "each: %q names no list; what belongs to some rows only goes into when",
	faultTerm:             "terms › %s: %w",
	faultTermBrace:        "%s: terms › %s names {%s}, which nothing fills",
	faultTermMark:         "terms › %s does not begin with the mark %q",
	faultTermUnused:       "text for terms › %s, which no draft uses",
	faultRuleID:           "rule %q has no id or stands twice",
	faultRuleExpression:   "rule %q, %s: %w",
	faultRuleLevel:        "rule %q has no level %q",
	faultRuleClause:       "rule %q: no clause %q",
	faultRuleEmpty:        "rule %q needs fields and either assert or distinct",
	faultRuleField:        "rule %q: no field %q",
	faultRuleEach:         "rule %q: %q is no list",
	faultNoPass:           "rule %q has no passing example",
	faultNoFail:           "rule %q has no failing example",
	faultPassFailed:       "rule %q: the passing example is failed",
	faultPassNotChecked:   "rule %q: the passing example is not checked",
	faultPassNotApplied:   "rule %q: the passing example is not applied",
	faultFailPassed:       "rule %q: the failing example is passed",
	faultFailNotChecked:   "rule %q: the failing example is not checked",
	faultFailNotApplied:   "rule %q: the failing example is not applied",
	faultMessageStray:     "message for a rule %q that the pack does not have",
	faultMessageBrace:     "message of rule %q (%s) names {%s}, which the rule does not give",
	faultMessageUnit:      "message of rule %q writes %q behind {value}, which has its unit already",
	faultTextMissing:      "no text for %s",
	faultTextField:        "text for a field %q that the form does not have",
	faultTextSection:      "text for a section %q that the form does not have",
	faultTextClause:       "text for a clause %q that the form does not have",
	faultTextExtra:        "text for %s, which zh-Hans does not have",
	faultUnknownKey:       "field %s not found",
	faultYAML:             "%w",
}
