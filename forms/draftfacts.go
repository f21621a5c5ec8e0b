package forms

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Drafts may name, beside answers, what the engines found. It stands in the
// group "facts": the lists below with the columns of the form list that they
// stand on and their own, and a few numbers.
const factGroup = "facts."

// Keys of a row that no expression can name: its path, and the words of its own
// columns.
const (
	rowPath  = "@path"
	rowWords = "@words"
)

// factList says what a list of facts has: the form list whose columns its rows
// have too, and its own columns.
type factList struct {
	base    string
	columns []string
}

// figureColumns are those of the lists of figures of a candidate.
var figureColumns = []string{"metric", "value", "need", "gap_percent", "difference", "below", "source", "date", "grade", "quoted", "technical", "cite"}

// candidateColumns are those of a candidate: what excludes it, what speaks for
// it, what it would take.
var candidateColumns = []string{
	"excluded", "declined", "unanswered", "devices", "power_kw", "common_source", "common_date",
	"technical", "timing", "commercial", "met", "unknown", "near", "tested_figures",
}

// factLists are the lists by their path. "facts.this" is the candidate that the
// row of the question is about, if any.
var factLists = func() map[string]*factList {
	lists := map[string]*factList{
		"facts.requirements": {base: "requirements", columns: []string{"metric", "need", "reference", "reference_meets", "technical"}},
		"facts.relaxations":  {columns: []string{"product", "metric", "from", "to", "percent", "admits", "technical"}},
		"facts.channels":     {columns: []string{"found_by", "products", "count"}},
	}
	for _, list := range []string{"facts.candidates", "facts.this"} {
		lists[list] = &factList{base: "suppliers", columns: candidateColumns}
		for _, inner := range []string{"technical", "timing", "commercial", "met", "unknown", "near", "tested_figures"} {
			lists[list+"[]."+inner] = &factList{columns: figureColumns}
		}
	}
	return lists
}()

// factNumbers are the single facts.
var factNumbers = []string{"facts.suppliers", "facts.products", "facts.excluded", "facts.standing", "facts.written", "facts.asked_first", "facts.replied_last"}

// factNames reports whether a path names a fact, a list of facts or a column.
func factNames(form *Form, path string) bool {
	if path == strings.TrimSuffix(factGroup, ".") || slices.Contains(factNumbers, path) || factLists[strings.TrimSuffix(path, "[]")] != nil {
		return true
	}
	i := strings.LastIndex(path, "[].")
	if i < 0 || !strings.HasPrefix(path, factGroup) {
		return false
	}
	if list := factLists[path[:i]]; list != nil && (slices.Contains(list.columns, path[i+3:]) || list.base != "" && form.names(list.base+path[i:])) {
		return true
	}
	for id, list := range factLists { // a column of a list within a row of the base
		if list.base != "" && strings.HasPrefix(path, id+"[].") && form.names(list.base+path[len(id):]) {
			return true
		}
	}
	return false
}

// factRow is a row of a list of facts in the making.
type factRow struct {
	env   map[string]any
	words factWords
}

func newFactRow(path Path, base map[string]any) factRow {
	row := factRow{env: maps.Clone(base), words: factWords{}}
	if row.env == nil {
		row.env = map[string]any{}
	}
	row.env[rowPath], row.env[rowWords] = path, row.words
	return row
}

// set gives a column its value for expressions and its word for sentences.
func (f factRow) set(column string, value any, word factWord) {
	f.env[column] = value
	if word != nil {
		f.words[column] = word
	}
}

// draftFacts gathers what drafts may name of the engines' findings.
func (r *Report) draftFacts() map[string]any {
	candidates := []any{}
	for _, row := range r.Rows("suppliers") {
		if x, ok := r.Examined(row); ok {
			candidates = append(candidates, r.candidateFacts(row, x))
		}
	}
	facts := map[string]any{
		"candidates":   candidates,
		"requirements": r.requirementFacts(),
		"relaxations":  r.relaxationFacts(),
		"channels":     r.channelFacts(),
	}
	if r.Gap == nil {
		return facts
	}
	s := r.Gap.Support
	for key, n := range map[string]int{"suppliers": s.Suppliers, "products": s.Candidates, "excluded": s.Excluded, "standing": len(s.Standing)} {
		facts[key] = decimal.NewFromInt(int64(n))
	}
	r.inquiryFacts(facts)
	return facts
}

// known is the value of a question, or nil.
func (r *Report) known(p Path) any {
	if q := r.byPath[p]; q != nil && q.State.Known() {
		return q.Value
	}
	return nil
}
