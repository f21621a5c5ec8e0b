package session

import (
	"slices"

	"h200filing/forms"
	"h200filing/forms/file"
)

// Versions lists the named versions, newest first.
func (s *Session) Versions() []file.Version {
	out := s.file.Versions()
	slices.Reverse(out)
	return out
}

// NameVersion gives the answers as they are a name. It fails with file.NoName for
// an empty one and with file.Taken where there is one of that name.
func (s *Session) NameVersion(name string) error {
	return s.file.NameVersion(name, s.User, s.Now())
}

// Since lists what has changed from a named version to now, and gives the report
// of that version as of today. The paths are those of now, or, below a row that
// only the version has, of it.
func (s *Session) Since(v file.Version) ([]file.Difference, *forms.Report, error) {
	then, err := s.file.AnswersAt(v.Seq)
	if err != nil {
		return nil, nil, err
	}
	return readable(file.Diff(then, s.Answers(), file.ByID)), s.evaluated(then), nil
}

// Restore brings the answers of a named version back, as a change of its own that
// can be undone. It reports whether anything was different.
func (s *Session) Restore(v file.Version, why string) (bool, error) {
	then, err := s.file.AnswersAt(v.Seq)
	if err != nil {
		return false, err
	}
	changes := file.Changes(s.Answers(), then)
	return len(changes) > 0, s.Change(why, changes...)
}

// readable leaves out what people do not read.
func readable(differences []file.Difference) []file.Difference {
	return slices.DeleteFunc(differences, func(d file.Difference) bool { return forms.IsMemory(d.Path) })
}
