package fill

import (
	"fmt"
	"slices"
	"strings"

	"h200filing/forms"
)

// Accepted chooses what Changes carries out without a person: all that is not
// refused.
func Accepted(d *Difference) bool { return d.Accepted() }

// Overriding chooses, beside what is not refused, what the workbook has in place
// of newer answers.
func Overriding(d *Difference) bool { return d.Accepted() || d.Overridable() }

// Changes turns the differences that chosen picks into changes, to be applied in
// one transaction to the answers that Read has compared with. What cannot be
// taken is left out even if picked; so are answers of a new row that is not
// picked. References to a row follow its title. It fails where the answers are
// others.
func (i *Import) Changes(answers *forms.Answers, chosen func(*Difference) bool) ([]forms.Change, error) {
	c := &changer{form: i.form, answers: answers.Clone(), ids: map[*row]forms.Path{}}
	var picked []*Difference
	for _, d := range i.Differences {
		if (d.Accepted() || d.Overridable()) && chosen(d) {
			picked = append(picked, d)
		}
	}
	c.removeRows(picked)
	c.insertRows(i.order, picked)
	c.orderRows(i.order, picked)
	c.setAnswers(picked)
	return c.changes, c.err
}

// changer tries every change on a copy, so that later ones see earlier ones.
type changer struct {
	form    *forms.Form
	answers *forms.Answers
	ids     map[*row]forms.Path // paths of new rows
	changes []forms.Change
	err     error
}

func (c *changer) apply(changes ...forms.Change) {
	for _, change := range changes {
		if c.err != nil {
			return
		}
		if _, err := c.answers.Apply(change); err != nil {
			c.err = fmt.Errorf("import: %w", err)
			return
		}
		c.changes = append(c.changes, change)
	}
}

func (c *changer) removeRows(picked []*Difference) {
	for _, d := range picked {
		if d.Kind == Removed {
			c.apply(c.answers.Removal(d.path)...)
		}
	}
}

// pathOf is the path of a row, also of a new one; "" where it was not picked.
func (c *changer) pathOf(w *row) forms.Path {
	if w.path != "" {
		return w.path
	}
	return c.ids[w]
}

// listOf is the path of the list that a row stands in, "" where its outer row was
// not picked.
func (c *changer) listOf(w *row) forms.Path {
	if w.outer == nil {
		return forms.Path(w.list.ID)
	}
	if outer := c.pathOf(w.outer); outer != "" {
		return outer.Join(w.list.Key)
	}
	return ""
}

// insertRows inserts every new row behind the row that stands above it in the
// workbook.
func (c *changer) insertRows(order []*row, picked []*Difference) {
	added := map[*row]bool{}
	for _, d := range picked {
		if d.Kind == Added {
			added[d.row] = true
		}
	}
	above := map[forms.Path]forms.Path{} // list → the row last seen
	for _, w := range order {
		list := c.listOf(w)
		if list == "" {
			continue
		}
		if added[w] {
			c.ids[w] = list.Row(c.answers.NewRowID())
			c.apply(forms.Change{Op: forms.Insert, Path: c.ids[w], At: c.behind(list, above[list])})
		}
		if p := c.pathOf(w); p != "" {
			above[list] = p
		}
	}
}

// behind is the position after a row; at the end where no row is given or it is
// not there any more.
func (c *changer) behind(list, row forms.Path) int {
	ids := c.answers.Rows(list)
	for i, id := range ids {
		if list.Row(id) == row {
			return i + 1
		}
	}
	return len(ids)
}

// orderRows gives the rows of a list the order of the workbook. Rows that it does
// not have stay where they are.
func (c *changer) orderRows(order []*row, picked []*Difference) {
	for _, d := range picked {
		if d.Kind != Order {
			continue
		}
		var wanted []forms.Path
		for _, w := range order {
			if p := c.pathOf(w); p != "" && !w.removed && c.listOf(w) == d.list && c.stands(d.list, p) {
				wanted = append(wanted, p)
			}
		}
		next := 0
		for at := 0; at < len(c.answers.Rows(d.list)) && next < len(wanted); at++ {
			here := d.list.Row(c.answers.Rows(d.list)[at])
			if !slices.Contains(wanted, here) {
				continue
			}
			if here != wanted[next] {
				c.apply(forms.Change{Op: forms.Move, Path: wanted[next], At: at})
			}
			next++
		}
	}
}

func (c *changer) stands(list, row forms.Path) bool {
	return slices.ContainsFunc(c.answers.Rows(list), func(id string) bool { return list.Row(id) == row })
}

// setAnswers sets the answers, and in references the new titles of rows.
func (c *changer) setAnswers(picked []*Difference) {
	target := map[forms.Path]string{}
	var paths []forms.Path
	for _, d := range picked {
		path := d.path
		if d.Kind != Answer {
			continue
		}
		if path == "" {
			row := c.pathOf(d.row)
			if row == "" {
				continue
			}
			path = row.Join(d.field.Key)
		}
		target[path] = d.New
		paths = append(paths, path)
	}
	renamed := c.renamed(target)
	for _, path := range paths {
		c.set(path, target[path])
	}
	for _, path := range c.answers.Paths() {
		f := c.form.Field(path.Pattern())
		if _, own := target[path]; own || f == nil || renamed[f.Ref] == nil {
			continue
		}
		names, changed := forms.Lines(c.answers.Get(path)), false
		for i, name := range names {
			if title, ok := renamed[f.Ref][name]; ok {
				names[i], changed = title, true
			}
		}
		if changed {
			c.set(path, strings.Join(names, "\n"))
		}
	}
}

// renamed maps, by the title's field, titles that one row alone bore to those
// that it gets.
func (c *changer) renamed(target map[forms.Path]string) map[string]map[string]string {
	out := map[string]map[string]string{}
	bearers := map[string]int{}
	for _, path := range c.answers.Paths() {
		if f := c.form.Field(path.Pattern()); f != nil && f.Title {
			bearers[f.ID+"\n"+c.answers.Get(path)]++
		}
	}
	for path, title := range target {
		f, old := c.form.Field(path.Pattern()), c.answers.Get(path)
		if !f.Title || old == "" || title == "" || bearers[f.ID+"\n"+old] != 1 {
			continue
		}
		if out[f.ID] == nil {
			out[f.ID] = map[string]string{}
		}
		out[f.ID][old] = title
	}
	return out
}

func (c *changer) set(path forms.Path, value string) {
	if c.answers.Get(path) != value {
		c.apply(forms.Change{Op: forms.Set, Path: path, Value: value})
	}
}
