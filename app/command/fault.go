package command

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// fault is a panic, a mistake of the program, and where its stack is written down:
// "" where it could not be.
type fault struct{ what, path string }

func (f *fault) Error() string { return f.what }

// faultOf writes the stack of a panic to the user's cache for whoever mends the
// program. It holds places in the program and nothing of an application.
func faultOf(p any, stack []byte, env Env) error {
	f := &fault{what: fmt.Sprint(p)}
	cache, err := os.UserCacheDir()
	if err != nil {
		return f
	}
	dir := filepath.Join(cache, "h200filing")
	path := filepath.Join(dir, "fault-"+env.Now().UTC().Format("20060102-150405")+".txt")
	text := fmt.Sprintf("h200filing %s\n%s\n%s", env.Version, env.Now().Format(time.RFC3339), stack)
	if os.MkdirAll(dir, 0o700) == nil && os.WriteFile(path, []byte(text), 0o600) == nil {
		f.path = path
	}
	return f
}

// watched is an output that remembers why it could not be written.
type watched struct {
	io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if err != nil && w.err == nil {
		w.err = err
	}
	return n, err
}
