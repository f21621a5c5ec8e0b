//go:build linux || darwin

package file

import (
	"errors"
	"io"
	"os"
	"runtime"
	"syscall"
)

// setLock are the numbers of F_OFD_SETLK: a lock that belongs to the open file
// and not to the process, so that nothing but Close or the end of the process
// gives it up (Linux: fcntl(2); macOS: bsd/sys/fcntl.h, the call that go-sqlite3
// uses too).
var setLock = map[string]int{"linux": 37, "darwin": 90}

// tryLock takes the byte at lockByte for this open file, unless another open
// file has it.
func tryLock(f *os.File) (got bool, err error) {
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: lockByte, Len: 1}
	err = syscall.FcntlFlock(f.Fd(), setLock[runtime.GOOS], &lock)
	if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) {
		return false, nil
	}
	return err == nil, err
}

// unlock gives the byte up.
func unlock(f *os.File) error {
	lock := syscall.Flock_t{Type: syscall.F_UNLCK, Whence: io.SeekStart, Start: lockByte, Len: 1}
	return syscall.FcntlFlock(f.Fd(), setLock[runtime.GOOS], &lock)
}
