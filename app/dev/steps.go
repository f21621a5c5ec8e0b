package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// step is one thing that has to hold.
type step struct {
	name string
	do   func() error
	ends bool // nothing after it can be tried if it fails
}

// runSteps takes the steps in order, says of each how long it took, and closes
// with a line that counts them. The error names those that failed. A step that
// was not tried counts as failed.
func runSteps(out io.Writer, steps []step) error {
	var failed []string
	begun := time.Now()
	for i, s := range steps {
		fmt.Fprintf(out, "=== %s\n", s.name)
		started := time.Now()
		err := s.do()
		verdict := "done"
		if err != nil {
			verdict = "FAILED: " + err.Error()
			failed = append(failed, s.name)
		}
		fmt.Fprintf(out, "=== %s: %s (%s)\n", s.name, verdict, since(started))
		if err != nil && s.ends {
			for _, untried := range steps[i+1:] {
				failed = append(failed, untried.name+" (not tried)")
			}
			break
		}
	}
	fmt.Fprintf(out, "=== all of it took %s\nsteps: %d passed, %d failed\n", since(begun), len(steps)-len(failed), len(failed))
	if len(failed) > 0 {
		return errors.New("failed: " + strings.Join(failed, ", "))
	}
	return nil
}

// since is a duration as a reader wants it.
func since(start time.Time) time.Duration { return time.Since(start).Round(100 * time.Millisecond) }
