// Package printing hands a PDF to the system's printer.
//
// It refuses to be clever: where the system has no way to print a file, or that
// way fails, it says so, and the caller opens the file in a viewer instead, which
// can print. Floor 3 of the house, below the window; it imports nothing of it.
package printing

import "errors"

// ErrNone tells that this system offers no way to print a file.
var ErrNone = errors.New("no way to print a file")

// Print prints a PDF on the default printer, and returns once the system has taken
// it. It may take seconds.
func Print(path string) error { return send(path) }
