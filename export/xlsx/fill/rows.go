package fill

import (
	"slices"
	"strconv"
	"strings"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/cells"
	"h200filing/forms"
)

// row is a row of a list in the workbook, or one of the application that the
// workbook names.
type row struct {
	list    *forms.Field
	outer   *row       // of an inner list
	path    forms.Path // in the application; "" is new
	public  string     // path towards people
	was     string     // public path when the workbook was written; "" was not there
	number  int        // as it stands in the workbook; 0 is none
	place   cells.Place
	title   string
	parent  string // the outer row as it stands
	blank   bool   // nothing is filled in
	removed bool
	cells   map[*forms.Field]*typed
}

// within gives the path of the list that the row stands in, "" where the outer
// row is new.
func (w *row) within() forms.Path {
	switch {
	case w.outer == nil:
		return forms.Path(w.list.ID)
	case w.outer.path == "":
		return ""
	}
	return w.outer.path.Join(w.list.Key)
}

// wasWithin is the public path of the list when the workbook was written.
func (w *row) wasWithin() string {
	if w.outer == nil {
		return w.list.ID
	}
	return w.outer.was + "." + w.list.Key
}

// readList reads the rows of a list, and after them those of its inner lists.
func (r *reader) readList(list *forms.Field) error {
	if _, ok := r.columns[xlsx.RowName(list.ID)]; ok {
		rows, err := r.lines(list)
		if err != nil {
			return err
		}
		r.claim(list, rows)
		for _, w := range r.rows[list] {
			r.compareRow(w)
		}
		r.absent(list)
		r.reordered(list)
	}
	for _, f := range list.Fields {
		if f.Type != forms.TypeRows {
			continue
		}
		if err := r.readList(f); err != nil {
			return err
		}
	}
	return nil
}

// lines reads the lines of a table that hold something, and those that directly
// follow it.
func (r *reader) lines(list *forms.Field) ([]*row, error) {
	area := r.columns[xlsx.RowName(list.ID)]
	s, err := r.sheet(area.Sheet)
	if err != nil {
		return nil, err
	}
	var rows []*row
	for n := 0; area.Row+n <= s.LastRow; n++ {
		if n == MaxRows {
			return nil, &Error{Kind: cells.TooLarge}
		}
		w, err := r.line(list, n)
		if err != nil {
			return nil, err
		}
		if w.blank && n >= area.Height() {
			break
		}
		if w.blank && w.number == 0 {
			continue
		}
		rows = append(rows, w)
	}
	return rows, nil
}

// line reads one line of a table.
func (r *reader) line(list *forms.Field, n int) (*row, error) {
	area := r.columns[xlsx.RowName(list.ID)]
	w := &row{list: list, place: area.At(n), blank: true, cells: map[*forms.Field]*typed{}}
	mark, err := r.cell(area.At(n))
	if err != nil {
		return nil, err
	}
	if k, err := strconv.Atoi(fold(mark.Raw)); err == nil && k > 0 && k <= MaxRows && !mark.Formula {
		w.number = k
	}
	if parent, ok := r.columns[xlsx.ParentName(list.ID)]; ok {
		c, err := r.cell(parent.At(n))
		if err != nil {
			return nil, err
		}
		w.parent = c.Raw
	}
	for _, f := range list.Fields {
		if f.Type == forms.TypeRows || f.Computed() {
			continue
		}
		t, err := r.typed(f, n)
		if err != nil {
			return nil, err
		}
		if t == nil {
			continue
		}
		w.cells[f] = t
		if f.Type != forms.TypeFile && !t.blank() {
			w.blank = false
		}
		if f.Title {
			w.title = tidy(t.Raw)
		}
	}
	return w, nil
}

// compareRow finds the differences of a row that has been claimed or is new.
func (r *reader) compareRow(w *row) {
	switch {
	case w.removed: // with its outer row, or left alone
	case w.path == "" && w.blank:
	case w.path == "":
		r.added(w)
	case w.blank && r.filled(w):
		r.remove(w, "")
	default:
		r.answers(w)
	}
}

func (r *reader) answers(w *row) {
	for _, f := range w.list.Fields {
		t := w.cells[f]
		if t == nil {
			continue
		}
		path, was := forms.Path(""), ""
		var q *forms.Question
		if w.path != "" {
			path = w.path.Join(f.Key)
			q = r.report.Question(path)
		}
		if w.was != "" {
			was = w.was + "." + f.Key
		}
		r.add(r.decide(f, q, t, was), path, w)
	}
}

// filled reports whether the application has anything in the cells of a row that
// can be filled in.
func (r *reader) filled(w *row) bool {
	return slices.ContainsFunc(w.list.Fields, func(f *forms.Field) bool {
		t := w.cells[f]
		return t != nil && f.Type != forms.TypeFile && !shows(t, xlsx.Shown(r.report, r.words, r.report.Question(w.path.Join(f.Key))))
	})
}

// added files a new row and its answers.
func (r *reader) added(w *row) {
	d := &Difference{Kind: Added, Field: w.public, Label: r.text.Fields[w.list.ID].Label, Cell: w.place.String(), New: w.title, row: w}
	if w.list.List != nil && w.outer == nil {
		d.Reason, d.Field = NoOuterRow, w.list.ID
	}
	r.out.Differences = append(r.out.Differences, d)
	if d.Reason == "" {
		r.answers(w)
	}
}

// remove files the removal of a row.
func (r *reader) remove(w *row, reason Reason) {
	w.removed = reason == ""
	if reason == "" && r.base != nil && r.movedOn(w) {
		reason, w.removed = BothChanged, false
	}
	r.out.Differences = append(r.out.Differences, &Difference{
		Kind: Removed, Field: r.report.Public(w.path), Label: r.text.Fields[w.list.ID].Label,
		Old: r.report.RowTitle(w.path, r.lang), Reason: reason, path: w.path, row: w,
	})
}

// movedOn reports whether the application has changed a row since.
func (r *reader) movedOn(w *row) bool {
	return slices.ContainsFunc(w.list.Fields, func(f *forms.Field) bool {
		q := r.report.Question(w.path.Join(f.Key))
		return q != nil && f.Type != forms.TypeRows && !f.Computed() && clean(r.old(q)) != r.base.values[w.was+"."+f.Key]
	})
}

// absent files the removal of rows that the workbook was written with and does
// not have any more.
func (r *reader) absent(list *forms.Field) {
	if slices.ContainsFunc(r.rows[list], func(w *row) bool { return w.list.List != nil && w.outer == nil }) {
		return // it is not known which rows these are
	}
	for _, of := range r.outers(list) {
		probe := &row{list: list, outer: of}
		for k := 1; k <= r.writtenRows(probe); k++ {
			w := r.numbered(list, of, k)
			if w.path == "" || r.rowOf[w.path] != nil || r.elsewhere(list, k) {
				continue
			}
			r.rowOf[w.path] = w
			if r.sound {
				r.remove(w, "")
			} else {
				r.remove(w, RowAbsent)
			}
		}
	}
}

// elsewhere reports whether the scope of the workbook leaves a row out.
func (r *reader) elsewhere(list *forms.Field, number int) bool {
	numbers := r.scope.Numbers(list)
	return !r.scope.Covers(list) || numbers != nil && !numbers[number]
}

// outers lists the rows of the application that a list can stand in and that
// stay; one nil for a list that stands in none.
func (r *reader) outers(list *forms.Field) []*row {
	if list.List == nil {
		return []*row{nil}
	}
	var out []*row
	for _, of := range r.outers(list.List) {
		for k := 1; k <= r.writtenRows(&row{list: list.List, outer: of}); k++ {
			w := r.numbered(list.List, of, k)
			if w.path == "" || r.elsewhere(list.List, k) {
				continue
			}
			if claimed := r.rowOf[w.path]; claimed != nil {
				w = claimed
			}
			if !w.removed {
				out = append(out, w)
			}
		}
	}
	return out
}

// reordered files a new order of the rows of a list: their numbers do not ascend
// in the workbook, and the application has them in another order.
func (r *reader) reordered(list *forms.Field) {
	orders := map[forms.Path][]*row{}
	var lists []forms.Path
	for _, w := range r.rows[list] {
		if w.path == "" || w.removed || w.number == 0 {
			continue
		}
		in := w.within()
		if orders[in] == nil {
			lists = append(lists, in)
		}
		orders[in] = append(orders[in], w)
	}
	for _, in := range lists {
		position := r.listed(in).position
		var numbers, now []int
		for _, w := range orders[in] {
			numbers, now = append(numbers, w.number), append(now, position[w.path]+1)
		}
		if slices.IsSorted(numbers) || slices.IsSorted(now) {
			continue
		}
		r.out.Differences = append(r.out.Differences, &Difference{
			Kind: Order, Field: r.report.Public(in), Label: r.text.Fields[list.ID].Label, list: in,
			Old: joined(slices.Sorted(slices.Values(now))), New: joined(now),
		})
	}
}

func joined(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}
