package file

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"h200filing/forms"
)

// answers gives the answers that are proven, by the seal over the tables or by
// the newest hash of the log, to be those of the last change; failing that, all
// that can be found.
func (m *mender) answers() (*forms.Answers, error) {
	m.report.Whole = true
	if m.sealed() {
		return restore(m.tables["answers"], m.tables["lists"], m.tables["meta"][nextKey])
	}
	h, err := readHead(m.tables["meta"][headKey])
	if err == nil && h.seq > 0 && h.seq == int64(len(m.log)) && bytes.Equal(h.hash, m.log[h.seq-1].Hash) {
		return m.replayed.Clone(), nil
	}
	m.report.Whole = false
	return m.gather()
}

// gather puts answers together from what the log leads to, what is known of its
// later entries, and the tables, each overruling the one before.
func (m *mender) gather() (*forms.Answers, error) {
	g := gathered{values: map[forms.Path]string{}, rows: map[forms.Path][]string{}, sure: map[forms.Path]bool{}}
	for _, list := range m.replayed.Lists() {
		g.rows[list] = slices.Clone(m.replayed.Rows(list))
	}
	for list, text := range m.tables["lists"] {
		var ids []string
		if err := json.Unmarshal([]byte(text), &ids); err == nil && len(ids) > 0 {
			g.rows[forms.Path(list)], g.sure[forms.Path(list)] = ids, true
		}
	}
	for _, p := range m.replayed.Paths() {
		g.values[p] = m.replayed.Get(p)
	}
	for _, seq := range slices.Sorted(maps.Keys(m.wreck.log)) {
		if e := m.wreck.log[seq]; seq > int64(len(m.log)) && e.Op == string(forms.Set) {
			g.values[forms.Path(e.Path)] = e.New
		}
	}
	for path, text := range m.tables["answers"] {
		g.values[forms.Path(path)] = text
	}
	g.settle()
	for _, p := range slices.Sorted(maps.Keys(g.values)) {
		if _, there := m.tables["answers"][string(p)]; !there {
			m.lose(OldAnswer, string(p))
		}
	}
	next, err := readNext(m.tables["meta"][nextKey])
	if err != nil {
		next = 1
	}
	return forms.Restore(g.values, g.rows, max(next, g.next, m.replayed.NextRow()))
}

// gathered is a set of answers that may not fit together yet.
type gathered struct {
	values map[forms.Path]string
	rows   map[forms.Path][]string
	sure   map[forms.Path]bool // lists whose rows are those of the table
	next   int
}

// settle makes them fit: rows that are missing are added, unless their list is
// known to be without them; then what stands in them goes.
func (g *gathered) settle() {
	for _, list := range slices.Sorted(maps.Keys(g.rows)) { // outer lists first
		if g.rows[list] = wellFormed(g.rows[list]); len(g.rows[list]) == 0 || !g.ensureRow(list.Parent()) {
			delete(g.rows, list)
		}
	}
	for _, p := range slices.Sorted(maps.Keys(g.values)) {
		if g.values[p] == "" || !g.ensureRow(p.Parent()) {
			delete(g.values, p)
		}
	}
	for _, ids := range g.rows {
		for _, id := range ids {
			g.next = max(g.next, forms.RowNumber(id)+1)
		}
	}
}

// ensureRow adds a row that is missing, and those around it. It reports false where
// the row cannot have existed.
func (g *gathered) ensureRow(row forms.Path) bool {
	if row == "" {
		return true
	}
	open := strings.LastIndexByte(string(row), '[')
	if open < 0 || !g.ensureRow(row[:open].Parent()) {
		return false
	}
	list, id := row[:open], string(row[open+1:len(row)-1])
	if slices.Contains(g.rows[list], id) {
		return true
	}
	if g.sure[list] || forms.RowNumber(id) == 0 {
		return false
	}
	g.rows[list] = append(g.rows[list], id)
	return true
}

// wellFormed gives the ids that are some, each once.
func wellFormed(ids []string) (out []string) {
	for _, id := range ids {
		if forms.RowNumber(id) > 0 && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// trailOf follows a log to what Undo and Redo take back next.
func trailOf(log []Entry) (t trail) {
	steps := map[int64]Entry{}
	undone := map[int64]bool{} // steps that are an Undo
	for _, e := range log {
		_, ofAnswers, err := e.change()
		if _, known := steps[e.Step]; known || !ofAnswers || err != nil {
			continue
		}
		steps[e.Step] = e
		switch below := steps[e.Undoes].Below; {
		case e.Below == e.Step: // of Begin
			t = trail{}
		case e.Undoes == 0:
			t = trail{undo: e.Step}
		case undone[e.Undoes]:
			t = trail{undo: e.Step, redo: below}
		default:
			t = trail{undo: below, redo: e.Step}
			undone[e.Step] = true
		}
	}
	return t
}
