package fill

import (
	"slices"
	"strings"

	"h200filing/forms"
)

// public is the path of an answer towards people, also in a row that is not
// there yet.
func (r *reader) public(path forms.Path, in *row, f *forms.Field) string {
	if path == "" {
		return in.public + "." + f.Key
	}
	return r.report.Public(path)
}

// label names an answer, also in a row that is not there yet.
func (r *reader) label(path forms.Path, in *row, f *forms.Field) string {
	if path != "" {
		return r.report.Label(path, r.lang)
	}
	label := r.text.Fields[f.ID].Label
	if in.title == "" {
		return r.text.Fields[in.list.ID].Label + r.text.Terms["label.of"] + label
	}
	return in.title + r.text.Terms["label.of"] + label
}

// checkReferences refuses references to rows that are neither in the application
// nor in the workbook, and writes the others as the title is written.
func (r *reader) checkReferences() {
	titles := map[string]map[string]string{}
	r.out.Differences = slices.DeleteFunc(r.out.Differences, r.followed)
	for _, d := range r.refs {
		if titles[d.field.Ref] == nil {
			titles[d.field.Ref] = r.titles(r.form.Field(d.field.Ref))
		}
		names := []string{d.New}
		if d.field.Type == forms.TypeRefs {
			names = r.split(d.New, titles[d.field.Ref])
		}
		for i, name := range names {
			title, ok := titles[d.field.Ref][fold(name)]
			if !ok {
				d.Reason = NoSuchRow
				continue
			}
			names[i] = title
		}
		if d.Reason == "" {
			d.New = strings.Join(names, "\n")
		}
	}
}

// followed reports whether a reference holds the titles that rows had when the
// workbook was written, and the application those that the workbook gives them.
func (r *reader) followed(d *Difference) bool {
	if d.Kind != Answer || d.field.Ref == "" || d.Reason != Newer {
		return false
	}
	title := r.form.Field(d.field.Ref)
	names := forms.Lines(d.New)
	for i, name := range names {
		for _, w := range r.rows[title.List] {
			if w.was != "" && r.base.values[w.was+"."+title.Key] == name {
				names[i] = w.title
			}
		}
	}
	return strings.Join(names, "\n") == d.Old
}

// split parts the names of several rows: one a line, or in a line parted by
// punctuation where the whole line is no name.
func (r *reader) split(text string, titles map[string]string) []string {
	var names []string
	for _, line := range forms.Lines(text) {
		if _, ok := titles[fold(line)]; ok {
			names = append(names, line)
			continue
		}
		for _, part := range strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(parting, c) }) {
			names = append(names, strings.TrimSpace(part))
		}
	}
	return names
}

// titles maps the folded titles of a list's rows, of today and of the workbook,
// to the titles.
func (r *reader) titles(field *forms.Field) map[string]string {
	out := map[string]string{}
	if field == nil || field.List == nil {
		return out
	}
	for _, d := range r.out.Differences {
		if d.Kind == Answer && d.field == field && d.Reason == "" && d.New != "" {
			out[fold(d.New)] = d.New
		}
	}
	for _, q := range r.report.Questions() {
		if q.Field == field && q.State.Known() {
			out[fold(q.Plain())] = q.Plain()
		}
	}
	return out
}

// dropEmptyRows refuses new rows of which nothing is taken.
func (r *reader) dropEmptyRows() {
	taken := map[*row]bool{}
	for _, d := range r.out.Differences {
		if d.Kind == Answer && d.Reason == "" {
			for w := d.row; w != nil; w = w.outer {
				taken[w] = true
			}
		}
	}
	for _, d := range r.out.Differences {
		if d.Kind == Added && d.Reason == "" && !taken[d.row] {
			d.Reason = NothingTaken
		}
	}
	r.out.order = r.inOrder()
}

// inOrder lists the rows of the workbook that stay or come, lists before what is
// in them.
func (r *reader) inOrder() []*row {
	var out []*row
	r.form.Walk(func(f *forms.Field) {
		if f.Type == forms.TypeRows {
			out = append(out, r.rows[f]...)
		}
	})
	return out
}
