package session

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"h200filing/forms/file"
)

// ErrNotRegular tells that a folder, a device or the like stands where a file
// should be written.
var ErrNotRegular = errors.New("not a regular file")

// ErrInUse tells that another program has the file open and lets nobody write to it.
var ErrInUse = errors.New("open in another program")

// errApplication is the cause of file.Exists where an output would take the place
// of an application.
var errApplication = errors.New("an application file")

// WriteFile writes a file whole or not at all: beside it first, synced, then in
// its place. A link is followed, an existing file keeps its permissions, and a new
// one has those that the user's umask leaves. It fails with ErrNotRegular for what
// is no file, with file.Exists for an application file or another database, which
// no output may replace, with ErrInUse for one that another program has open, and
// with file.Full where the disk is.
func WriteFile(path string, content []byte) error {
	err := writeFile(path, content)
	var failed *fs.PathError
	var renamed *os.LinkError
	switch {
	case errors.Is(err, file.Exists):
		return err
	case diskFull(err):
		return &file.Error{Path: path, Kind: file.Full, Err: err}
	case errors.As(err, &failed): // the user knows path and not the file beside it
		return &fs.PathError{Op: failed.Op, Path: path, Err: failed.Err}
	case errors.As(err, &renamed):
		return &fs.PathError{Op: renamed.Op, Path: path, Err: renamed.Err}
	}
	return err
}

// CheckTarget tells before any work what WriteFile would find wrong with a path: its
// folder is missing, or what stands there may not be replaced. It changes nothing.
func CheckTarget(path string) error {
	info, err := os.Stat(filepath.Dir(path))
	switch {
	case err != nil:
		return &fs.PathError{Op: "write", Path: path, Err: errors.Unwrap(err)}
	case !info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOTDIR}
	}
	_, _, err = target(path)
	return err
}

func writeFile(path string, content []byte) (err error) {
	path, mode, err := target(path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(filepath.Dir(path), ".h200filing-"+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if mode != 0 {
		if err = f.Chmod(mode); err != nil {
			return err
		}
	}
	if _, err = f.Write(content); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), path); keptFrom(path, err) {
		return &fs.PathError{Op: "write", Path: path, Err: ErrInUse}
	}
	return err
}

// target finds the file that a path names, links followed, and its permissions: 0
// where there is none yet.
func target(path string) (real string, mode fs.FileMode, err error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return path, 0, nil
	}
	if real, err = filepath.EvalSymlinks(path); err != nil {
		return "", 0, err
	}
	info, err := os.Stat(real)
	if err != nil {
		return "", 0, err
	}
	if !info.Mode().IsRegular() {
		return "", 0, &fs.PathError{Op: "write", Path: path, Err: ErrNotRegular}
	}
	f, err := file.OpenReadOnly(real)
	switch { // an encrypted one needs a password, a damaged one may yet be mended
	case err == nil:
		return "", 0, errors.Join(&file.Error{Path: path, Kind: file.Exists, Err: errApplication}, f.Close())
	case inUse(err):
		return "", 0, &fs.PathError{Op: "write", Path: path, Err: ErrInUse}
	case errors.Is(err, file.NotSQLite), errors.Is(err, fs.ErrPermission):
		return real, info.Mode().Perm(), nil
	}
	return "", 0, &file.Error{Path: path, Kind: file.Exists, Err: errors.Join(errApplication, err)}
}

// SameFile reports whether two paths name one file, whether it is there already or
// not.
func SameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(infoA, infoB)
	}
	return place(a) == place(b)
}

// place is where a file will lie: its name in its folder, links followed.
func place(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return filepath.Clean(path)
}
