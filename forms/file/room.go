package file

import (
	"errors"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// roomVFS is the name under which SQLite finds the system's files with full
// disks reported as such. go-sqlite3 v0.37 looks for the bare system error, which
// package os wraps, and loses it: a full disk would be told as a broken one.
const roomVFS = "h200-room"

func init() { vfs.Register(roomVFS, room{vfs.Find("os")}) }

// noRoom are the system's words for a disk, quota or file that cannot grow.
// Errno 112 is ERROR_DISK_FULL on Windows; no file operation gives it elsewhere.
var noRoom = []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.Errno(112)}

type room struct{ vfs.VFS }

// OpenFilename makes room a vfs.VFSFilename.
func (r room) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	opened, flags, err := r.VFS.(vfs.VFSFilename).OpenFilename(name, flags)
	if err != nil {
		return nil, flags, full(err)
	}
	if f, ok := opened.(systemFile); ok {
		return roomFile{f}, flags, nil
	}
	return opened, flags, nil
}

// systemFile is what SQLite may ask of a file of the system.
type systemFile interface {
	vfs.FileLockState
	vfs.FileHasMoved
	vfs.FileSizeHint
	vfs.FilePersistWAL
	vfs.FilePowersafeOverwrite
	vfs.FileSharedMemory
	vfs.FileMemoryMapper
}

type roomFile struct{ systemFile }

func (f roomFile) WriteAt(p []byte, offset int64) (int, error) {
	n, err := f.systemFile.WriteAt(p, offset)
	return n, full(err)
}

func (f roomFile) Truncate(size int64) error     { return full(f.systemFile.Truncate(size)) }
func (f roomFile) SizeHint(size int64) error     { return full(f.systemFile.SizeHint(size)) }
func (f roomFile) Sync(flags vfs.SyncFlag) error { return full(f.systemFile.Sync(flags)) }

// full tells SQLite of a full disk.
func full(err error) error {
	for _, cause := range noRoom {
		if errors.Is(err, cause) {
			return vfs.SystemError(err, sqlite3.FULL)
		}
	}
	return err
}
