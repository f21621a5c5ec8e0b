package window

import (
	"time"

	"fyne.io/fyne/v2"
)

// border is where other goroutines meet the one of the user interface. Tests put
// a clock of their own in its place.
type border interface {
	// after calls do on the user interface once d has passed, unless stopped.
	after(d time.Duration, do func()) (stop func())
	// aside calls work on a goroutine of its own, then done on the user interface.
	aside(work, done func())
	// tell calls do on the user interface, from work done aside.
	tell(do func())
}

// realBorder is the border of a running program.
type realBorder struct{}

func (realBorder) after(d time.Duration, do func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(do) })
	return func() { t.Stop() }
}

func (realBorder) tell(do func()) { fyne.Do(do) }

func (realBorder) aside(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}
