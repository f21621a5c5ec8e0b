package command

import (
	"errors"

	"h200filing/app/session"
	"h200filing/export/lock"
)

// lockedError is a protected file that the password given, or none, does not open.
type lockedError struct {
	path string
	none bool // no password was given
}

func (e *lockedError) Error() string { return e.path + ": " + lock.ErrWrong.Error() }
func (e *lockedError) Unwrap() error { return lock.ErrWrong }

func (e *lockedError) kind() string {
	if e.none {
		return "needs_password"
	}
	return "wrong_password"
}

// unlocked opens what was read from a file, where it is protected.
func (r *run) unlocked(path string, content []byte) ([]byte, error) {
	opened, err := session.Protection{Password: r.ExportPassword}.Unlock(content)
	if errors.Is(err, lock.ErrWrong) {
		return nil, &lockedError{path: path, none: r.ExportPassword == ""}
	}
	if err != nil {
		return content, nil // damaged: who reads it next says so in his words
	}
	return opened, nil
}
