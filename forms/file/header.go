package file

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// magic begins every SQLite database (https://sqlite.org/fileformat.html, 1.3).
const magic = "SQLite format 3\x00"

const (
	headerSize    = 100
	versionAt     = 60 // user_version, big endian
	applicationAt = 68 // application_id, big endian
)

// inspect opens a file and looks at it before SQLite does, so that nothing which
// is not ours is ever opened by that. It tells whether the file can be written
// to.
func inspect(path string) (f *os.File, writable bool, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, false, failed(path, err, Unreadable)
	}
	if !info.Mode().IsRegular() {
		return nil, false, &Error{path, Unreadable, errors.New("not a regular file")}
	}
	f, writable, err = openEither(path)
	if err != nil {
		return nil, false, failed(path, err, Unreadable)
	}
	if err := checkHeader(path, f); err != nil {
		return nil, false, errors.Join(err, f.Close())
	}
	return f, writable, nil
}

func checkHeader(path string, f *os.File) error {
	prefix, err := readPrefix(f)
	if err != nil {
		return &Error{path, Unreadable, err}
	}
	if prefix != nil { // the rest is looked at when there is a key
		if _, err := checkPrefix(prefix); err != nil {
			return &Error{path, Damaged, err}
		}
		return nil
	}
	header := make([]byte, headerSize)
	n, err := f.ReadAt(header, 0)
	if err != nil && err != io.EOF {
		return &Error{path, Unreadable, err}
	}
	if kind, err := check(header[:n]); err != nil {
		return &Error{path, kind, err}
	}
	return nil
}

// openEither opens for reading and writing, or else for reading.
func openEither(path string) (f *os.File, writable bool, err error) {
	f, err = os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		f, err = os.Open(path)
		return f, false, err
	}
	return f, true, err
}

// check judges the first bytes of a file.
func check(header []byte) (Kind, error) {
	if !bytes.HasPrefix(header, []byte(magic)) {
		return NotSQLite, errors.New("no SQLite header")
	}
	if len(header) < headerSize {
		return Damaged, errors.New("cut off within the header")
	}
	id, version := binary.BigEndian.Uint32(header[applicationAt:]), binary.BigEndian.Uint32(header[versionAt:])
	return checkNumbers(int32(id), int32(version))
}

// checkNumbers judges application id and schema version.
func checkNumbers(id, version int32) (Kind, error) {
	switch {
	case id != applicationID:
		return Foreign, fmt.Errorf("application id %#x", id)
	case version > SchemaVersion:
		return Newer, fmt.Errorf("schema version %d, this program knows %d", version, SchemaVersion)
	case version < 1:
		return Damaged, fmt.Errorf("schema version %d", version)
	}
	return "", nil
}

// checkIdentity asks SQLite for application id and schema version, for those of an
// encrypted file cannot be read otherwise.
func (d *database) checkIdentity() error {
	id, err := d.number(`PRAGMA application_id`)
	if err != nil {
		return err
	}
	version, err := d.number(`PRAGMA user_version`)
	if err != nil {
		return err
	}
	if kind, err := checkNumbers(int32(id), int32(version)); err != nil {
		return errors.Join(kind, err)
	}
	return nil
}
