package session

import (
	"errors"
	"os"
	"path/filepath"

	"h200filing/export/xlsx/cells"
	"h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/i18n"
)

// WorkbookError is a workbook that cannot be imported.
type WorkbookError struct {
	Path string
	Err  error
}

func (e *WorkbookError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *WorkbookError) Unwrap() error { return e.Err }

// Kind says what is wrong, as the words name it (import.error.…).
func (e *WorkbookError) Kind() string {
	var refused *fill.Error
	switch {
	case errors.As(e.Err, &refused):
		return string(refused.Kind)
	case errors.Is(e.Err, os.ErrNotExist):
		return "not_found"
	}
	return "unreadable"
}

// Filled is a filled workbook held against an application: what fill.Read has
// found, and what it was found in.
type Filled struct {
	*fill.Import
	Path   string
	By     Protection    // that opened it
	Report *forms.Report // that the workbook was compared with
}

// ReadFilled reads a filled workbook, of bounded size and with the password of by
// where it is protected, and compares it with a report. It fails with a
// *WorkbookError; its cause is lock.ErrWrong where it takes another password. It may
// be called on any goroutine.
func ReadFilled(path string, by Protection, report *forms.Report, lang i18n.Lang) (*Filled, error) {
	data, err := ReadFile(path, cells.MaxFile, &fill.Error{Kind: cells.TooLarge})
	if err == nil {
		data, err = by.Unlocked(data)
	}
	if err != nil {
		return nil, &WorkbookError{path, err}
	}
	found, err := fill.Read(data, report, lang)
	if err != nil {
		return nil, &WorkbookError{path, err}
	}
	return &Filled{found, path, by, report}, nil
}

// ErrStale tells that the answers have changed since a workbook was compared with
// them.
var ErrStale = errors.New("the answers have changed since")

// Take takes over the differences of a filled workbook that chosen picks, in one
// transaction: one step to undo. It reports whether anything was changed, and
// fails with ErrStale where the workbook was compared with other answers.
func (s *Session) Take(found *Filled, chosen func(*fill.Difference) bool, words *i18n.Words) (bool, error) {
	if found.Report != s.Report() {
		return false, ErrStale
	}
	changes, err := found.Changes(s.Answers(), chosen)
	if err != nil || len(changes) == 0 {
		return false, err
	}
	return true, s.Change(words.Text("import.why", "name", filepath.Base(found.Path)), changes...)
}
