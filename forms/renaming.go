package forms

import (
	"slices"
	"strings"
)

// Setting lists the changes that set an answer. Where the answer is the title of
// a row, the references to it follow, so that no evidence or counter-argument
// loses what it points at.
func (f *Form) Setting(a *Answers, path Path, value string) []Change {
	changes := []Change{{Op: Set, Path: path, Value: value}}
	field, old := f.fields[path.Pattern()], a.Get(path)
	if field == nil || !field.Title || old == "" || value == "" {
		return changes
	}
	if f.titles(a, field, old) > 1 { // another row bears the name and keeps the references
		return changes
	}
	for _, p := range a.Paths() {
		ref := f.fields[p.Pattern()]
		if ref == nil || ref.Ref != field.ID {
			continue
		}
		names := Lines(a.Get(p))
		if i := slices.Index(names, old); i >= 0 {
			names[i] = value
			changes = append(changes, Change{Op: Set, Path: p, Value: strings.Join(names, "\n")})
		}
	}
	return changes
}

// titles counts the rows that bear a title.
func (f *Form) titles(a *Answers, field *Field, title string) int {
	n := 0
	for _, p := range a.Paths() {
		if p.Pattern() == field.ID && a.Get(p) == title {
			n++
		}
	}
	return n
}
