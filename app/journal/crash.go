package journal

import (
	"errors"
	"io/fs"
	"os"
	"runtime/debug"
	"time"
)

// rawName is how the files are named that the Go runtime writes to when it ends the
// program by itself: a panic on a goroutine of a library, a fatal error, a fault in
// a graphics driver.
const rawName = "crash-*.raw"

// rawDays is how long an empty one is left alone: another run of the program may
// have it open.
const rawDays = 7

// Watch has the runtime write what ends the program to a file of this run. That
// file is not stripped, so it is readable by its owner only; Collect, at the next
// start, makes a report of it and removes it. stop removes it when the program ends
// as it should.
func (r Recorder) Watch() (stop func() error, err error) {
	dir, err := r.dir()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	raw, err := os.CreateTemp(dir, rawName)
	if err != nil {
		return nil, err
	}
	if err := debug.SetCrashOutput(raw, debug.CrashOptions{}); err != nil {
		return nil, errors.Join(err, raw.Close(), os.Remove(raw.Name()))
	}
	return func() error {
		return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), raw.Close(), os.Remove(raw.Name()))
	}, nil
}

// Collect makes reports of what runs before this one left when they were ended.
func (r Recorder) Collect() error {
	found, err := r.list(rawName)
	if err != nil {
		return err
	}
	var faults []error
	for _, path := range found {
		faults = append(faults, r.collect(path))
	}
	return errors.Join(faults...)
}

func (r Recorder) collect(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // another run has it collected
	}
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		if r.Now().Sub(info.ModTime()) > rawDays*24*time.Hour {
			return os.Remove(path)
		}
		return nil
	}
	trace, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if _, err := r.write("ended by the runtime", string(trace), info.ModTime()); err != nil {
		return err
	}
	return os.Remove(path)
}
