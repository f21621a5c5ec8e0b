package file

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Encrypted tells whether the file asks for a password.
func (f *File) Encrypted() bool { return f.secret != nil }

// SetPassword encrypts the file: without the password nobody can read anything
// of it, and nobody can help. It fails with NeedsPassword for an empty one and
// with HasPassword where there is one. A file that was in the clear before may
// have left traces of it on the disk.
//
// This and the next two write the whole file again, put it in the place of the
// old one in one go, and open it. Whatever fails before that leaves the old one.
// Others who have it open find it Moved. Another process that seizes the new
// file in that very moment makes this one a looker-on: Writable tells.
func (f *File) SetPassword(password string) error {
	if f.secret != nil {
		return &Error{f.path, HasPassword, nil}
	}
	return f.setSecret(password)
}

// ChangePassword encrypts the file again with another password. It fails with
// WrongPassword unless old is the present one.
func (f *File) ChangePassword(old, password string) error {
	if err := f.knows(old); err != nil {
		return err
	}
	return f.setSecret(password)
}

// RemovePassword leaves the file in the clear. It fails with WrongPassword
// unless old is the password.
func (f *File) RemovePassword(old string) error {
	if err := f.knows(old); err != nil {
		return err
	}
	return f.replace(nil)
}

// knows fails unless old is the password of the file.
func (f *File) knows(old string) error {
	if f.db == nil {
		return &Error{f.path, Closed, nil}
	}
	if f.secret == nil {
		return &Error{f.path, WrongPassword, errors.New("the file has no password")}
	}
	if _, err := openSecret(f.secret.prefix, old); err != nil {
		return failed(f.path, err, WrongPassword)
	}
	return nil
}

func (f *File) setSecret(password string) error {
	s, err := newSecret(password, f.cost)
	if err != nil {
		return failed(f.path, err, Unreadable)
	}
	return f.replace(s)
}

// replace writes the file again with another secret, nil for none.
func (f *File) replace(s *secret) error {
	if f.db == nil {
		return &Error{f.path, Closed, nil}
	}
	if err := f.unchangeable(); err != nil {
		return err
	}
	if err := f.checkInPlace(); err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(f.path)
	if err != nil {
		return failed(f.path, err, Unreadable)
	}
	if err := sweep(real); err != nil {
		return failed(f.path, err, Unreadable)
	}
	begin, end := unfinished(real)
	fresh, err := os.CreateTemp(filepath.Dir(real), begin+"*"+end)
	if err != nil {
		return notCreated(f.path, err)
	}
	if err := f.writeTo(fresh, s); err != nil {
		return failed(f.path, errors.Join(err, os.Remove(fresh.Name())), Unreadable)
	}
	// Windows renames no file that is open.
	closed := f.Close()
	renamed := os.Rename(fresh.Name(), real)
	if renamed == nil {
		f.secret = s
	} else {
		renamed = errors.Join(renamed, os.Remove(fresh.Name()))
	}
	synced := syncFolder(real)
	opened := f.again()
	if opened != nil {
		opened = errors.Join(opened, f.Close())
	}
	if err := errors.Join(closed, renamed, synced, opened); err != nil {
		return failed(f.path, err, Unreadable)
	}
	return nil
}

// unfinished is how the name of a file begins and ends that is to take the place
// of another.
func unfinished(path string) (begin, end string) {
	return "." + filepath.Base(path) + ".", ".unfinished"
}

// sweep removes those, with their journals, that a process which died over them
// has left behind. The lock is ours, so nobody is at work on one.
func sweep(path string) error {
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return err
	}
	begin, end := unfinished(path)
	for _, n := range names {
		if strings.HasPrefix(n.Name(), begin) && strings.Contains(n.Name(), end) {
			err = errors.Join(err, os.Remove(filepath.Join(filepath.Dir(path), n.Name())))
		}
	}
	return err
}

// again opens the file with the secret that is known.
func (f *File) again() error {
	changeable, err := f.acquire(true)
	if err != nil {
		return err
	}
	return f.open(changeable)
}

// SaveCopy writes everything to a new file, with the same password if there is
// one: also where the file itself was removed, but is still open. It fails as
// Create does.
func (f *File) SaveCopy(path string) error {
	if f.db == nil {
		return &Error{f.path, Closed, nil}
	}
	fresh, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return notCreated(path, err)
	}
	if err := f.writeTo(fresh, f.secret); err != nil {
		return failed(path, errors.Join(err, os.Remove(path)), Unreadable)
	}
	if err := syncFolder(path); err != nil {
		return failed(path, err, Unreadable)
	}
	return nil
}

// writeTo writes everything to a file that is empty, syncs and closes it.
func (f *File) writeTo(fresh *os.File, s *secret) (err error) {
	defer recovered(&err)
	if s != nil {
		if _, err := fresh.Write(s.prefix); err != nil {
			return errors.Join(err, fresh.Close())
		}
	}
	path, err := filepath.Abs(fresh.Name())
	if err == nil {
		err = f.db.exec(`VACUUM INTO ?`, "file:"+escape(path)+s.uri(systemVFS))
	}
	if err == nil {
		err = fresh.Sync()
	}
	return errors.Join(err, fresh.Close())
}

// readPrefix reads the page in the clear, or nothing where the file has none.
func readPrefix(f *os.File) ([]byte, error) {
	prefix := make([]byte, prefixSize)
	n, err := f.ReadAt(prefix, 0)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if n < len(sealedMagic) || string(prefix[:len(sealedMagic)]) != sealedMagic {
		return nil, nil
	}
	return prefix[:n], nil
}
