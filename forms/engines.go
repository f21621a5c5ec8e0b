package forms

// engines runs the sizing and gap engines on what is known so far.
func (e *evaluation) engines() {}

// engineValue takes the value of a field that an engine computes.
func (e *evaluation) engineValue(q *Question, at instance) { q.State = Incomplete }
