package forms

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Answers holds what was typed, as it was typed: text by path, and for every
// list the ids of its rows in order. Nothing is dropped for being of the wrong
// type or on a hidden branch; Evaluate decides what counts.
//
// Answers is not safe for concurrent use; Clone gives a snapshot.
type Answers struct {
	values map[Path]string
	rows   map[Path][]string
	next   int // number of the next row id; ids are never used twice
}

// NewAnswers returns an empty set.
func NewAnswers() *Answers {
	return &Answers{values: map[Path]string{}, rows: map[Path][]string{}, next: 1}
}

// Clone returns an independent copy.
func (a *Answers) Clone() *Answers {
	rows := make(map[Path][]string, len(a.rows))
	for list, ids := range a.rows {
		rows[list] = slices.Clone(ids)
	}
	return &Answers{values: maps.Clone(a.values), rows: rows, next: a.next}
}

// Get returns the text of an answer; "" is not answered.
func (a *Answers) Get(p Path) string { return a.values[p] }

// Rows returns the row ids of a list in order. The caller must not change it.
func (a *Answers) Rows(list Path) []string { return a.rows[list] }

// Paths lists all answered paths, sorted.
func (a *Answers) Paths() []Path { return slices.Sorted(maps.Keys(a.values)) }

// Lists lists the paths of all lists that have rows, sorted.
func (a *Answers) Lists() []Path { return slices.Sorted(maps.Keys(a.rows)) }

// NewRowID returns an id that no row of these answers has had. An Insert with
// it takes it.
func (a *Answers) NewRowID() string { return "r" + strconv.Itoa(a.next) }

// lastRow is the highest number of a row id.
const lastRow = 1 << 40

// RowNumber is the number in a row id, "r12"; 0 for what is no row id.
func RowNumber(id string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(id, "r"))
	if err != nil || n < 1 || n > lastRow || id != "r"+strconv.Itoa(n) {
		return 0
	}
	return n
}

// Op is what a Change does.
type Op string

// The operations. Set with an empty value clears the answer. Remove takes a row
// that has no answers and no rows any more; Removal lists the changes that empty it first.
const (
	Set    Op = "set"
	Insert Op = "insert"
	Remove Op = "remove"
	Move   Op = "move"
)

// Change is one step from a set of answers to the next.
type Change struct {
	Op    Op
	Path  Path   // the answer (Set) or the row (Insert, Remove, Move: "suppliers[r3]")
	Value string // Set: the text
	At    int    // Insert, Move: position of the row afterwards
	Why   string // reason, where one was asked for
}

// Apply carries the change out and returns the one that takes it back. It fails,
// changing nothing, where the row or list is not there.
func (a *Answers) Apply(c Change) (inverse Change, err error) {
	if c.Op == Set {
		return a.set(c)
	}
	list, row, ok := c.Path.split()
	if !ok {
		return Change{}, fmt.Errorf("%s: not a row", c.Path)
	}
	at := slices.Index(a.rows[list], row)
	switch {
	case c.Op == Insert && at < 0:
		return a.insert(list, row, c)
	case c.Op == Remove && at >= 0:
		return a.remove(list, at, c)
	case c.Op == Move && at >= 0:
		return a.move(list, at, c)
	}
	return Change{}, fmt.Errorf("%s: cannot %s the row", c.Path, c.Op)
}

func (a *Answers) set(c Change) (Change, error) {
	if err := a.standing(c.Path.Parent()); err != nil {
		return Change{}, err
	}
	inverse := Change{Op: Set, Path: c.Path, Value: a.values[c.Path]}
	if c.Value == "" {
		delete(a.values, c.Path)
	} else {
		a.values[c.Path] = c.Value
	}
	return inverse, nil
}

// standing reports an error unless all rows of a row path exist.
func (a *Answers) standing(row Path) error {
	if row == "" {
		return nil
	}
	list, id, ok := row.split()
	if !ok || !slices.Contains(a.rows[list], id) {
		return fmt.Errorf("%s: no such row", row)
	}
	return a.standing(list.Parent())
}

func (a *Answers) insert(list Path, row string, c Change) (Change, error) {
	if err := a.standing(list.Parent()); err != nil {
		return Change{}, err
	}
	ids := a.rows[list]
	if c.At < 0 || c.At > len(ids) {
		return Change{}, fmt.Errorf("%s: no place %d among %d rows", c.Path, c.At, len(ids))
	}
	n := RowNumber(row)
	if n == 0 {
		return Change{}, fmt.Errorf("%s: %q is no row id", c.Path, row)
	}
	a.rows[list] = slices.Insert(slices.Clone(ids), c.At, row)
	a.next = max(a.next, n+1)
	return Change{Op: Remove, Path: c.Path}, nil
}

func (a *Answers) remove(list Path, at int, c Change) (Change, error) {
	for p := range a.values {
		if p.Within(c.Path) {
			return Change{}, fmt.Errorf("%s: the row still holds %s", c.Path, p)
		}
	}
	for inner := range a.rows {
		if inner != list && inner.Within(c.Path) {
			return Change{}, fmt.Errorf("%s: the row still holds rows of %s", c.Path, inner)
		}
	}
	ids := slices.Delete(slices.Clone(a.rows[list]), at, at+1)
	if len(ids) == 0 {
		delete(a.rows, list)
	} else {
		a.rows[list] = ids
	}
	return Change{Op: Insert, Path: c.Path, At: at}, nil
}

func (a *Answers) move(list Path, at int, c Change) (Change, error) {
	ids := slices.Clone(a.rows[list])
	if c.At < 0 || c.At >= len(ids) {
		return Change{}, fmt.Errorf("%s: no place %d among %d rows", c.Path, c.At, len(ids))
	}
	row := ids[at]
	ids = slices.Insert(slices.Delete(ids, at, at+1), c.At, row)
	a.rows[list] = ids
	return Change{Op: Move, Path: c.Path, At: at}, nil
}

// Removal lists the changes that remove a row with all it holds, inner rows
// first, so that taking them back in reverse restores everything.
func (a *Answers) Removal(row Path) []Change {
	var changes []Change
	for _, p := range a.Paths() {
		if p.Within(row) {
			changes = append(changes, Change{Op: Set, Path: p})
		}
	}
	lists := a.Lists()
	slices.Reverse(lists)
	for _, list := range lists {
		if list.Within(row) && list != row {
			for _, id := range slices.Backward(a.rows[list]) {
				changes = append(changes, Change{Op: Remove, Path: list.Row(id)})
			}
		}
	}
	return append(changes, Change{Op: Remove, Path: row})
}

// Copying lists the changes that insert a copy of a row at a position, and the
// path of the copy.
func (a *Answers) Copying(row Path, at int) (Path, []Change, error) {
	list, _, ok := row.split()
	if !ok {
		return "", nil, fmt.Errorf("%s: not a row", row)
	}
	trial := a.Clone()
	target := list.Row(trial.NewRowID())
	var changes []Change
	add := func(c Change) error {
		_, err := trial.Apply(c)
		changes = append(changes, c)
		return err
	}
	if err := add(Change{Op: Insert, Path: target, At: at}); err != nil {
		return "", nil, err
	}
	err := copyInto(a, trial, row, target, add)
	return target, changes, err
}

// copyInto adds to the row target what the row source holds.
func copyInto(from, trial *Answers, source, target Path, add func(Change) error) error {
	for _, p := range from.Paths() {
		if p.Within(source) && p.Parent() == source {
			if err := add(Change{Op: Set, Path: target + p[len(source):], Value: from.values[p]}); err != nil {
				return err
			}
		}
	}
	for _, list := range from.Lists() {
		if !list.Within(source) || list.Parent() != source {
			continue
		}
		inner := target + list[len(source):]
		for i, id := range from.rows[list] {
			copied := inner.Row(trial.NewRowID())
			if err := add(Change{Op: Insert, Path: copied, At: i}); err != nil {
				return err
			}
			if err := copyInto(from, trial, list.Row(id), copied, add); err != nil {
				return err
			}
		}
	}
	return nil
}

// All lists the changes that build these answers from nothing.
func (a *Answers) All() []Change {
	var changes []Change
	for _, list := range a.Lists() {
		for i, id := range a.rows[list] {
			changes = append(changes, Change{Op: Insert, Path: list.Row(id), At: i})
		}
	}
	for _, p := range a.Paths() {
		changes = append(changes, Change{Op: Set, Path: p, Value: a.values[p]})
	}
	return changes
}
