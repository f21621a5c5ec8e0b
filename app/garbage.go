package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"

	"h200filing/assets/fonts"
)

// How far the heap may grow before it is swept, in per cent of what lives on it. A
// command lives for a moment: most need no more than 48 MB in all and are over before
// anything is swept (with the least heap that Go reckons with, 4 MB, that is 1200). One
// that needs more keeps some ten megabytes: sweeping them five times takes a fifth of
// its time, letting them be five megabytes more. A window starts like a command, which
// saves a tenth of its processor time; it stays open, and has Go's own measure from
// then on.
const (
	sweepBegin   = 1200
	sweepCommand = 400
	sweepWindow  = 100
)

// sweepSeldom sets the measure of a command, unless the user has set one. What it
// returns sets that of a window.
func sweepSeldom() (often func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	debug.SetGCPercent(sweepBegin)
	var once sync.Once // a command's measure is not set any more once a window's is
	// The first sweep takes away what nobody holds.
	runtime.AddCleanup(new(*byte), func(percent int) {
		once.Do(func() { debug.SetGCPercent(percent) })
	}, sweepCommand)
	return func() {
		once.Do(func() {})
		debug.SetGCPercent(sweepWindow)
	}
}

// giveBack gives the memory that loading took back to the system, and that of the
// window's fonts, of which the toolkit keeps copies.
func giveBack() {
	for _, key := range []fonts.Key{fonts.UIRegular, fonts.UIBold} {
		if face, ok := fonts.Get(key); ok {
			_ = dropPages(face.Bytes) // they then stay where they are
		}
	}
	debug.FreeOSMemory()
}
