package file

import (
	"errors"
	"fmt"
	"os"
	"time"

	"h200filing/forms"
)

// File is an open application file.
type File struct {
	path     string
	db       *database // nil after Close
	writable bool
	now      *state
}

// Create makes a new file, readable and writable for its owner only, and opens
// it. It fails with Exists where anything of that name is there, and leaves
// nothing behind where it fails otherwise.
func Create(path string, meta Meta) (*File, error) {
	records, err := meta.records()
	if err != nil {
		return nil, err
	}
	created, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, &Error{path, kindOf(err, Unreadable), err}
	}
	if err := created.Close(); err != nil {
		return nil, discard(path, err)
	}
	f := &File{path: path, writable: true}
	err = f.open(`BEGIN IMMEDIATE`, func() error { return f.found(records) })
	if err != nil {
		return nil, discard(path, err)
	}
	return f, nil
}

// discard removes the file that Create has begun.
func discard(path string, err error) error {
	return &Error{path, kindOf(err, Unreadable), errors.Join(err, os.Remove(path))}
}

// found lays out a new file.
func (f *File) found(records map[string]string) error {
	identity := fmt.Sprintf(`PRAGMA application_id = %d`, applicationID)
	if err := f.db.conn.Exec(identity); err != nil {
		return err
	}
	if err := f.db.migrate(); err != nil {
		return err
	}
	var sum seal
	w := writer{db: f.db, seal: &sum}
	for key, value := range records {
		if err := w.put("meta", key, "", value); err != nil {
			return err
		}
	}
	if err := w.putSeal(); err != nil {
		return err
	}
	return f.read()
}

// Open opens a file, checks it whole and reads its answers. Its errors are of
// the kinds NotFound, Unreadable, NotSQLite, Foreign, Newer and Damaged (and
// Busy, where another process does not finish its change). A file that cannot be
// written to opens all the same; Writable tells.
func Open(path string) (*File, error) {
	writable, err := inspect(path)
	if err != nil {
		return nil, err
	}
	return openAs(path, writable)
}

// OpenReadOnly is Open for those who only look: every change is refused with
// ReadOnly.
func OpenReadOnly(path string) (*File, error) {
	if _, err := inspect(path); err != nil {
		return nil, err
	}
	return openAs(path, false)
}

func openAs(path string, writable bool) (*File, error) {
	f := &File{path: path, writable: writable}
	if err := f.open(`BEGIN`, f.readOld); err != nil {
		return nil, &Error{path, kindOf(err, Damaged), err}
	}
	return f, nil
}

// open connects and fills the state within a transaction.
func (f *File) open(begin string, fill func() error) (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close())
		}
	}()
	defer recovered(&err)
	if f.db, err = connect(f.path, f.writable); err != nil {
		return err
	}
	if err := f.db.transaction(begin, fill); err != nil || !f.writable {
		return err
	}
	// No-op but where a tool has switched the file to a write-ahead log.
	return f.db.conn.Exec(`PRAGMA journal_mode = DELETE`)
}

// readOld checks a file, brings it up to the present schema and reads it.
func (f *File) readOld() error {
	if err := f.db.sound(); err != nil {
		return err
	}
	if err := f.db.migrate(); err != nil {
		return err
	}
	return f.read()
}

func (f *File) read() (err error) {
	f.now, err = f.db.load()
	return err
}

// Close closes the file. Closing it again does nothing.
func (f *File) Close() (err error) {
	if f.db == nil {
		return nil
	}
	db := f.db
	f.db = nil
	defer recovered(&err)
	return db.close()
}

// Path is the path that the file was opened by.
func (f *File) Path() string { return f.path }

// Writable tells whether changes can be made.
func (f *File) Writable() bool { return f.writable }

// Answers gives the answers as they are now. They are a snapshot: a later change
// does not alter them, and the caller must not either.
func (f *File) Answers() *forms.Answers { return f.now.answers }

// Meta gives the properties of the file.
func (f *File) Meta() Meta { return f.now.meta }

// Files tells size, pages and media type of the attachments by SHA-256, for
// forms.Context. It is a snapshot like Answers.
func (f *File) Files() map[string]forms.FileInfo { return f.now.files }

// Refresh fetches what other processes have changed, and tells whether there was
// anything.
func (f *File) Refresh() (changed bool, err error) {
	err = f.use(`BEGIN`, func() error {
		if changed, err = f.stale(); err != nil || !changed {
			return err
		}
		return f.read()
	})
	return changed && err == nil, err
}

// use runs a transaction on the open file and names the kind of its failure.
func (f *File) use(begin string, do func() error) (err error) {
	if f.db == nil {
		return &Error{f.path, Closed, nil}
	}
	if err = f.guarded(begin, do); err == nil {
		return nil
	}
	var plain *refusal
	if errors.As(err, &plain) {
		return err
	}
	if kind, ok := err.(Kind); ok {
		return &Error{f.path, kind, nil}
	}
	return &Error{f.path, kindOf(err, Damaged), err}
}

func (f *File) guarded(begin string, do func() error) (err error) {
	defer recovered(&err)
	return f.db.transaction(begin, do)
}

// refusal marks an error that is not the file's: a change that does not fit the
// answers, a reader that fails.
type refusal struct{ error }

func (r *refusal) Unwrap() error { return r.error }

// stamp is how the log writes a time: RFC 3339 in UTC.
func stamp(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }
