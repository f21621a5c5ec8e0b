package forms

import (
	"slices"
	"strconv"
)

// Aligned gives a copy of answers whose rows bear the ids of those rows of other
// answers that have the same title: first that of the same position, else the
// first that is free. Rows that have none get ids that the others do not use, so
// that the two can be compared by id. Rows without a title are matched by position.
func (f *Form) Aligned(answers, to *Answers) (*Answers, error) {
	a := aligner{form: f, from: answers, to: to, out: NewAnswers(), rows: map[Path]Path{}, used: map[Path]bool{}, next: RowNumber(to.NewRowID())}
	for _, c := range answers.All() {
		if _, err := a.out.Apply(a.translated(c)); err != nil {
			return nil, err
		}
	}
	return a.out, nil
}

type aligner struct {
	form     *Form
	from, to *Answers
	out      *Answers
	rows     map[Path]Path // row of from → row of out
	used     map[Path]bool // of to
	next     int
}

// translated is a change of All as the copy wants it. Outer rows come before what
// stands in them.
func (a *aligner) translated(c Change) Change {
	if c.Op == Insert {
		list, _, _ := c.Path.split()
		a.rows[c.Path] = a.match(list, c)
		c.Path = a.rows[c.Path]
	} else {
		c.Path = a.moved(c.Path)
	}
	return c
}

// moved is a path with the rows of the copy.
func (a *aligner) moved(p Path) Path {
	row := p.Parent()
	if row == "" {
		return p
	}
	return a.rows[row] + p[len(row):]
}

// match finds the row of the other answers that a row is.
func (a *aligner) match(list Path, c Change) Path {
	moved := a.moved(list)
	ids := a.to.Rows(moved)
	title := a.title(a.from, c.Path)
	candidates := slices.Clone(ids)
	if c.At < len(ids) {
		candidates = append([]string{ids[c.At]}, candidates...)
	}
	for i, id := range candidates {
		row := moved.Row(id)
		here := i == 0 && c.At < len(ids)
		if !a.used[row] && (title == "" && here || title != "" && a.title(a.to, row) == title) {
			a.used[row] = true
			return row
		}
	}
	a.next++
	return moved.Row("r" + strconv.Itoa(a.next))
}

// title is the text that names a row, "" where it has none.
func (a *aligner) title(answers *Answers, row Path) string {
	list, _, _ := row.split()
	if field := a.form.fields[list.Pattern()]; field != nil {
		if t := field.TitleField(); t != nil {
			return answers.Get(row.Join(t.Key))
		}
	}
	return ""
}
