package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"h200filing/app/ime/candidates"
)

// Follower is what shows an input method's candidates beside a caret. Both are
// called on the goroutine of the user interface.
type Follower interface {
	// Follow tells where the caret is inside a native window (HWND), in pixels.
	Follow(window uintptr, caret candidates.Area) error
	// Leave tells that there is no caret any more.
	Leave() error
}

// system is the Follower of the system that the program runs on.
type system struct{}

func (system) Follow(window uintptr, caret candidates.Area) error {
	return candidates.Follow(window, caret)
}
func (system) Leave() error { return candidates.Leave() }

// ShowCaret has the candidates follow the caret of a field that has the focus: at
// and size are the caret's inside the field, in the toolkit's units. Where the
// system cannot do it (candidates.Movable) nothing happens.
func ShowCaret(field fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	if candidates.Movable {
		showCaret(system{}, handle, field, at, size)
	}
}

// HideCaret tells that the field which had the focus has lost it.
func HideCaret() {
	if candidates.Movable {
		_ = system{}.Leave() // the next caret takes its place all the same
	}
}

// showCaret tells a Follower where the caret of a field is.
func showCaret(f Follower, handle func(fyne.Canvas) uintptr, field fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(field)
	if c == nil {
		return // not on the screen
	}
	window := handle(c)
	if window == 0 {
		return
	}
	place := d.AbsolutePositionForObject(field).Add(at)
	// A text that scrolls may have its caret out of the field for a moment.
	place.X = min(place.X, d.AbsolutePositionForObject(field).X+field.Size().Width)
	// Without it the candidates stay where they were, and typing goes on.
	_ = f.Follow(window, candidates.Pixels(place.X, place.Y, size.Width, size.Height, c.Scale()))
}

// handle is the native handle of the window that has a canvas; 0 where there is
// none, or none that an input method could be told of.
func handle(c fyne.Canvas) uintptr {
	var found uintptr
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		native, ok := w.(driver.NativeWindow)
		if !ok || w.Canvas() != c {
			continue
		}
		native.RunNative(func(context any) {
			if on, ok := context.(driver.WindowsWindowContext); ok {
				found = on.HWND
			}
		})
	}
	return found
}
