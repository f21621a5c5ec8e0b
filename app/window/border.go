package window

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"h200filing/app/journal"
)

// border is where other goroutines meet the one of the user interface. Tests put
// a clock of their own in its place.
type border interface {
	// after calls do on the user interface once d has passed, unless stopped.
	after(d time.Duration, do func()) (stop func())
	// aside calls work on a goroutine of its own, then done on the user interface.
	aside(work, done func())
	// tell calls do on the user interface, from work done in the background.
	tell(do func())
}

// realBorder is the border of a running program. A panic in work is recorded and
// passed to told; done is then not called, for there is no result.
type realBorder struct {
	recorder journal.Recorder
	told     func(*journal.Fault) // on the user interface
}

func (realBorder) after(d time.Duration, do func()) (stop func()) {
	do, stopped := unless(do)
	t := time.AfterFunc(d, func() { fyne.Do(do) })
	return func() {
		stopped()
		t.Stop()
	}
}

// unless gives do as a function that does nothing once stop was called: a timer that
// has run out may have handed it to the user interface, which has not come to it.
func unless(do func()) (run, stop func()) {
	var stopped atomic.Bool
	return func() {
		if !stopped.Load() {
			do()
		}
	}, func() { stopped.Store(true) }
}

func (realBorder) tell(do func()) { fyne.Do(do) }

func (b realBorder) aside(work, done func()) {
	go func() {
		fault := func(f *journal.Fault) { fyne.Do(func() { b.told(f) }) }
		if b.recorder.Guard(work, fault) {
			fyne.Do(done)
		}
	}()
}
