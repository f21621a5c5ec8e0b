package forms

import "strings"

// RowsProgress tells of each row of a list how far it has come, with all that
// stands within it, in the order of Rows.
func (r *Report) RowsProgress(list Path) []Progress {
	rows := r.Rows(list)
	out := make([]Progress, len(rows))
	at := make(map[string]int, len(rows))
	for i, row := range rows {
		at[string(row[len(list)+1:len(row)-1])] = i
	}
	// within is the row that a path stands in, nil for none of the list's.
	within := func(p Path) *Progress {
		rest, ok := strings.CutPrefix(string(p), string(list)+"[")
		if !ok {
			return nil
		}
		id, _, _ := strings.Cut(rest, "]")
		if i, ok := at[id]; ok {
			return &out[i]
		}
		return nil
	}
	for _, q := range r.questions {
		if p := within(q.Path); p != nil {
			p.count(r, q)
		}
	}
	for _, f := range r.Findings {
		if p := within(f.Path); p != nil {
			p.find(f)
		}
	}
	for i := range out {
		out[i].Status = out[i].status()
	}
	return out
}
