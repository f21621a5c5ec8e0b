package fill

import (
	"cmp"
	"slices"
	"strconv"

	"h200filing/export/xlsx"
	"h200filing/forms"
)

// claim finds out which row of the application each row of the workbook is: by
// its number, and one that has lost its number by what it holds or its title. A
// row that stands twice is new the second time.
func (r *reader) claim(list *forms.Field, rows []*row) {
	names := r.outerNames(list)
	var kept []*row
	for _, w := range rows {
		if list.List != nil {
			w.outer = cmp.Or(names[w.parent], names[tidy(w.parent)], names[fold(w.parent)])
			if w.outer == nil && w.blank {
				continue // cleared, with the column that says where it belongs
			}
			if w.outer != nil && w.outer.removed {
				continue // goes with its outer row
			}
		}
		kept = append(kept, w)
		if w.number > 0 && (list.List == nil || w.outer != nil) {
			r.take(w, r.numbered(list, w.outer, w.number))
		}
	}
	left := map[forms.Path][]forms.Path{}
	for _, w := range kept {
		if w.path == "" && w.number == 0 && !w.blank {
			r.take(w, r.twin(w, left))
		}
	}
	r.rows[list] = kept
	r.numberNew(kept)
}

// take makes w the row of the application that found names, if no other is.
func (r *reader) take(w, found *row) {
	switch {
	case found.path != "" && r.rowOf[found.path] == nil:
		w.path, w.was = found.path, found.was
		w.public = r.publicRow(w)
		r.rowOf[w.path] = w
	case found.path == "" && found.was != "" && r.base != nil:
		r.gone(w, found)
	}
}

// publicRow is the public path of a row of the application.
func (r *reader) publicRow(w *row) string {
	list := w.list.ID
	if w.outer != nil {
		list = w.outer.public + "." + w.list.Key
	}
	return list + "[" + strconv.Itoa(r.listed(w.within()).position[w.path]) + "]"
}

// gone files a row that the application has removed since, where somebody has
// changed it.
func (r *reader) gone(w, found *row) {
	w.removed, w.was = true, found.was
	changed := false
	if w.blank {
		return
	}
	for f, t := range w.cells {
		before := r.base.values[found.was+"."+f.Key]
		d := &Difference{}
		d.New, d.Reason = r.value(f, t)
		if t.blank() && before == "" || r.untouched(f, t, d, before) {
			continue
		}
		changed = true
	}
	if changed {
		r.out.Differences = append(r.out.Differences, &Difference{
			Kind: Added, Field: found.was, Label: r.text.Fields[w.list.ID].Label, Cell: w.place.String(),
			New: w.title, Reason: RowGone, row: w,
		})
	}
}

// writtenRows is how many rows the list of a row had when the workbook was
// written.
func (r *reader) writtenRows(w *row) int {
	if r.base != nil {
		return r.base.rows[w.wasWithin()]
	}
	if in := w.within(); in != "" {
		return len(r.listed(in).rows)
	}
	return 0
}

// numbered finds the row that bore a number when the workbook was written. Its
// path is "" where it is not in the application, and was "" where it never was.
func (r *reader) numbered(list *forms.Field, outer *row, k int) *row {
	w := &row{list: list, outer: outer, number: k}
	in := w.within()
	if in == "" || k > r.writtenRows(w) {
		return w
	}
	w.was = w.wasWithin() + "[" + strconv.Itoa(k-1) + "]"
	if r.base == nil {
		w.path = r.listed(in).rows[k-1]
		return w
	}
	title := list.TitleField()
	before := ""
	if title != nil {
		before = r.base.values[w.was+"."+title.Key]
	}
	w.path = r.sameRow(w, in, title, before)
	return w
}

// sameRow finds a row of an older state among those of today: that with its
// title or that in its place, whichever agrees more with what the row was. One in
// its place with the title that another row had is that other row.
func (r *reader) sameRow(w *row, in forms.Path, title *forms.Field, before string) forms.Path {
	here := r.place(r.listed(in).rows, w.number)
	if before == "" {
		return here
	}
	titles := r.index(w, title)
	same := titles.now[before]
	switch {
	case len(same) == 0 && here != "" && titles.was[r.titleOf(here, title)]:
		return ""
	case len(same) == 0 || slices.Contains(same, here):
		return here
	case len(same) > 1:
		return ""
	case here != "" && r.agreement(w, here) > r.agreement(w, same[0]):
		return here // two rows have changed their titles for each other
	}
	return same[0]
}

// place is the nth row, from 1, or "".
func (r *reader) place(rows []forms.Path, n int) forms.Path {
	if n > len(rows) {
		return ""
	}
	return rows[n-1]
}

// agreement counts the answers of a row of today that are those of an older row.
func (r *reader) agreement(w *row, p forms.Path) int {
	n := 0
	for _, f := range w.list.Fields {
		if f.Type == forms.TypeRows || f.Computed() {
			continue
		}
		if before := r.base.values[w.was+"."+f.Key]; before != "" && before == clean(r.old(r.report.Question(p.Join(f.Key)))) {
			n++
		}
	}
	return n
}

// listing is a list as it is in the application, and by titles. It is made once:
// looking rows up one by one would cost the square of their number.
type listing struct {
	rows     []forms.Path
	position map[forms.Path]int
	now      map[string][]forms.Path // rows by title; made when it is asked for
	was      map[string]bool         // titles in the workbook's state
}

func (r *reader) listed(in forms.Path) *listing {
	l := r.lists[in]
	if l == nil {
		l = &listing{rows: r.report.Rows(in), position: map[forms.Path]int{}}
		for i, p := range l.rows {
			l.position[p] = i
		}
		r.lists[in] = l
	}
	return l
}

// index is the list of a row with its titles.
func (r *reader) index(w *row, title *forms.Field) *listing {
	l := r.listed(w.within())
	if l.now != nil {
		return l
	}
	l.now, l.was = map[string][]forms.Path{}, map[string]bool{}
	for _, p := range l.rows {
		t := r.titleOf(p, title)
		l.now[t] = append(l.now[t], p)
	}
	for k := range r.writtenRows(w) {
		l.was[r.base.values[w.wasWithin()+"["+strconv.Itoa(k)+"]."+title.Key]] = true
	}
	return l
}

func (r *reader) titleOf(p forms.Path, title *forms.Field) string {
	return clean(r.old(r.report.Question(p.Join(title.Key))))
}

// twin finds the one row of the application that the workbook does not name
// otherwise and that holds what a row without number holds, or else bears its
// title. left keeps the rows of every list that the numbers leave.
func (r *reader) twin(w *row, left map[forms.Path][]forms.Path) *row {
	in, title := w.within(), w.list.TitleField()
	if in == "" {
		return &row{}
	}
	if _, ok := left[in]; !ok {
		left[in] = slices.DeleteFunc(slices.Clone(r.listed(in).rows), func(p forms.Path) bool { return r.rowOf[p] != nil })
	}
	for _, alike := range []func(forms.Path) bool{
		func(p forms.Path) bool { return r.holds(w, p) },
		func(p forms.Path) bool {
			return title != nil && w.title != "" && tidy(r.titleOf(p, title)) == w.title
		},
	} {
		var found []forms.Path
		for _, p := range left[in] {
			if r.rowOf[p] == nil && alike(p) {
				found = append(found, p)
			}
		}
		switch {
		case len(found) == 1 && r.base == nil:
			return &row{path: found[0], was: r.publicRow(&row{list: w.list, outer: w.outer, path: found[0]})}
		case len(found) == 1:
			return &row{path: found[0]}
		}
	}
	return &row{}
}

// holds reports whether a row of the application shows what a row of the
// workbook holds.
func (r *reader) holds(w *row, p forms.Path) bool {
	for f, t := range w.cells {
		if !shows(t, xlsx.Shown(r.report, r.words, r.report.Question(p.Join(f.Key)))) {
			return false
		}
	}
	return true
}

// numberNew gives new rows the paths that they would have at the end of their
// lists.
func (r *reader) numberNew(rows []*row) {
	count := map[string]int{}
	for _, w := range rows {
		if w.path != "" || w.removed {
			continue
		}
		list := w.list.ID
		if w.outer != nil {
			list = w.outer.public + "." + w.list.Key
		}
		standing := 0
		if in := w.within(); in != "" {
			standing = len(r.listed(in).rows)
		}
		w.public = list + "[" + strconv.Itoa(standing+count[list]) + "]"
		count[list]++
	}
}

// outerNames maps what the column of the outer row says to the row: its number,
// the title that it had, and the one that it has now. A name of two is of none.
func (r *reader) outerNames(list *forms.Field) map[string]*row {
	names := map[string]*row{}
	if list.List == nil {
		return names
	}
	known, written := r.outerRows(list.List), r.writtenName(list.List)
	layers := []func(*row) string{
		written,
		func(w *row) string { return tidy(written(w)) },
		func(w *row) string { return w.title },
		func(w *row) string { return fold(w.title) },
	}
	for _, name := range layers {
		layer := map[string]*row{}
		for _, w := range known {
			key := name(w)
			if other, ok := layer[key]; ok && other != w {
				layer[key] = nil
				continue
			}
			layer[key] = w
		}
		for key, w := range layer {
			if _, ok := names[key]; !ok && key != "" {
				names[key] = w
			}
		}
	}
	for i, w := range known {
		if n := w.number; n > 0 {
			names["#"+strconv.Itoa(n)] = known[i]
		}
	}
	return names
}

// writtenName gives the name of a row when the workbook was written.
func (r *reader) writtenName(list *forms.Field) func(*row) string {
	names := map[forms.Path]string{}
	if r.base == nil {
		names = xlsx.RowNames(r.report, r.words, list)
	}
	title := list.TitleField()
	return func(w *row) string {
		switch {
		case r.base == nil && w.path != "":
			return names[w.path]
		case r.base != nil && w.was != "" && title != nil:
			return r.base.values[w.was+"."+title.Key]
		}
		return ""
	}
}

// outerRows lists the rows that an inner row can belong to: those of the
// workbook, and where it has no table of them, those of the application.
func (r *reader) outerRows(list *forms.Field) []*row {
	rows := slices.Clone(r.rows[list])
	known := map[*row]bool{}
	for _, w := range rows {
		known[w] = true
	}
	for i, p := range r.listed(forms.Path(list.ID)).rows {
		if r.rowOf[p] == nil {
			r.rowOf[p] = r.standing(list, p, i)
		}
		if w := r.rowOf[p]; !known[w] {
			rows = append(rows, w)
		}
	}
	return rows
}

// standing is a row of the application that the workbook has no line of.
func (r *reader) standing(list *forms.Field, p forms.Path, i int) *row {
	w := &row{list: list, path: p}
	w.public = r.publicRow(w)
	if r.base == nil {
		w.number, w.was = i+1, w.public
	} else {
		for k := 1; k <= r.base.rows[list.ID]; k++ {
			if found := r.numbered(list, nil, k); found.path == p {
				w.number, w.was = k, found.was
			}
		}
	}
	if title := list.TitleField(); title != nil {
		shown, _ := xlsx.Shown(r.report, r.words, r.report.Question(p.Join(title.Key))).(string)
		w.title = tidy(shown)
	}
	return w
}
