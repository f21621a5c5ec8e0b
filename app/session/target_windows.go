package session

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// inUse reports whether an error says that another program has a file open and
// shares it with nobody, as spreadsheet programs and readers of PDFs do.
func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_USER_MAPPED_FILE)
}

// keptFrom reports whether putting a file in the place of another failed because
// that one is open: MoveFileEx then says that access is denied, as it does for a
// file that may only be read.
func keptFrom(path string, err error) bool {
	if inUse(err) {
		return true
	}
	info, statErr := os.Stat(path)
	return errors.Is(err, fs.ErrPermission) && statErr == nil && info.Mode().Perm()&0o200 != 0
}

// diskFull reports whether an error says that there is no room left.
func diskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}
