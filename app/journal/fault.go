package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Fault is a panic that has been recovered from.
type Fault struct {
	What string // the message of the panic; it is in no report
	Path string // the report; "" where it could not be written
}

func (f *Fault) Error() string { return f.What }

// Recorder writes reports of faults.
type Recorder struct {
	Dir     string // the folder; "" stands for Folder
	Version string // of the program
	Now     func() time.Time
	Journal *Journal // hears of every fault; may be nil
}

func (r Recorder) dir() (string, error) {
	if r.Dir != "" {
		return r.Dir, nil
	}
	return Folder()
}

// Record writes the report of a panic: p is what was recovered, stack what
// debug.Stack gave meanwhile.
func (r Recorder) Record(p any, stack []byte) *Fault {
	f := &Fault{What: fmt.Sprint(p)}
	kind := fmt.Sprintf("panic of %T", p)
	if e, ok := p.(runtime.Error); ok {
		kind = strings.TrimSpace(Strip("panic: " + e.Error()))
	}
	path, err := r.write(kind, string(stack), r.Now())
	if err == nil {
		f.Path = path
	}
	r.Journal.Note(Faulted)
	return f
}

// reportName is how reports are named: by their time, in UTC.
const reportName = "fault-20060102-150405.000000.txt"

func (r Recorder) write(kind, trace string, at time.Time) (string, error) {
	dir, err := r.dir()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(dir, at.UTC().Format(reportName))
	text := fmt.Sprintf("h200filing %s %s/%s %s\n%s\n%s\n\n%s", r.Version, runtime.GOOS, runtime.GOARCH, runtime.Version(),
		at.UTC().Format(time.RFC3339), kind, Strip(trace))
	return path, os.WriteFile(path, []byte(text), 0o600)
}

// Guard does work and hands the fault over, if there is one, instead of ending the
// program. It reports whether the work was done.
func (r Recorder) Guard(work func(), told func(*Fault)) (done bool) {
	defer func() {
		if p := recover(); p != nil {
			told(r.Record(p, debug.Stack()))
		}
	}()
	work()
	return true
}

// Reports lists the reports that there are by their paths, oldest first.
func (r Recorder) Reports() ([]string, error) { return r.list("fault-*.txt") }

// list gives the files of the folder whose names match a pattern, in their order.
func (r Recorder) list(pattern string) ([]string, error) {
	dir, err := r.dir()
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []string
	for _, e := range entries {
		if fits, err := filepath.Match(pattern, e.Name()); err == nil && fits {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out, err
}
