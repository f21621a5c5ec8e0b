//go:build !windows

package session

import (
	"errors"
	"syscall"
)

// inUse reports whether an error says that another program has a file open: these
// systems let every program in.
func inUse(error) bool { return false }

// keptFrom reports whether putting a file in the place of another failed because
// that one is open, which on these systems it never does.
func keptFrom(string, error) bool { return false }

// diskFull reports whether an error says that there is no room left.
func diskFull(err error) bool { return errors.Is(err, syscall.ENOSPC) }
