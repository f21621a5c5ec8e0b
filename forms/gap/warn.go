package gap

// tailored lists the thresholds that were copied from the reference product's data sheet.
func (e *evaluation) tailored() []Tailored {
	figures := make(map[string]number, len(e.in.Reference.Figures))
	for metric, v := range e.in.Reference.Figures {
		if n, ok := newNumber(&v); ok {
			figures[canonical(metric)] = n
		}
	}
	var out []Tailored
	for r := range e.criteria {
		c := &e.criteria[r]
		figure, known := figures[c.metric]
		basis := e.in.Requirements[r].Basis
		if known && c.usable && basis != Computed && basis != Measured && figure.cmp(c.threshold) == 0 {
			out = append(out, Tailored{Requirement: c.id, Metric: c.metric, Threshold: c.threshold.value})
		}
	}
	return out
}

// stale lists the figures whose source is older than StaleAfterDays.
func (e *evaluation) stale() []Stale {
	var out []Stale
	for i := range e.columns {
		col := &e.columns[i]
		for k := range col.evidence {
			ev := &col.evidence[k]
			if age := e.today - ev.day; ev.day != 0 && age > StaleAfterDays {
				out = append(out, Stale{Candidate: col.candidate.ID, Fact: ev.fact, AgeDays: int(age)})
			}
		}
	}
	return out
}
