package main

import (
	"io"
	"os"
	"sync"

	"golang.org/x/sys/windows"
)

// outputs are where the command line writes. A program with a window is given
// outputs only where they are redirected; else it writes to the console that it
// was started from, if any. It joins that one only once it has something to say:
// a window that belongs to a console is closed with it.
func outputs() (out, errs io.Writer) {
	return output(os.Stdout), output(os.Stderr)
}

// output is a standard output, or one that is looked for at the first write.
func output(standard *os.File) io.Writer {
	if standard != nil {
		kind, err := windows.GetFileType(windows.Handle(standard.Fd()))
		if err == nil && kind != windows.FILE_TYPE_UNKNOWN {
			return standard
		}
	}
	return late{}
}

// late is an output that is opened when something is written to it.
type late struct{}

func (late) Write(p []byte) (int, error) { return console().Write(p) }

// console is the console that the program was started from, or nothing.
var console = sync.OnceValue(func() io.Writer {
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	if joined, _, _ := attach.Call(parent); joined == 0 {
		return io.Discard // started from a desktop: there is nobody to read
	}
	f, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0)
	if err != nil {
		return io.Discard
	}
	return f
})
