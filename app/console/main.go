// Command console is h200filing.com of the Windows packages: the command line of
// h200filing.exe for a console.
//
// A program with a window gets no console from Windows, and a console does not
// wait for one: its words would be lost and its exit code with them. This one
// belongs to the console, runs the other with the same arguments, hands on what
// it writes, waits, and ends with its code. Typing h200filing finds it first, for
// .COM stands before .EXE in PATHEXT, as with Visual Studio's devenv. It is a file
// of its own because one that is both would flash a console at every double click.
//
// It decides nothing and imports nothing of the house.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

// lost is the exit code where the program beside this one cannot be run: the code
// of shells for it.
const lost = 127

func main() {
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(lost)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, beside(self), os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// beside is the program with a window, which has the same name in the same folder.
func beside(self string) string {
	return strings.TrimSuffix(self, filepath.Ext(self)) + ".exe"
}

// run runs the program and returns its exit code. What it writes goes through
// this one, never to the console by a handle that it would not know how to use.
func run(ctx context.Context, program string, args []string, out, errs io.Writer) int {
	c := exec.CommandContext(ctx, program, args...)
	c.Stdout, c.Stderr = struct{ io.Writer }{out}, struct{ io.Writer }{errs}
	err := c.Run()
	var ended *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &ended) && ended.Exited():
		return ended.ExitCode()
	case errors.As(err, &ended):
		return 1 // interrupted
	}
	fmt.Fprintln(errs, err)
	return lost
}
