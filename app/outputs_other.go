//go:build !windows

package main

import (
	"io"
	"os"
)

// outputs are where the command line writes.
func outputs() (out, errs io.Writer) { return os.Stdout, os.Stderr }
