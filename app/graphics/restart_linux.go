package graphics

import (
	"errors"
	"os"
	"syscall"
)

// Restart starts the program again, in its own place, with the arguments that it was
// started with and Mesa drawing in software. It returns only where that cannot be:
// with ErrNone where it has been done already.
func Restart() error {
	environ, ok := Software(os.Environ())
	if !ok {
		return ErrNone
	}
	program, err := os.Executable()
	if err != nil {
		return errors.Join(ErrNone, err)
	}
	return errors.Join(ErrNone, syscall.Exec(program, os.Args, environ))
}
