package command

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"h200filing/app/session"
	"h200filing/forms"
)

// setCommand changes answers in one transaction.
type setCommand struct {
	File        string   `arg:"" help:"${help_file}"`
	Assignments []string `arg:"" help:"${help_assignments}"`
}

func (c *setCommand) Run(r *run) (err error) {
	s, err := r.open(c.File)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	b := builder{run: r, session: s, answers: s.Answers().Clone()}
	for _, assignment := range c.Assignments {
		path, value, ok := strings.Cut(assignment, "=")
		if !ok {
			return &usageError{text: r.words.Text("set.no_value", "path", assignment)}
		}
		if err := b.assign(path, value); err != nil {
			return err
		}
	}
	if err := s.Change("", b.changes...); err != nil {
		return err
	}
	r.tellFlaws(s.Report(), b.changes)
	return nil
}

// tellFlaws says which of the values that were set are kept as typed but cannot be
// used, once each.
func (r *run) tellFlaws(report *forms.Report, changes []forms.Change) {
	told := map[forms.Path]bool{}
	for _, c := range changes {
		q := report.Question(c.Path)
		if c.Op != forms.Set || q == nil || q.Flaw == "" || told[c.Path] {
			continue
		}
		told[c.Path] = true
		for _, f := range report.Findings {
			if f.Path == c.Path && f.Rule == string(q.Flaw) {
				r.complain(r.words.Text("set.flawed", "path", report.Public(c.Path), "message", report.Message(f, r.Lang).String()))
			}
		}
	}
}

// builder gathers the changes of a set command; each is tried on a copy first,
// so that later assignments see earlier ones.
type builder struct {
	*run
	session *session.Session
	answers *forms.Answers
	changes []forms.Change
}

func (b *builder) assign(public, value string) error {
	path, err := b.resolve(public)
	if err != nil {
		return err
	}
	field := b.session.Form.Field(path.Pattern())
	switch {
	case field == nil && strings.HasSuffix(public, "]") && value == "":
		return b.add(b.answers.Removal(path)...)
	case field != nil && field.Type == forms.TypeRows:
		return &usageError{text: b.words.Text("path.list", "path", public)}
	case field == nil:
		return &usageError{text: b.words.Text("path.unknown", "path", public)}
	case field.Computed():
		return &usageError{text: b.words.Text("path.computed", "path", public)}
	}
	value, err = b.value(field, value)
	if err != nil {
		return err
	}
	return b.add(b.session.Form.Setting(b.answers, path, value)...)
}

// value turns the typed text into that of the answer: a file is read, several
// values may be parted by commas.
func (b *builder) value(field *forms.Field, value string) (string, error) {
	switch {
	case value == "":
		return "", nil
	case field.Type == forms.TypeFile:
		document, err := session.ReadDocument(context.Background(), value, nil)
		if err != nil {
			return "", err
		}
		return b.session.KeepDocument(document)
	case field.Type.Multiple():
		return strings.NewReplacer(",", "\n", "，", "\n", "、", "\n").Replace(value), nil
	}
	return value, nil
}

func (b *builder) add(changes ...forms.Change) error {
	for _, c := range changes {
		if _, err := b.answers.Apply(c); err != nil {
			return err
		}
		b.changes = append(b.changes, c)
	}
	return nil
}

// resolve finds a path and makes the row that it names, where that is the next
// one of its list.
func (b *builder) resolve(public string) (forms.Path, error) {
	for {
		path, err := b.answers.Resolve(public)
		var none *forms.NoRowError
		if err == nil {
			return path, b.known(path, public)
		}
		if !errors.As(err, &none) || none.Row != "" || none.Index != none.Count {
			return "", b.noSuch(err, public)
		}
		if err := b.known(none.List, public); err != nil {
			return "", err
		}
		row := none.List.Row(b.answers.NewRowID())
		if err := b.add(forms.Change{Op: forms.Insert, Path: row, At: none.Count}); err != nil {
			return "", err
		}
	}
}

func (r *run) noSuch(err error, public string) error {
	var none *forms.NoRowError
	if errors.As(err, &none) {
		return &usageError{text: r.words.Text("path.no_row", "path", public, "list", string(none.List.Pattern()), "count", strconv.Itoa(none.Count))}
	}
	return &usageError{text: r.words.Text("path.unknown", "path", public)}
}

// known refuses a path that the form does not have.
func (b *builder) known(path forms.Path, public string) error {
	pattern := strings.TrimSuffix(path.Pattern(), "[]")
	if b.session.Form.Field(pattern) == nil {
		return &usageError{text: b.words.Text("path.unknown", "path", public)}
	}
	return nil
}

// getCommand prints one answer or computed value.
type getCommand struct {
	File string `arg:"" help:"${help_file}"`
	Path string `arg:"" help:"${help_path}"`
}

func (c *getCommand) Run(r *run) (err error) {
	s, err := r.look(c.File)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	path, err := s.Answers().Resolve(c.Path)
	if err != nil {
		return r.noSuch(err, c.Path)
	}
	field := s.Form.Field(path.Pattern())
	if field == nil {
		return &usageError{text: r.words.Text("path.unknown", "path", c.Path)}
	}
	r.say("%s\n", current(s, field, path))
	return nil
}

// current is the answer as typed, the default or computed value in plain form,
// or the number of rows of a list.
func current(s *session.Session, field *forms.Field, path forms.Path) string {
	if field.Type == forms.TypeRows {
		return strconv.Itoa(len(s.Answers().Rows(path)))
	}
	q := s.Report().Question(path)
	raw := s.Answers().Get(path)
	switch {
	case field.Type == forms.TypeFile:
		return forms.ParseAttachment(raw).Name
	case raw != "" || q == nil:
		return raw
	}
	return q.Plain()
}
