package session

import (
	"bytes"
	"iter"

	"h200filing/forms"
	"h200filing/forms/file"
)

// Log gives the entries of the change log, oldest first; an error ends it. The
// session must not be used otherwise within the loop.
func (s *Session) Log() iter.Seq2[file.Entry, error] { return s.file.Log(0) }

// CheckLog tells where the chain of the log first does not hold; nil means that it
// does.
func (s *Session) CheckLog() (*file.Break, error) { return s.file.CheckLog() }

// Diff lists what changed from another application to this one. The rows of copies
// of one application are matched by their ids, those of others by their titles;
// the paths are those of this application, or, below a row that only the other
// has, of the old report, which is that of the other with the row ids of this one.
func (s *Session) Diff(other *Session) (differences []file.Difference, old *forms.Report, err error) {
	aligned := other.Answers()
	mine, err := s.origin()
	if err != nil {
		return nil, nil, err
	}
	theirs, err := other.origin()
	if err != nil {
		return nil, nil, err
	}
	if !bytes.Equal(mine, theirs) {
		if aligned, err = s.Form.Aligned(aligned, s.Answers()); err != nil {
			return nil, nil, err
		}
	}
	return readable(file.Diff(aligned, s.Answers(), file.ByID)), forms.Evaluate(s.Form, aligned, other.Report().Context), nil
}

// origin tells applications apart: the hash of the last entry of the first change,
// which copies of one application share. A file without changes has none.
func (s *Session) origin() ([]byte, error) {
	var hash []byte
	first := int64(0)
	for e, err := range s.Log() {
		if err != nil {
			return nil, err
		}
		if first != 0 && e.Step != first {
			break
		}
		first, hash = e.Step, e.Hash
	}
	return hash, nil
}

// Stands reports whether the rows that a path names are there.
func (s *Session) Stands(p forms.Path) bool {
	_, err := s.Answers().Resolve(string(p))
	return err == nil
}
