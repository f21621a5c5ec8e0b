package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"h200filing/forms"
)

// Scope is the part of an application that a workbook holds; the zero Scope
// holds all.
type Scope struct {
	names    []string
	sections map[string]bool
	fields   map[string]bool
	numbers  map[string]map[int]bool // list → its rows, where not all
	rows     map[forms.Path]bool     // the same rows by their paths
}

// NewScope reads names of parts: the id of a section ("suppliers"), of a field
// or list ("project.fleet"; "suppliers[]" is the list of a section that bears the
// same name), or a row of a list by its public path ("experts[2]"). No names are
// all. It fails on what the form, or the report's rows, do not have.
func NewScope(report *forms.Report, names []string) (*Scope, error) {
	s := &Scope{names: names, sections: map[string]bool{}, fields: map[string]bool{}, numbers: map[string]map[int]bool{}, rows: map[forms.Path]bool{}}
	for _, name := range names {
		id, row, inRow := strings.Cut(strings.TrimSuffix(name, "]"), "[")
		field := report.Form.Field(id)
		listed := field != nil && field.Type == forms.TypeRows
		switch {
		case inRow && row == "" && listed, !inRow && field != nil && field.List == nil && !isSection(report.Form, id):
			s.fields[id] = true
		case inRow && listed:
			n, err := strconv.Atoi(row)
			if err != nil || n < 0 || n >= len(report.Rows(forms.Path(id))) {
				return nil, fmt.Errorf("scope %q: no such row", name)
			}
			s.fields[id] = true
			if s.numbers[id] == nil {
				s.numbers[id] = map[int]bool{}
			}
			s.numbers[id][n+1] = true
			s.rows[report.Rows(forms.Path(id))[n]] = true
		case !inRow && isSection(report.Form, id):
			s.sections[id] = true
		default:
			return nil, fmt.Errorf("scope %q: no such part", name)
		}
	}
	return s, nil
}

func isSection(form *forms.Form, id string) bool {
	return slices.ContainsFunc(form.Sections, func(s *forms.Section) bool { return s.ID == id })
}

func (s *Scope) all() bool { return len(s.names) == 0 }

// String writes the names one a line, for the workbook; "" is all.
func (s *Scope) String() string { return strings.Join(s.names, "\n") }

// Covers reports whether the scope holds a field, a list or a column.
func (s *Scope) Covers(f *forms.Field) bool {
	if s.all() || s.sections[f.Section.ID] || s.fields[f.ID] {
		return true
	}
	return f.List != nil && s.Covers(f.List)
}

// Numbers gives the numbers, from 1, of the rows of a list that the scope is
// restricted to; nil is all rows.
func (s *Scope) Numbers(list *forms.Field) map[int]bool {
	if s.sections[list.ID] {
		return nil
	}
	return s.numbers[list.ID]
}

func (s *Scope) coversAny(section *forms.Section) bool {
	return slices.ContainsFunc(section.Fields, s.Covers)
}

// coversPath reports whether the scope holds an answer or row of a list that it
// covers: the outermost row decides.
func (s *Scope) coversPath(p forms.Path) bool {
	list, _, inRow := strings.Cut(string(p), "[")
	outer, _, _ := strings.Cut(string(p), "]")
	return !inRow || s.numbers[list] == nil || s.sections[list] || s.rows[forms.Path(outer+"]")]
}

// rowsOf leaves the rows of a list that the scope holds.
func (s *Scope) rowsOf(rows []listRow) []listRow {
	return slices.DeleteFunc(rows, func(r listRow) bool { return !s.coversPath(r.path) })
}
