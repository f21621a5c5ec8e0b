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
	handle   *os.File  // the lock of the one writer is on it
	writable bool
	held     bool // by another, and therefore not writable
	options
	secret *secret // nil for a file in the clear
	now    *state
}

// Create makes a new file, readable and writable for its owner only, and opens
// it. It fails with Exists where anything of that name is there, with ReadOnly
// where the folder takes no files, and leaves nothing behind where it fails.
func Create(path string, meta Meta, as ...Option) (*File, error) {
	records, err := meta.records()
	if err != nil {
		return nil, err
	}
	f := &File{path: path, writable: true, options: optionsOf(as)}
	f.handle, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, notCreated(path, err)
	}
	if err := f.create(records); err != nil {
		err = errors.Join(err, f.Close(), os.Remove(path))
		return nil, failed(path, err, Unreadable)
	}
	return f, nil
}

func (f *File) create(records map[string]string) (err error) {
	defer recovered(&err)
	got, err := tryLock(f.handle)
	if err != nil {
		return err
	}
	if !got {
		return Held // opened by another in the very moment
	}
	if f.password != "" {
		if f.secret, err = newSecret(f.password, f.cost); err != nil {
			return err
		}
		f.password = ""
		if _, err := f.handle.Write(f.secret.prefix); err != nil {
			return err
		}
	}
	if f.db, err = f.connect(access{changeable: true, writing: true}); err != nil {
		return err
	}
	return f.db.transaction(`BEGIN IMMEDIATE`, func() error { return f.initialise(records) })
}

// initialise writes schema and properties of a new file.
func (f *File) initialise(records map[string]string) error {
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
	if err := f.db.putHolder(f.me); err != nil {
		return err
	}
	return f.read()
}

// Open opens a file, checks it whole and reads its answers. Its errors are of
// the kinds NotFound, Unreadable, NotSQLite, Foreign, Newer and Damaged (and
// Busy, where another process does not finish its change).
//
// A file has one writer. Where another File has it, in this process or another,
// or where it cannot be written to, it opens all the same, to look at and to
// follow with Refresh: Writable and Holder tell.
func Open(path string, as ...Option) (*File, error) { return open(path, true, optionsOf(as)) }

// OpenReadOnly is Open for those who only look: it leaves the file to others,
// and every change is refused with ReadOnly.
func OpenReadOnly(path string, as ...Option) (*File, error) {
	return open(path, false, optionsOf(as))
}

func open(path string, toWrite bool, o options) (*File, error) {
	f := &File{path: path, options: o}
	changeable, err := f.acquire(toWrite)
	if err != nil {
		return nil, err
	}
	if err := f.unseal(); err != nil {
		err = errors.Join(err, f.Close())
		return nil, failed(path, err, Unreadable)
	}
	if err := f.open(changeable); err != nil {
		err = errors.Join(err, f.Close())
		return nil, failed(path, err, Damaged)
	}
	return f, nil
}

// acquire opens the handle and takes the lock, unless it is held. It tells whether
// the file itself can be written to.
func (f *File) acquire(toWrite bool) (changeable bool, err error) {
	for {
		if f.handle, changeable, err = inspect(f.path); err != nil || !toWrite || !changeable {
			return changeable, err
		}
		if f.writable, err = tryLock(f.handle); err != nil {
			return false, errors.Join(&Error{f.path, Unreadable, err}, f.handle.Close())
		}
		f.held = !f.writable
		err = f.checkInPlace()
		if err == nil {
			return changeable, nil
		}
		err = errors.Join(err, f.handle.Close())
		if !errors.Is(err, Moved) {
			return false, err
		}
		// Its former holder has replaced it between opening and locking.
	}
}

// unseal makes the key of an encrypted file.
func (f *File) unseal() error {
	prefix, err := readPrefix(f.handle)
	if err != nil || prefix == nil {
		return err
	}
	f.secret, err = openSecret(prefix, f.password)
	f.password = ""
	return err
}

func (f *File) connect(can access) (*database, error) {
	return connect(f.path, f.secret.uri(f.vfs), can)
}

// open connects and reads.
func (f *File) open(changeable bool) (err error) {
	defer recovered(&err)
	if f.db, err = f.connect(access{changeable, f.writable}); err != nil {
		return err
	}
	if err := f.db.transaction(`BEGIN`, f.readOld); err != nil || !f.writable {
		return err
	}
	return f.begin()
}

// readOld checks a file, brings it up to the present schema and reads it.
func (f *File) readOld() error {
	if err := f.db.checkIdentity(); err != nil {
		return err
	}
	if err := f.db.checkStructure(); err != nil {
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

// Close closes the file and lets others write to it. Closing it again does
// nothing.
func (f *File) Close() (err error) {
	if f.handle == nil {
		return nil
	}
	db, handle := f.db, f.handle
	f.db, f.handle = nil, nil
	defer recovered(&err)
	if db == nil {
		return handle.Close()
	}
	return errors.Join(db.close(), handle.Close())
}

// Path is the path that the file was opened by.
func (f *File) Path() string { return f.path }

// Writable tells whether changes can be made: not where another holds the file
// (see Holder), nor where the file, its folder or its disk takes none.
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
// anything. It fails with Moved where the file was removed or replaced; what was
// read before stays.
func (f *File) Refresh() (changed bool, err error) {
	if f.db == nil {
		return false, &Error{f.path, Closed, nil}
	}
	if err := f.checkInPlace(); err != nil {
		return false, err
	}
	before := f.now
	err = f.use(`BEGIN`, func() error {
		stale, err := f.stale()
		if err != nil || !stale {
			return err
		}
		return f.read()
	})
	return f.now.seal != before.seal, err
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
	return failed(f.path, err, Damaged)
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
