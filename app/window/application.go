package window

import (
	"h200filing/app/session"
	"h200filing/forms"
)

// application is an open application as the window uses it; a session is one.
type application interface {
	Path() string
	Report() *forms.Report
	Answers() *forms.Answers
	OnReport(listen func(*forms.Report))

	Set(path forms.Path, value string) error
	Draft(path forms.Path) error
	Redraft(path forms.Path, id string) error
	KeepDraft(path forms.Path, id string) error
	Undo() (forms.Path, error)
	Redo() (forms.Path, error)
	AddRow(list forms.Path) (forms.Path, error)
	AddTitled(list forms.Path, key, title string) (forms.Path, error)
	RemoveRow(row forms.Path) error
	CopyRow(row forms.Path, at int) (forms.Path, error)
	MoveRow(row forms.Path, at int) error
	Attach(path forms.Path, name string, content []byte) error
	Attachment(sum string) ([]byte, error)
	Prepare() *session.Preparation
	Close() error
}

// shelf makes and opens applications.
type shelf interface {
	create(path string) (application, error)
	open(path string) (application, error)
	practice(path string) (application, error)
}

// sessions is the shelf of a running program.
type sessions struct{ *session.Setting }

func (s sessions) create(path string) (application, error) { return opened(s.Create(path, false)) }
func (s sessions) open(path string) (application, error)   { return opened(s.Open(path)) }
func (s sessions) practice(path string) (application, error) {
	return opened(s.Practice(path))
}

// opened keeps a nil session from becoming an application that is not nil.
func opened(s *session.Session, err error) (application, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}
