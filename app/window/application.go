package window

import (
	"h200filing/app/session"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/file"
	"h200filing/i18n"
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
	Pick(row forms.Path, id string) error
	AddRow(list forms.Path) (forms.Path, error)
	AddTitled(list forms.Path, key, title string) (forms.Path, error)
	RemoveRow(row forms.Path) error
	CopyRow(row forms.Path, at int) (forms.Path, error)
	MoveRow(row forms.Path, at int) error
	AttachDocument(path forms.Path, d *session.Document) error
	Attachment(sum string) ([]byte, error)
	Prepare() *session.Preparation
	IsPractice() bool
	Encrypted() bool
	SetPassword(old, fresh string) error
	Writable() bool
	Holder() (by file.Holder, held bool)
	Claim() error
	Follow() (changed bool, err error)

	OtherVersion() (other session.OtherVersion, ok bool, err error)
	Adopt() error
	Take(found *session.Filled, chosen func(*fill.Difference) bool, words *i18n.Words) (changed bool, err error)
	PreparePart(only []string) func() ([]byte, error) // on any goroutine
	LogReader() *session.LogReader
	Versions() []file.Version
	NameVersion(name string) error
	Since(v file.Version) ([]file.Difference, *forms.Report, error)
	Restore(v file.Version, why string) (changed bool, err error)
	Diff(other *session.Session) ([]file.Difference, *forms.Report, error)
	Stands(p forms.Path) bool
	Tick(path forms.Path) error
	Untick(path forms.Path) error
	Ticked(path forms.Path) (file.Tick, bool)
	Reviewed(section *forms.Section) (ticked, of int)
	Close() error
}

// shelf makes and opens applications; tests replace it to simulate failures.
type shelf interface {
	create(path string) (application, error)
	open(path, password string) (application, error)
	practice(path string) (application, error)
	copy(from, password, to string) error
	// The others may be called on any goroutine.
	summarize(path string) (session.Summary, error)
	look(path, password string) (*session.Session, error)
	recover(path, into, password, why string) (*file.Recovery, error)
}

// sessions is the shelf of a running program: application files on disk.
type sessions struct{ *session.Setting }

func (s sessions) create(path string) (application, error) {
	return opened(s.Create(path, false))
}
func (s sessions) open(path, password string) (application, error) {
	return opened(s.Hold(path, password))
}
func (s sessions) copy(from, password, to string) error           { return s.Copy(from, password, to) }
func (s sessions) summarize(path string) (session.Summary, error) { return s.Summarize(path) }
func (s sessions) look(path, password string) (*session.Session, error) {
	looking := *s.Setting
	looking.Password = password
	return looking.OpenReadOnly(path)
}
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
