//go:build unix

package peek

import (
	"errors"
	"syscall"
)

// running reports whether there is a process of a number; one of another user is.
func running(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || !errors.Is(err, syscall.ESRCH)
}
