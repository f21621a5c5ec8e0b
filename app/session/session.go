// Package session is an application at work: the file, its answers, and the
// report that follows from them. Window and command line both change answers
// through it and read its report; neither computes anything.
//
// Floor 3 of the house, below the window and the command line; it imports no
// Fyne, so everything it does can be tested without a display. A Session is for
// one goroutine.
package session

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	assetforms "h200filing/assets/forms"

	"h200filing/assets/accelerators"
	"h200filing/assets/fonts"
	"h200filing/export/evidence"
	"h200filing/forms"
	"h200filing/forms/accelerator"
	"h200filing/forms/file"
)

// Setting is what sessions share: form pack, catalogue, clock and user, and the
// password of encrypted files, "" for none.
type Setting struct {
	Form      *forms.Form
	Catalogue *accelerator.Catalogue
	Now       func() time.Time
	User      string
	Password  string
	// Announce leaves a name in the files that are opened to work on, so that
	// others learn who has them. It is for the window; a command is over in a
	// moment, and one that fails leaves the file as it was.
	Announce bool
}

// NewSetting loads the built-in catalogue and the form pack in formDir, or the
// built-in pack where formDir is "". That one has been checked by its tests and is
// not checked again.
func NewSetting(formDir string, now func() time.Time, user string) (*Setting, error) {
	load := forms.LoadForm
	if formDir == "" {
		load = forms.LoadChecked
	}
	var catalogue *accelerator.Catalogue
	var errCatalogue error
	var beside sync.WaitGroup
	beside.Go(func() { catalogue, errCatalogue = accelerator.Load(accelerators.Catalogue, accelerators.Released) })
	form, err := loadForm(formDir, load)
	beside.Wait()
	if err = cmp.Or(err, errCatalogue); err != nil {
		return nil, err
	}
	return &Setting{Form: form, Catalogue: catalogue, Now: now, User: user}, nil
}

// LoadForm loads the form pack in a folder, or the built-in one for "", and checks
// all of it.
func LoadForm(dir string) (*forms.Form, error) { return loadForm(dir, forms.LoadForm) }

func loadForm(dir string, load func(fs.FS) (*forms.Form, error)) (*forms.Form, error) {
	if dir != "" {
		if _, err := os.Stat(dir); err != nil {
			return nil, err
		}
		return load(os.DirFS(dir))
	}
	pack, err := assetforms.Pack(assetforms.Current)
	if err != nil {
		return nil, err
	}
	return load(pack)
}

func today(now func() time.Time) time.Time {
	t := now()
	return forms.Day(t.Year(), t.Month(), t.Day())
}

// Today is the day of the setting's clock.
func (s *Setting) Today() time.Time { return today(s.Now) }

// Session is an open application.
type Session struct {
	*Setting
	file      *file.File
	report    *forms.Report
	listeners []func(*forms.Report)
}

// Create makes a new application file; an existing one is refused. A practice
// application is marked as such on every output.
func (s *Setting) Create(path string, practice bool) (*Session, error) {
	f, err := file.Create(path, file.Meta{Form: s.Form.ID, Version: s.Form.Version, Created: s.Now(), Practice: practice}, s.options()...)
	if err != nil {
		return nil, err
	}
	return s.begin(f)
}

func (s *Setting) options() []file.Option {
	if !s.Announce {
		return []file.Option{file.Password(s.Password)}
	}
	host, err := os.Hostname()
	if err != nil {
		host = "" // the others then learn the user and the time only
	}
	me := file.Holder{User: s.User, Host: host, PID: os.Getpid(), Since: s.Now()}
	return []file.Option{file.As(me), file.Password(s.Password)}
}

// Open opens an application file to work on. Where another program has it, it
// opens to be looked at, and every change is refused with file.Held.
func (s *Setting) Open(path string) (*Session, error) {
	f, err := file.Open(path, s.options()...)
	if err != nil {
		return nil, err
	}
	return s.begin(f)
}

// OpenReadOnly opens an application file to look at, and leaves it to others to
// write.
func (s *Setting) OpenReadOnly(path string) (*Session, error) {
	f, err := file.OpenReadOnly(path, file.Password(s.Password))
	if err != nil {
		return nil, err
	}
	return s.begin(f)
}

func (s *Setting) start(f *file.File) *Session {
	session := &Session{Setting: s, file: f}
	session.publish(session.evaluated(f.Answers()))
	return session
}

// Close closes the file.
func (s *Session) Close() error { return s.file.Close() }

// Path is where the file is.
func (s *Session) Path() string { return s.file.Path() }

// Answers are the current answers. The caller must not change them.
func (s *Session) Answers() *forms.Answers { return s.file.Answers() }

// Report is what follows from the current answers.
func (s *Session) Report() *forms.Report { return s.report }

// OnReport calls listen after every change, with the new report.
func (s *Session) OnReport(listen func(*forms.Report)) { s.listeners = append(s.listeners, listen) }

func (s *Session) evaluated(answers *forms.Answers) *forms.Report {
	return forms.Evaluate(s.Form, answers, forms.Context{Today: s.Today(), Catalogue: s.Catalogue, Files: s.file.Files(), Missing: fonts.Missing})
}

func (s *Session) publish(report *forms.Report) {
	s.report = report
	for _, listen := range s.listeners {
		listen(report)
	}
}

// Change carries out changes in one transaction and computes the new report.
// Drafted paragraphs that nobody has edited follow the data in the same
// transaction. On an error nothing has changed.
func (s *Session) Change(why string, changes ...forms.Change) error {
	return s.carryOut(s.file.Apply, why, changes)
}

// carryOut is Change by a way to write.
func (s *Session) carryOut(write func(who, why string, at time.Time, changes ...forms.Change) error, why string, changes []forms.Change) error {
	if len(changes) == 0 {
		return nil
	}
	changes = cleaned(changes)
	answers := s.file.Answers().Clone()
	for _, c := range changes {
		if _, err := answers.Apply(c); err != nil {
			return err
		}
	}
	report := s.evaluated(answers)
	following := report.Following()
	if err := write(s.User, why, s.Now(), slices.Concat(changes, following)...); err != nil {
		return err
	}
	if len(following) > 0 {
		report = s.evaluated(s.file.Answers())
	}
	s.publish(report)
	return nil
}

// cleaned are changes whose values every output can hold (forms.Clean).
func cleaned(changes []forms.Change) []forms.Change {
	changes = slices.Clone(changes)
	for i := range changes {
		changes[i].Value = forms.Clean(changes[i].Value)
	}
	return changes
}

// Draft drafts a prose question from the data; what was typed there stays.
func (s *Session) Draft(path forms.Path) error {
	return s.Change("", s.report.Drafting(path)...)
}

// Redraft brings one drafted paragraph of a prose question up to date, even one
// that was edited; id is that of its state.
func (s *Session) Redraft(path forms.Path, id string) error {
	return s.Change("", s.report.Redrafting(path, id)...)
}

// KeepDraft leaves an edited paragraph as it is and settles that it is out of date.
func (s *Session) KeepDraft(path forms.Path, id string) error {
	return s.Change("", s.report.Keeping(path, id)...)
}

// Set sets one answer, and with the title of a row the references to it.
func (s *Session) Set(path forms.Path, value string) error {
	if s.Answers().Get(path) == value {
		return nil
	}
	return s.Change("", s.Form.Setting(s.Answers(), path, value)...)
}

// Pick makes a row of suppliers a part of the catalogue: its id, and with it
// supplier, product and the cited figures that the row does not state yet.
func (s *Session) Pick(row forms.Path, id string) error {
	return s.Change("", forms.CatalogueFilling(s.report, row, id)...)
}

// AddRow appends a row to a list and returns its path.
func (s *Session) AddRow(list forms.Path) (forms.Path, error) {
	row := list.Row(s.Answers().NewRowID())
	return row, s.Change("", forms.Change{Op: forms.Insert, Path: row, At: len(s.Answers().Rows(list))})
}

// AddTitled appends a row that has one answer already, in one step, and returns its
// path.
func (s *Session) AddTitled(list forms.Path, key, title string) (forms.Path, error) {
	row := list.Row(s.Answers().NewRowID())
	return row, s.Change("", forms.Change{Op: forms.Insert, Path: row, At: len(s.Answers().Rows(list))},
		forms.Change{Op: forms.Set, Path: row.Join(key), Value: title})
}

// RemoveRow removes a row with all it holds.
func (s *Session) RemoveRow(row forms.Path) error {
	return s.Change("", s.Answers().Removal(row)...)
}

// CopyRow inserts a copy of a row at a position and returns its path.
func (s *Session) CopyRow(row forms.Path, at int) (forms.Path, error) {
	copied, changes, err := s.Answers().Copying(row, at)
	if err != nil {
		return "", err
	}
	return copied, s.Change("", changes...)
}

// MoveRow moves a row to a position.
func (s *Session) MoveRow(row forms.Path, at int) error {
	return s.Change("", forms.Change{Op: forms.Move, Path: row, At: at})
}

// Attachment returns the content of an attachment by its SHA-256.
func (s *Session) Attachment(sum string) ([]byte, error) { return s.file.Attachment(sum) }

// Fill sets all of answers in an application that is still empty, in one
// transaction, which Undo does not take back. Attachments named in them are read
// through read, which gets the name as it stands there; a file that cannot be read
// keeps its name, so that the check names it, and its error is among the returned
// missing.
func (s *Session) Fill(answers *forms.Answers, read func(name string) ([]byte, error)) (missing []error, err error) {
	var changes []forms.Change
	for _, c := range answers.All() {
		field := s.Form.Field(c.Path.Pattern())
		if c.Op == forms.Set && field != nil && field.Type == forms.TypeFile {
			text, err := s.kept(c.Value, read)
			if err != nil {
				missing = append(missing, err)
			} else {
				c.Value = text
			}
		}
		changes = append(changes, c)
	}
	return missing, s.carryOut(s.file.Begin, "", changes)
}

func (s *Session) kept(name string, read func(string) ([]byte, error)) (string, error) {
	content, err := read(name)
	if err != nil {
		return "", err
	}
	return s.Keep(name, content)
}

// ErrOutside tells that an attachment lies outside the folder of its answers.
var ErrOutside = errors.New("attachment lies outside the folder of the answers file")

// Beside reads attachments from a folder and below; names that lead out of it
// are refused.
func Beside(dir string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if !filepath.IsLocal(filepath.FromSlash(name)) || strings.Contains(name, "\x00") {
			return nil, fmt.Errorf("%s: %w", name, ErrOutside)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, err
		}
		defer root.Close()
		f, err := root.Open(filepath.FromSlash(name))
		if err != nil {
			return nil, besideError(name, err)
		}
		defer f.Close() // only read
		content, err := readBounded(f, evidence.MaxSize, evidence.ErrTooLarge)
		if err != nil {
			return nil, besideError(name, err)
		}
		return content, nil
	}
}

// besideError names the attachment. Any other error than those of the system and of
// the limit is that of os.Root for a link that leads out.
func besideError(name string, err error) error {
	var system syscall.Errno
	switch {
	case errors.Is(err, evidence.ErrTooLarge):
		return fmt.Errorf("%s: %w", name, err)
	case errors.As(err, &system):
		return &fs.PathError{Op: "read", Path: name, Err: system}
	}
	return fmt.Errorf("%s: %w", name, ErrOutside)
}
