package session

import (
	"h200filing/forms"
	"h200filing/forms/file"
)

// Tick marks a question as reviewed, answered or not. The tick falls when the
// answer changes or its row is removed.
func (s *Session) Tick(path forms.Path) error { return s.file.Tick(path, s.User, s.Now()) }

// Untick takes a tick back; where there is none it does nothing.
func (s *Session) Untick(path forms.Path) error { return s.file.Untick(path, s.User, s.Now()) }

// Ticked gives the tick of a question, if it stands.
func (s *Session) Ticked(path forms.Path) (file.Tick, bool) { return s.file.Ticked(path) }

// Reviewable reports whether a question can be marked as reviewed: somebody answers
// it, or may leave it open; what is computed follows from such.
func Reviewable(q *forms.Question) bool {
	return q.Field.Type != forms.TypeRows && !q.Field.Computed()
}

// Reviewed counts the questions of a section, nil for all, that can be marked as
// reviewed, and those that are.
func (s *Session) Reviewed(section *forms.Section) (ticked, of int) {
	for _, q := range s.Report().Questions() {
		if !Reviewable(q) || section != nil && q.Field.Section != section {
			continue
		}
		of++
		if _, ok := s.Ticked(q.Path); ok {
			ticked++
		}
	}
	return ticked, of
}
