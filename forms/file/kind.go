package file

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/ncruces/go-sqlite3"
)

// Kind says why a file could not be opened, read or changed. It is an error for
// errors.Is and a stable key for the sentence that the user reads.
type Kind string

// The kinds. The first six refuse a file in Open.
const (
	NotFound   Kind = "not_found"  // there is no such file
	Unreadable Kind = "unreadable" // no permission, a folder, a disk error
	NotSQLite  Kind = "not_sqlite" // some other kind of file, or an empty one
	Foreign    Kind = "foreign"    // another program's database
	Newer      Kind = "newer"      // made by a newer version of this program
	Damaged    Kind = "damaged"    // ours, but its content does not hold together

	Exists   Kind = "exists"    // Create: there is a file of that name already
	ReadOnly Kind = "read_only" // the file, its folder or its disk takes no changes
	Held     Kind = "held"      // another process has the file open for writing; the cause is its Holder
	Busy     Kind = "busy"      // another process has been writing for seconds
	Full     Kind = "full"      // no room left on the disk
	Moved    Kind = "moved"     // the file was removed or replaced while it was open
	Missing  Kind = "missing"   // no attachment of that SHA-256, no such place in the log
	TooLarge Kind = "too_large" // an attachment above MaxAttachment
	Closed   Kind = "closed"    // used after Close

	NeedsPassword Kind = "needs_password" // the file is encrypted and no password was given, or a new one is empty
	WrongPassword Kind = "wrong_password" // the password is not that of the file
	HasPassword   Kind = "has_password"   // SetPassword: there is one already

	NoStep Kind = "no_step" // nothing to undo or redo
	NoName Kind = "no_name" // a version needs a name
	Taken  Kind = "taken"   // there is a version of that name already
)

func (k Kind) Error() string { return string(k) }

// Error is every error of this package that concerns the file and not what was
// to be done with it.
type Error struct {
	Path string // the file
	Kind Kind
	Err  error // the cause, for a log; may be nil
}

func (e *Error) Error() string {
	text := e.Path + ": " + string(e.Kind)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap makes errors.Is find the kind as well as the cause.
func (e *Error) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Err}
}

// causes maps what SQLite and the system report to kinds; the first that fits
// counts.
var causes = []struct {
	cause error
	kind  Kind
}{
	{sqlite3.READONLY_DBMOVED, Moved},
	{sqlite3.READONLY, ReadOnly},
	{sqlite3.FULL, Full},
	{syscall.ENOSPC, Full}, // of Create
	{sqlite3.BUSY, Busy},
	{sqlite3.LOCKED, Busy},
	{sqlite3.IOERR_SHORT_READ, Damaged},
	{sqlite3.IOERR_DATA, Damaged},
	{sqlite3.IOERR, Unreadable},
	{sqlite3.CANTOPEN, Unreadable},
	{sqlite3.PERM, Unreadable},
	{fs.ErrNotExist, NotFound},
	{syscall.ENOTDIR, NotFound},
	{fs.ErrExist, Exists},
}

// kindOf finds the kind of a cause. What is left over means that the content is
// not what this package has written: a table missing, a type wrong, a page that
// SQLite cannot read.
func kindOf(err error, otherwise Kind) Kind {
	var kind Kind
	if errors.As(err, &kind) {
		return kind
	}
	for _, c := range causes {
		if errors.Is(err, c.cause) {
			return c.kind
		}
	}
	return otherwise
}

// failed names the kind of a cause.
func failed(path string, err error, otherwise Kind) error {
	if kind, ok := err.(Kind); ok {
		return &Error{path, kind, nil}
	}
	return &Error{path, kindOf(err, otherwise), err}
}

// notCreated names the kind of what keeps a file from being created.
func notCreated(path string, err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return &Error{path, ReadOnly, err}
	}
	return failed(path, err, Unreadable)
}
