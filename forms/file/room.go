package file

import (
	"errors"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// roomVFS is the name under which SQLite finds the system's files with full and
// read-only disks reported as such. go-sqlite3 v0.37 looks for the bare system
// error, which package os wraps, and loses it: a full disk would be told as a
// broken one.
const roomVFS = "h200-room"

func init() { vfs.Register(roomVFS, room{vfs.Find("os")}) }

// plain maps the system's words to SQLite's: for a disk, quota or file that
// cannot grow and for a disk that takes no changes. Errno 112 is ERROR_DISK_FULL
// on Windows; no file operation gives it elsewhere.
var plain = []struct {
	cause error
	code  sqlite3.ErrorCode
}{
	{syscall.ENOSPC, sqlite3.FULL},
	{syscall.EDQUOT, sqlite3.FULL},
	{syscall.EFBIG, sqlite3.FULL},
	{syscall.Errno(112), sqlite3.FULL},
	{syscall.EROFS, sqlite3.READONLY},
}

type room struct{ vfs.VFS }

// OpenFilename makes room a vfs.VFSFilename.
func (r room) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	opened, flags, err := r.VFS.(vfs.VFSFilename).OpenFilename(name, flags)
	if err != nil {
		return nil, flags, told(err)
	}
	if f, ok := opened.(systemFile); ok {
		return roomFile{f}, flags, nil
	}
	return opened, flags, nil
}

// systemFile is what SQLite may ask of a file of the system. A mapped file is not
// among it: the package maps none, and go-sqlite3 has none on Windows.
type systemFile interface {
	vfs.FileLockState
	vfs.FileHasMoved
	vfs.FileSizeHint
	vfs.FilePersistWAL
	vfs.FilePowersafeOverwrite
	vfs.FileSharedMemory
}

type roomFile struct{ systemFile }

func (f roomFile) WriteAt(p []byte, offset int64) (int, error) {
	n, err := f.systemFile.WriteAt(p, offset)
	return n, told(err)
}

func (f roomFile) Truncate(size int64) error     { return told(f.systemFile.Truncate(size)) }
func (f roomFile) SizeHint(size int64) error     { return told(f.systemFile.SizeHint(size)) }
func (f roomFile) Sync(flags vfs.SyncFlag) error { return told(f.systemFile.Sync(flags)) }

// told tells SQLite of a cause in its own words.
func told(err error) error {
	for _, p := range plain {
		if errors.Is(err, p.cause) {
			return vfs.SystemError(err, p.code)
		}
	}
	return err
}
