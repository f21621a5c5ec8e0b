package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"
)

// lockByte is the byte of the file that its one writer has locked. It lies right
// behind SQLite's own lock bytes, in the page that SQLite never writes to
// (https://sqlite.org/fileformat.html, 1.5), because a lock on Windows keeps
// others from the data too.
const lockByte = 0x40000000 + 512

// Holder tells who has a file open for writing. It is also the cause of an
// *Error of the kind Held.
type Holder struct {
	User  string    `json:"user"`
	Host  string    `json:"host"`
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func (h Holder) Error() string {
	if h == (Holder{}) {
		return "held by another"
	}
	return fmt.Sprintf("held by %s on %s, process %d, since %s", h.User, h.Host, h.PID, stamp(h.Since))
}

// text is how a holder is kept, "" for none.
func (h Holder) text() (string, error) {
	if h == (Holder{}) {
		return "", nil
	}
	text, err := json.Marshal(h)
	return string(text), err
}

func readHolder(text string) (h Holder, err error) {
	if text == "" {
		return h, nil
	}
	if err := json.Unmarshal([]byte(text), &h); err != nil {
		return Holder{}, fmt.Errorf("holder: %w", err)
	}
	return h, nil
}

// Holder tells who has the file open for writing, where that is another process
// or another File and this one can therefore only look; Refresh keeps it up to
// date. It is zero where they did not say (see As).
func (f *File) Holder() (by Holder, held bool) { return f.now.holder, f.held }

// Claim makes the file writable where another has held it and does no more, with
// all that was changed meanwhile. It fails with Held while somebody holds it. On
// a file that is writable already it does nothing.
func (f *File) Claim() error {
	if f.db == nil {
		return &Error{f.path, Closed, nil}
	}
	if f.writable || !f.held {
		return f.unchangeable()
	}
	if err := f.checkInPlace(); err != nil {
		return err
	}
	got, err := tryLock(f.handle)
	if err != nil {
		return &Error{f.path, Unreadable, err}
	}
	if !got {
		if _, err := f.Refresh(); err != nil {
			return err
		}
		return &Error{f.path, Held, f.now.holder}
	}
	f.held, f.writable = false, true
	if err := f.use(`BEGIN`, f.read); err != nil {
		return err
	}
	if err := f.begin(); err != nil {
		return failed(f.path, err, Damaged)
	}
	return f.unchangeable()
}

// unchangeable gives the reason why no change can be made, nil where one can.
func (f *File) unchangeable() error {
	switch {
	case f.held:
		return &Error{f.path, Held, f.now.holder}
	case f.db != nil && !f.writable:
		return &Error{f.path, ReadOnly, nil}
	}
	return nil
}

// errNothing takes a transaction back that has found out what it was for.
var errNothing = errors.New("nothing to write")

// begin makes the connection one that writes, and puts down who holds the file.
// Where nothing is to be put down it writes all the same and takes it back, for
// that tells whether the folder takes the journal of a change: where it does
// not, the file is not writable. A disk that is full, or another process in the
// middle of a change, is no reason to refuse: then the record goes with the
// first change.
func (f *File) begin() error {
	if err := f.db.lookOnly(false); err != nil {
		return err
	}
	// The journal mode is another only where a tool has switched it.
	if err := f.db.conn.Exec(`PRAGMA journal_mode = DELETE`); err != nil {
		return err
	}
	err := f.db.transaction(`BEGIN IMMEDIATE`, func() error {
		if f.me != f.now.holder {
			return f.db.putHolder(f.me)
		}
		if err := f.db.exec(`DELETE FROM meta WHERE key = ?`, sealKey); err != nil {
			return err
		}
		return errNothing
	})
	switch kind := kindOf(err, Damaged); {
	case err == nil:
		f.now.holder = f.me
		return nil
	case err == errNothing, kind == Full, kind == Busy:
		return nil
	case kind == ReadOnly, kind == Unreadable:
		f.writable = false
		return unlock(f.handle)
	}
	return err
}

func (d *database) putHolder(h Holder) error {
	text, err := h.text()
	if err != nil {
		return err
	}
	if text == "" {
		return d.exec(`DELETE FROM meta WHERE key = ?`, holderKey)
	}
	return d.upsert("meta", holderKey, text)
}

// checkInPlace fails with Moved where the file was removed, or another was put in its
// place, since it was opened.
func (f *File) checkInPlace() error {
	mine, err := f.handle.Stat()
	if err != nil {
		return &Error{f.path, Unreadable, err}
	}
	there, err := os.Stat(f.path)
	if err != nil {
		if kindOf(err, Unreadable) == NotFound {
			return &Error{f.path, Moved, err}
		}
		return failed(f.path, err, Unreadable)
	}
	if !os.SameFile(mine, there) {
		return &Error{f.path, Moved, errors.New("another file is in its place")}
	}
	return nil
}
