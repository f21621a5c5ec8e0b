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
	opened, err := r.protection().Unlocked(content)
	return opened, r.locked(path, err)
}

// protection is by the password that was given.
func (r *run) protection() session.Protection {
	return session.Protection{Password: r.ExportPassword}
}

// locked tells of a file that takes another password; other errors stay.
func (r *run) locked(path string, err error) error {
	if errors.Is(err, lock.ErrWrong) {
		return &lockedError{path: path, none: r.ExportPassword == ""}
	}
	return err
}

// protecting is the protection that is asked for. The password comes from the
// environment only: arguments are seen by everybody on the machine and stay in the
// history of the shell. Without one that can be used the command is refused.
func (r *run) protecting(asked bool) (session.Protection, error) {
	switch {
	case !asked:
		return session.Protection{}, nil
	case r.ExportPassword == "":
		return session.Protection{}, &usageError{text: r.words.Text("export.no_password")}
	case r.protection().Check() != nil:
		return session.Protection{}, &usageError{text: r.words.Text("export.bad_password")}
	}
	return r.protection(), nil
}
