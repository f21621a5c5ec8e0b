package fill

import (
	"cmp"
	"slices"
	"strings"

	"h200filing/export/xlsx"
	"h200filing/export/xlsx/cells"
	"h200filing/forms"
)

// mostParts bounds the parts that a text may be cut into: MaxText in narrow cells.
const mostParts = 4096

// mostAreas bounds the named areas, which are compared with each other.
const mostAreas = 20_000

// locate finds the areas of all names that are read, and notes what is gone. Two
// names that share a cell are both broken: one of them leads astray.
func (r *reader) locate() error {
	broken := map[string]bool{}
	var areas []located
	r.form.Walk(func(f *forms.Field) {
		for _, name := range namesOf(f) {
			area, finding := r.book.Name(name)
			switch {
			case finding == cells.Found && r.fits(f, area):
				areas = append(areas, located{name, area})
				areas = append(areas, r.parts(name, f)...)
			case finding != cells.Absent || r.expected(f):
				broken[name] = true
			}
		}
	})
	for _, name := range []string{xlsx.MetaForm, xlsx.MetaVersion, xlsx.MetaDigest, xlsx.MetaLang} {
		if area, finding := r.book.Name(name); finding == cells.Found {
			areas = append(areas, located{name, area})
		}
	}
	if len(areas) > mostAreas {
		return &Error{Kind: cells.TooLarge}
	}
	for _, name := range overlapping(areas) {
		broken[name] = true
	}
	for _, a := range areas {
		if !broken[a.name] {
			r.columns[a.name] = a.area
		}
	}
	r.noteBroken(broken)
	return nil
}

// located is a name with its area.
type located struct {
	name string
	area cells.Area
}

// namesOf lists the names that have to be there for a field to be read.
func namesOf(f *forms.Field) []string {
	switch {
	case f.Type == forms.TypeRows && f.List != nil:
		return []string{xlsx.RowName(f.ID), xlsx.ParentName(f.ID)}
	case f.Type == forms.TypeRows:
		return []string{xlsx.RowName(f.ID)}
	case f.Computed():
		return nil
	}
	return []string{xlsx.Name(f.ID)}
}

// fits reports whether an area is what a field has: a cell, merged perhaps, or
// the column of a list beside the list's row numbers.
func (r *reader) fits(f *forms.Field, area cells.Area) bool {
	list := f.List
	if f.Type == forms.TypeRows {
		list = f
	}
	if list == nil {
		return area.Height() == 1
	}
	numbers, finding := r.book.Name(xlsx.RowName(list.ID))
	return finding == cells.Found && area.Column == area.LastColumn && area.Sheet == numbers.Sheet && area.Row == numbers.Row
}

// parts lists where the text of a field goes on. A part that is broken stands
// with an area of no sheet.
func (r *reader) parts(name string, f *forms.Field) []located {
	var out []located
	for n := 2; n <= mostParts; n++ {
		part := xlsx.Continuation(name, n)
		area, finding := r.book.Name(part)
		if finding == cells.Absent {
			break
		}
		if finding != cells.Found || !r.fits(f, area) {
			area = cells.Area{}
		}
		out = append(out, located{part, area})
	}
	return out
}

// expected reports whether a field of this form has to be in the workbook.
func (r *reader) expected(f *forms.Field) bool {
	otherForm := slices.ContainsFunc(r.out.Notes, func(n Note) bool { return n.Code == OtherVersion })
	return r.scope.Covers(f) && !r.astray && !otherForm
}

// overlapping lists the names whose areas share a cell with another.
func overlapping(areas []located) []string {
	areas = slices.Clone(areas)
	slices.SortFunc(areas, func(a, b located) int {
		return cmp.Or(strings.Compare(a.area.Sheet, b.area.Sheet), a.area.Column-b.area.Column, a.area.Row-b.area.Row)
	})
	var out []string
	for i, a := range areas {
		for _, b := range areas[i+1:] {
			if b.area.Sheet != a.area.Sheet || b.area.Column > a.area.LastColumn {
				break
			}
			if a.area.Sheet != "" && a.area.Overlaps(b.area) {
				out = append(out, a.name, b.name)
				break // the next finds those behind it
			}
		}
	}
	return out
}

// noteBroken notes a whole section or list once, and else every question.
func (r *reader) noteBroken(broken map[string]bool) {
	for _, s := range r.form.Sections {
		var single []*forms.Field
		found := false
		for _, f := range s.Fields {
			switch {
			case f.Type == forms.TypeRows:
				r.noteBrokenList(f, broken)
			case f.Computed():
			case broken[xlsx.Name(f.ID)]:
				single = append(single, f)
			default:
				found = true
			}
		}
		if len(single) > 0 && !found {
			r.note(SheetMissing, r.text.Sections[s.ID].Title)
			continue
		}
		for _, f := range single {
			r.note(NameBroken, r.text.Fields[f.ID].Label)
		}
	}
}

func (r *reader) noteBrokenList(list *forms.Field, broken map[string]bool) {
	label := r.text.Fields[list.ID].Label
	if slices.ContainsFunc(namesOf(list), func(name string) bool { return broken[name] }) {
		r.note(SheetMissing, label)
	}
	for _, f := range list.Fields {
		switch {
		case f.Type == forms.TypeRows:
			r.noteBrokenList(f, broken)
		case !f.Computed() && broken[xlsx.Name(f.ID)] && !broken[xlsx.RowName(list.ID)]:
			r.note(NameBroken, label+r.text.Terms["label.of"]+r.text.Fields[f.ID].Label)
		}
	}
}

// typed is what a person left in the cell of a question, or in the cells of a
// long text together.
type typed struct {
	cells.Cell
	at      cells.Place
	missing bool // a part of the text was deleted
	long    bool // more than is taken

	pieces []string // of a text in several cells
	size   int      // of the pieces
}

// blank reports whether nothing that can be seen was typed.
func (t *typed) blank() bool { return !t.Formula && strings.TrimSpace(t.Raw) == "" && !t.missing }

// scalar reads the cells of a field outside of lists; nil where it has none.
func (r *reader) scalar(f *forms.Field) (*typed, error) { return r.typed(f, 0) }

// typed reads the cell of a field, n rows below the first, and joins its parts;
// nil where the field has no cell.
func (r *reader) typed(f *forms.Field, n int) (*typed, error) {
	name := xlsx.Name(f.ID)
	area, ok := r.columns[name]
	if !ok {
		return nil, nil
	}
	t := &typed{at: area.At(n)}
	var err error
	if t.Cell, err = r.cell(t.at); err != nil {
		return nil, err
	}
	for part := 2; part <= mostParts; part++ {
		name := xlsx.Continuation(name, part)
		if _, finding := r.book.Name(name); finding == cells.Absent {
			break
		}
		area, ok := r.columns[name]
		if !ok || area.Sheet == "" {
			t.missing = true
			continue
		}
		c, err := r.cell(area.At(n))
		if err != nil {
			return nil, err
		}
		t.join(c)
	}
	if len(t.pieces) > 1 {
		t.Content, t.Raw = cells.Text, strings.Join(t.pieces, "")
	}
	return t, nil
}

// join takes a part of the text in.
func (t *typed) join(c cells.Cell) {
	if t.pieces == nil && !t.Empty() {
		t.pieces, t.size = []string{t.Raw}, len(t.Raw)
	}
	if t.size += len(c.Raw); t.size > MaxText {
		t.long = true
		return
	}
	if c.Empty() {
		return
	}
	if t.pieces == nil {
		t.Content, t.Raw, t.Format = c.Content, c.Raw, c.Format
	}
	t.pieces = append(t.pieces, c.Raw)
	if c.Formula {
		t.Formula, t.Source = true, c.Source
	}
}
