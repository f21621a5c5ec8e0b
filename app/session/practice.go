package session

import (
	"errors"
	"io/fs"
	"os"

	"h200filing/assets/practice"
	"h200filing/forms"
)

// Practice makes the application of a fictitious company to practise on; an
// existing file is refused. It is marked as practice on every output.
func (s *Setting) Practice(path string) (*Session, error) {
	answers, read, err := PracticeAnswers(s.Form)
	if err != nil {
		return nil, err
	}
	session, err := s.Create(path, true)
	if err != nil {
		return nil, err
	}
	missing, err := session.Fill(answers, read)
	if err = errors.Join(append(missing, err)...); err != nil {
		return nil, errors.Join(err, session.Close(), os.Remove(path))
	}
	return session, nil
}

// PracticeAnswers are the answers of that company, and how their attachments are read.
func PracticeAnswers(form *forms.Form) (answers *forms.Answers, read func(name string) ([]byte, error), err error) {
	answers, err = forms.ReadAnswers(form, practice.Name, practice.Answers)
	return answers, func(name string) ([]byte, error) { return fs.ReadFile(practice.Files, name) }, err
}
