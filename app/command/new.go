package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"h200filing/app/session"
	"h200filing/forms"
)

// newCommand makes an application file.
type newCommand struct {
	File     string `arg:"" help:"${help_file}"`
	Answers  string `help:"${help_answers}" placeholder:"YAML" xor:"source"`
	Practice bool   `help:"${help_practice}" xor:"source"`
}

func (c *newCommand) Run(r *run) error {
	switch {
	case strings.TrimSpace(c.File) == "":
		return &usageError{text: r.words.Text("new.no_name")}
	case noFolder(c.File):
		return &fs.PathError{Op: "create", Path: c.File, Err: fs.ErrNotExist}
	}
	setting, err := r.setting("")
	if err != nil {
		return err
	}
	answers, read, err := c.source(setting.Form)
	if err != nil {
		return err
	}
	s, err := setting.Create(c.File, c.Practice)
	if err != nil {
		return err
	}
	missing, err := s.Fill(answers, read)
	for _, m := range missing {
		_, lines := explain(r.words, m)
		r.complain(lines...)
	}
	if len(missing) > 0 {
		r.complain(r.words.Text("new.without", "n", itoa(len(missing))))
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return errors.Join(err, os.Remove(c.File)) // closed: some systems remove no open file
	}
	return nil
}

// source gives the answers to begin with and where their attachments are.
func (c *newCommand) source(form *forms.Form) (*forms.Answers, func(string) ([]byte, error), error) {
	switch {
	case c.Practice:
		return session.PracticeAnswers(form)
	case c.Answers == "":
		return forms.NewAnswers(), nil, nil
	}
	data, err := session.ReadFile(c.Answers, forms.MaxAnswers, forms.Oversize(c.Answers))
	if err != nil {
		return nil, nil, err
	}
	answers, err := forms.ReadAnswers(form, c.Answers, data)
	if err != nil {
		return nil, nil, &answersError{err: err}
	}
	return answers, session.Beside(filepath.Dir(c.Answers)), nil
}

// answersError is an answers file that cannot be taken.
type answersError struct{ err error }

func (e *answersError) Error() string { return e.err.Error() }
func (e *answersError) Unwrap() error { return e.err }
