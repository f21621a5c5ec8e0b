package document

import "h200filing/forms"

// application is the form: every section with every answer. What another part
// prints at length is named with its annex instead of being printed twice, so
// that nothing answered is missing from the filing.
func (w *writer) application() {
	w.small(w.term("application.note"))
	for _, s := range w.report.Form.Sections {
		if w.answered(s.Fields, "") {
			w.heading(1, w.text.Sections[s.ID].Title)
			w.overview(s)
		}
	}
}

// answered reports whether a section has anything to print: an answer, or in a
// numbered section a question that is asked.
func (w *writer) answered(fields []*forms.Field, row forms.Path) bool {
	for _, f := range fields {
		q := w.report.Question(place(f, row))
		switch {
		case q == nil:
		case f.Type == forms.TypeRows && len(w.report.Rows(q.Path)) == 0 && f.Section.Number == 0:
		default:
			return true
		}
	}
	return false
}

func (w *writer) overview(s *forms.Section) {
	var pairs Pairs
	for _, f := range s.Fields {
		q := w.report.Question(forms.Path(f.ID))
		switch {
		case q == nil:
		case w.elsewhere(q) != "":
			pairs.Items = append(pairs.Items, Pair{Label: w.label(q.Path), Value: w.term("see", "part", w.partName(w.elsewhere(q))), Wide: true})
		case f.Type == forms.TypeProse && w.plain(q.Path) != "" || f.Type == forms.TypeRows:
			w.flush(&pairs)
			w.form([]*forms.Field{f}, "", nil)
		default:
			pairs.Items = append(pairs.Items, w.pair(q))
		}
	}
	w.flush(&pairs)
}

// elsewhere names the part that prints a long answer or a whole list; "" is
// none. Short answers stand here even so.
func (w *writer) elsewhere(q *forms.Question) string {
	switch q.Field.Type {
	case forms.TypeProse:
		return w.printed[w.questionAt(q.Path)]
	case forms.TypeRows:
		return w.wholeList(q)
	}
	return ""
}

// wholeList names the part that prints a list, "" unless every answer of it is
// printed.
func (w *writer) wholeList(list *forms.Question) string {
	part := ""
	for _, row := range w.report.Rows(list.Path) {
		for _, f := range list.Field.Fields {
			q := w.report.Question(row.Join(f.Key))
			if q == nil || !q.State.Known() && q.State != forms.Flawed || f.Type == forms.TypeRows && len(w.report.Rows(q.Path)) == 0 {
				continue
			}
			in := w.printed[w.questionAt(q.Path)]
			if f.Type == forms.TypeRows {
				in = w.wholeList(q)
			}
			if in == "" {
				return ""
			}
			if part == "" {
				part = in
			}
		}
	}
	return part
}

// partName is how a part is referred to: by its annex number and title.
func (w *writer) partName(id string) string {
	return w.annex(id) + w.term("title.quoted", "title", w.term("part."+id))
}
