package file

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"h200filing/forms"
)

// Match says which rows of two sets of answers are the same row.
type Match string

// The ways to match rows: by id for two states of one application, by position
// for two applications, whose ids tell nothing about each other.
const (
	ByID       Match = "id"
	ByPosition Match = "position"
)

// DiffKind says what a Difference is.
type DiffKind string

// The kinds of differences. The first three are of answers, the others of rows.
const (
	Answered   DiffKind = "answered" // Old is ""
	Cleared    DiffKind = "cleared"  // New is ""
	Changed    DiffKind = "changed"
	RowAdded   DiffKind = "row_added"
	RowRemoved DiffKind = "row_removed"
	RowMoved   DiffKind = "row_moved"
)

// Difference is one answer or row in which two sets of answers differ. For an
// answer Old and New are the texts, for a row its positions, from 0, or "".
type Difference struct {
	Path forms.Path // with the row ids of the new answers; of the old ones below a removed row
	Kind DiffKind
	Old  string
	New  string
}

// Diff lists the differences between two sets of answers. Those at one place are
// ordered by path, answers before rows; the rows of a list are in their new
// order, the removed ones last. Of a row that was added or removed, every answer
// is listed too. It alters neither.
func Diff(old, new *forms.Answers, match Match) []Difference {
	d := differ{match: match, old: sideOf(old), new: sideOf(new)}
	d.within("", "", "")
	return d.found
}

// side is one set of answers, by the row that they stand in.
type side struct {
	*forms.Answers
	values map[forms.Path][]string // what follows the row, sorted: ".reply"
	lists  map[forms.Path][]string
}

func sideOf(a *forms.Answers) side {
	s := side{a, map[forms.Path][]string{}, map[forms.Path][]string{}}
	for _, p := range a.Paths() {
		row := p.Parent()
		s.values[row] = append(s.values[row], string(p[len(row):]))
	}
	for _, p := range a.Lists() {
		row := p.Parent()
		s.lists[row] = append(s.lists[row], string(p[len(row):]))
	}
	return s
}

type differ struct {
	match    Match
	old, new side
	found    []Difference
}

// none stands for a row that is not there. No path is like it.
const none = forms.Path("[]")

// within compares what stands in a row, or at the top. shown is the row as it is
// named in the result.
func (d *differ) within(old, new, shown forms.Path) {
	for _, key := range union(d.old.values[old], d.new.values[new]) {
		d.value(old+forms.Path(key), new+forms.Path(key), shown+forms.Path(key))
	}
	for _, key := range union(d.old.lists[old], d.new.lists[new]) {
		d.list(old+forms.Path(key), new+forms.Path(key), shown+forms.Path(key))
	}
}

func (d *differ) value(old, new, shown forms.Path) {
	before, after := d.old.Get(old), d.new.Get(new)
	kind := Changed
	switch {
	case before == after:
		return
	case before == "":
		kind = Answered
	case after == "":
		kind = Cleared
	}
	d.found = append(d.found, Difference{shown, kind, before, after})
}

func (d *differ) list(old, new, shown forms.Path) {
	before, after := d.old.Rows(old), d.new.Rows(new)
	origin := d.origins(before, after)
	moved := movedRows(origin)
	kept := map[int]bool{}
	for i, id := range after {
		row, from := shown.Row(id), none
		switch at := origin[i]; {
		case at < 0:
			d.found = append(d.found, Difference{row, RowAdded, "", strconv.Itoa(i)})
		case moved[i]:
			d.found = append(d.found, Difference{row, RowMoved, strconv.Itoa(at), strconv.Itoa(i)})
		}
		if at := origin[i]; at >= 0 {
			from, kept[at] = old.Row(before[at]), true
		}
		d.within(from, new.Row(id), row)
	}
	for at, id := range before {
		if !kept[at] {
			row := shown.Row(id)
			d.found = append(d.found, Difference{row, RowRemoved, strconv.Itoa(at), ""})
			d.within(old.Row(id), none, row)
		}
	}
}

// origins gives for each row after its position before, -1 for a new one.
func (d *differ) origins(before, after []string) []int {
	at := make(map[string]int, len(before))
	for i, id := range before {
		at[id] = i
	}
	out := make([]int, len(after))
	for i, id := range after {
		from, there := at[id]
		if d.match == ByPosition {
			from, there = i, i < len(before)
		}
		if out[i] = from; !there {
			out[i] = -1
		}
	}
	return out
}

// movedRows tells which rows have moved: those outside of a longest run of rows
// that are still in their old order (patience sorting).
func movedRows(origin []int) []bool {
	var tops []int // tops[k] ends the run of length k+1 that ends lowest
	before := make([]int, len(origin))
	for i, at := range origin {
		if at < 0 {
			continue
		}
		k, _ := slices.BinarySearchFunc(tops, at, func(top, at int) int { return origin[top] - at })
		if before[i] = -1; k > 0 {
			before[i] = tops[k-1]
		}
		if k == len(tops) {
			tops = append(tops, i)
		} else {
			tops[k] = i
		}
	}
	moved := make([]bool, len(origin))
	for i, at := range origin {
		moved[i] = at >= 0
	}
	if len(tops) == 0 {
		return moved
	}
	for i := tops[len(tops)-1]; i >= 0; i = before[i] {
		moved[i] = false
	}
	return moved
}

func union(a, b []string) []string {
	keys := map[string]bool{}
	for _, k := range slices.Concat(a, b) {
		keys[k] = true
	}
	return slices.Sorted(maps.Keys(keys))
}

// Changes lists the changes that lead from one set of answers to another of the
// same application, rows being matched by id: what brings a named version back
// when it is given to Apply.
func Changes(from, to *forms.Answers) []forms.Change {
	var changes []forms.Change
	for _, list := range slices.Backward(from.Lists()) { // inner lists first
		for _, id := range slices.Backward(from.Rows(list)) {
			if row := list.Row(id); !slices.Contains(to.Rows(list), id) {
				changes = append(changes, removal(from, row)...)
			}
		}
	}
	for _, list := range to.Lists() { // outer lists first
		changes = append(changes, arrange(list, from.Rows(list), to.Rows(list))...)
	}
	for _, p := range union(texts(from.Paths()), texts(to.Paths())) {
		path := forms.Path(p)
		if value := to.Get(path); value != from.Get(path) && stands(to, path.Parent()) {
			changes = append(changes, forms.Change{Op: forms.Set, Path: path, Value: value})
		}
	}
	return changes
}

// removal empties a row, whose inner rows are gone already, and removes it.
func removal(from *forms.Answers, row forms.Path) []forms.Change {
	var changes []forms.Change
	for _, p := range from.Paths() {
		if p.Within(row) && p.Parent() == row {
			changes = append(changes, forms.Change{Op: forms.Set, Path: p})
		}
	}
	return append(changes, forms.Change{Op: forms.Remove, Path: row})
}

// arrange inserts and moves the rows of a list, from which the superfluous ones
// are gone, until they stand as in to.
func arrange(list forms.Path, from, to []string) []forms.Change {
	now := slices.DeleteFunc(slices.Clone(from), func(id string) bool { return !slices.Contains(to, id) })
	var changes []forms.Change
	for i, id := range to {
		at := slices.Index(now, id)
		switch {
		case at < 0:
			changes = append(changes, forms.Change{Op: forms.Insert, Path: list.Row(id), At: i})
		case at != i:
			changes = append(changes, forms.Change{Op: forms.Move, Path: list.Row(id), At: i})
			now = slices.Delete(now, at, at+1)
		default:
			continue
		}
		now = slices.Insert(now, i, id)
	}
	return changes
}

func texts(paths []forms.Path) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = string(p)
	}
	return out
}

// stands tells whether a row, or the top, is there with all rows around it.
func stands(a *forms.Answers, row forms.Path) bool {
	if row == "" {
		return true
	}
	open := strings.LastIndexByte(string(row), '[')
	list, id := row[:open], string(row[open+1:len(row)-1])
	return slices.Contains(a.Rows(list), id)
}
