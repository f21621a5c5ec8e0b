package forms

// Progress tells how far a section has come.
type Progress struct {
	Status   Status
	Answered int // questions that were answered, and rows
	Missing  int // answers and rows that are still required
	Problems int // other blockers: what was answered does not hold
	Remarks  int // warnings and advice
}

// Status is the state of a section in one word.
type Status string

// The states. Troubled has a blocker beyond what is merely not answered yet.
const (
	NotStarted Status = "not_started"
	InProgress Status = "in_progress"
	Troubled   Status = "troubled"
	Finished   Status = "finished"
)

// Missing reports whether a finding says no more than that something is not
// answered yet.
func (f Finding) Missing() bool { return f.Rule == RequiredRule || f.Rule == FewRowsRule }

// Progress tells how far a section has come. A section without required
// questions is finished from the start only where it has some answer.
func (r *Report) Progress(s *Section) Progress {
	var p Progress
	for _, q := range r.questions {
		if q.Field.Section == s {
			p.count(r, q)
		}
	}
	for _, f := range r.Findings {
		if q := r.byPath[f.Path]; q != nil && q.Field.Section == s {
			p.find(f)
		}
	}
	p.Status = p.status()
	return p
}

// count adds a question.
func (p *Progress) count(r *Report, q *Question) {
	switch {
	case q.Field.Computed():
	case q.Field.Type == TypeRows:
		p.Answered += len(r.answers.Rows(q.Path))
	case q.Raw != "":
		p.Answered++
	}
}

// find adds a finding.
func (p *Progress) find(f Finding) {
	switch {
	case f.Missing():
		p.Missing++
	case f.Level == Blocker:
		p.Problems++
	default:
		p.Remarks++
	}
}

func (p Progress) status() Status {
	switch {
	case p.Problems > 0 && p.Answered > 0:
		return Troubled
	case p.Answered == 0:
		return NotStarted
	case p.Missing > 0:
		return InProgress
	}
	return Finished
}
