// Package printing hands a PDF to the system's printer: lp of CUPS on Linux and
// macOS, or lpr where there is no lp; on Windows the program that prints PDF files.
//
// It refuses to be clever: where the system has no way to print a file, has no
// printer, or refuses, it says which, and the caller opens the file in a viewer
// instead, which can print. Floor 3 of the house, below the window; it imports
// nothing of it.
package printing

import "errors"

// Why a file was not printed. What else the system says is an error of its own.
var (
	ErrNone      = errors.New("no way to print a file")
	ErrNoPrinter = errors.New("no default printer")
	ErrStopped   = errors.New("the print service does not run")
)

// Print prints a PDF on the default printer, and returns once the system has taken
// it. It may take seconds.
func Print(path string) error { return send(path) }
