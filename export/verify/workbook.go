package verify

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"h200filing/export/xlsx"
	"h200filing/forms"
)

// bookCheck holds the workbook that was found against the one that the answers
// give. Places that a name leads to are compared by the name, so they may have
// moved; all others where they stand.
type bookCheck struct {
	*checker
	want, got *book
	labels    map[cell]forms.Path // of the wanted workbook: which question stands there
	moved     map[string]string   // wanted sheet → found sheet
	rank      map[string]int      // of the wanted sheets
	done      map[cell]bool       // of the wanted workbook: compared
	taken     map[cell]bool       // of the found one
}

func (c *checker) checkBook(want, got *book) {
	b := bookCheck{checker: c, want: want, got: got, labels: map[cell]forms.Path{}, moved: map[string]string{},
		rank: map[string]int{}, done: map[cell]bool{}, taken: map[cell]bool{}}
	for i, sheet := range want.sheets {
		b.rank[sheet] = i
	}
	b.label()
	b.pairSheets()
	for _, name := range slices.Sorted(maps.Keys(want.areas)) {
		b.name(name)
	}
	for _, name := range slices.Sorted(maps.Keys(want.terms)) {
		if w, g := want.terms[name], got.text(name); w != g {
			b.found(Difference{Label: name, Place: name, Expected: w, Found: g, In: InXLSX})
		}
	}
	for _, sheet := range want.sheets {
		b.sheet(sheet)
	}
	for _, sheet := range got.sheets {
		if !slices.Contains(slices.Collect(maps.Values(b.moved)), sheet) {
			b.found(Difference{Label: sheet, Place: sheet, Found: b.word("verify.extra_sheet"), In: InXLSX, order: len(b.rank) << 32})
		}
	}
}

// label notes which question stands in which cell of the wanted workbook.
func (b *bookCheck) label() {
	b.report.Form.Walk(func(f *forms.Field) {
		if f.Type == forms.TypeRows {
			return
		}
		places := []forms.Path{forms.Path(f.ID)}
		if f.List != nil {
			places = nil
			for _, row := range rowsOf(b.report, f.List) {
				places = append(places, row.Join(f.Key))
			}
		}
		for part := 1; ; part++ {
			a, ok := b.want.areas[xlsx.Continuation(xlsx.Name(f.ID), part)]
			if !ok {
				return
			}
			for i, path := range places {
				if i < a.height {
					b.labels[a.at(i)] = path
				}
			}
		}
	})
	b.labelCheckList()
}

// labelCheckList does so for the lines of the check list, which name their
// question in the first column.
func (b *bookCheck) labelCheckList() {
	digest, ok := b.want.areas[xlsx.MetaDigest]
	if !ok {
		return
	}
	public := map[string]forms.Path{}
	for _, q := range b.report.Questions() {
		public[b.report.Public(q.Path)] = q.Path
	}
	for place, text := range b.want.cells {
		if path, ok := public[text]; ok && place.sheet == digest.from.sheet && place.column == 1 {
			for column := 1; column <= checkColumns; column++ {
				b.labels[cell{place.sheet, column, place.row}] = path
			}
		}
	}
}

// The columns of the check list, from 1.
const (
	checkPath    = 1
	checkPart    = 4
	checkValue   = 5
	checkColumns = 6
)

// rowsOf lists the rows of a list in the order of the workbook: those of a list
// within a list by their outer rows.
func rowsOf(report *forms.Report, list *forms.Field) []forms.Path {
	if list.List == nil {
		return report.Rows(forms.Path(list.ID))
	}
	var out []forms.Path
	for _, outer := range rowsOf(report, list.List) {
		out = append(out, report.Rows(outer.Join(list.Key))...)
	}
	return out
}

// pairSheets finds the sheets that were renamed by the names that lead to them.
func (b *bookCheck) pairSheets() {
	for _, sheet := range b.want.sheets {
		if slices.Contains(b.got.sheets, sheet) {
			b.moved[sheet] = sheet
		}
	}
	for _, name := range slices.Sorted(maps.Keys(b.want.areas)) {
		sheet := b.want.areas[name].from.sheet
		if a, ok := b.got.areas[name]; ok && b.moved[sheet] == "" && slices.Contains(b.got.sheets, a.from.sheet) {
			b.moved[sheet] = a.from.sheet
		}
	}
}

// name compares what a name leads to.
func (b *bookCheck) name(name string) {
	want := b.want.areas[name]
	got, ok := b.got.areas[name]
	if !ok {
		b.found(Difference{Label: name, Place: want.from.String(), Expected: name, Found: b.word("verify.no_name"), In: InXLSX, order: b.order(want.from)})
		return
	}
	for i := range want.height {
		for j := range want.columns {
			w, g := want.at(i), got.at(i)
			w.column, g.column = w.column+j, g.column+j
			b.compare(w, g)
		}
	}
}

// sheet compares what no name leads to.
func (b *bookCheck) sheet(sheet string) {
	to, ok := b.moved[sheet]
	if !ok {
		b.found(Difference{Label: sheet, Place: sheet, Expected: sheet, Found: b.word("verify.no_sheet"), In: InXLSX, order: b.rank[sheet] << 32})
		return
	}
	var places []cell
	for place := range b.want.cells {
		if place.sheet == sheet {
			places = append(places, place)
		}
	}
	for place := range b.got.cells {
		if w := (cell{sheet, place.column, place.row}); place.sheet == to && b.want.cells[w] == "" && !b.taken[place] {
			places = append(places, w)
		}
	}
	slices.SortFunc(places, func(x, y cell) int { return cmp.Or(x.row-y.row, x.column-y.column) })
	for _, w := range places {
		b.compare(w, cell{to, w.column, w.row})
	}
}

// compare holds one cell against another, once.
func (b *bookCheck) compare(w, g cell) {
	if b.done[w] {
		return
	}
	b.done[w], b.taken[g] = true, true
	want, got := b.want.cells[w], b.got.cells[g]
	if alike(want, got) {
		return
	}
	d := Difference{Label: w.sheet, Place: g.String(), Expected: want, Found: got, In: InXLSX, order: b.order(w)}
	if path, ok := b.labels[w]; ok {
		d.Field, d.Label = b.report.Public(path), b.report.Label(path, b.lang)
		d.Expected, d.Found = b.shown(path, want), b.shown(path, got)
	}
	b.found(d)
}

func (b *bookCheck) order(c cell) int {
	return b.rank[c.sheet]<<32 | c.row<<10 | min(c.column, 1<<10-1)
}

// shown writes the text of a cell for people: a day as a date.
func (b *bookCheck) shown(path forms.Path, text string) string {
	if q := b.report.Question(path); q != nil && q.Field.Type == forms.TypeDate {
		return dayOf(text)
	}
	return strings.TrimSpace(text)
}
