package file

import (
	"errors"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// systemVFS is the name of the virtual file system by which SQLite opens files in the
// clear. It is go-sqlite3's own for the system's files, but tells SQLite of full and
// read-only disks: go-sqlite3 v0.37 looks for the bare system error, which package os
// wraps, and would report a full disk as a broken one.
const systemVFS = "h200-system"

func init() { vfs.Register(systemVFS, translated{vfs.Find("os")}) }

// errorCodes maps errors of the system to SQLite's: a disk, quota or file that cannot
// grow, and a disk that takes no changes. Errno 112 is ERROR_DISK_FULL
// on Windows; no file operation gives it elsewhere.
var errorCodes = []struct {
	cause error
	code  sqlite3.ErrorCode
}{
	{syscall.ENOSPC, sqlite3.FULL},
	{syscall.EDQUOT, sqlite3.FULL},
	{syscall.EFBIG, sqlite3.FULL},
	{syscall.Errno(112), sqlite3.FULL},
	{syscall.EROFS, sqlite3.READONLY},
}

// translated is a VFS whose errors are translated.
type translated struct{ vfs.VFS }

// OpenFilename makes translated a vfs.VFSFilename.
func (r translated) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	opened, flags, err := r.VFS.(vfs.VFSFilename).OpenFilename(name, flags)
	if err != nil {
		return nil, flags, translate(err)
	}
	if f, ok := opened.(systemFile); ok {
		return translatedFile{f}, flags, nil
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

type translatedFile struct{ systemFile }

func (f translatedFile) WriteAt(p []byte, offset int64) (int, error) {
	n, err := f.systemFile.WriteAt(p, offset)
	return n, translate(err)
}

func (f translatedFile) Truncate(size int64) error     { return translate(f.systemFile.Truncate(size)) }
func (f translatedFile) SizeHint(size int64) error     { return translate(f.systemFile.SizeHint(size)) }
func (f translatedFile) Sync(flags vfs.SyncFlag) error { return translate(f.systemFile.Sync(flags)) }

// translate gives a cause as the error code by which SQLite knows it.
func translate(err error) error {
	for _, p := range errorCodes {
		if errors.Is(err, p.cause) {
			return vfs.SystemError(err, p.code)
		}
	}
	return err
}
