package main

import (
	"os"
	"runtime/debug"
)

// How far the heap may grow before it is swept, in per cent of what lives on it. A
// command lives for a moment and keeps some ten megabytes: sweeping them five times
// takes a fifth of its time, letting them be five megabytes more. A window stays
// open, and keeps Go's own measure.
const (
	sweepCommand = 400
	sweepWindow  = 100
)

// sweepAt sets it, unless the user has.
func sweepAt(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
