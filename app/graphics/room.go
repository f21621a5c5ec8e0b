package graphics

import (
	"github.com/go-gl/glfw/v3.3/glfw"

	"fyne.io/fyne/v2"
)

// Room is the part of the screen that windows may cover, bars of the desktop left
// out, in the toolkit's units for a window that has been started; ok is false where
// the system does not tell. It is to be called on the goroutine of the user
// interface.
func Room(w fyne.Window) (room fyne.Size, ok bool) {
	screen := glfw.GetPrimaryMonitor()
	if screen == nil {
		return fyne.Size{}, false
	}
	_, _, width, height := screen.GetWorkarea()
	return inUnits(width, height, w.Canvas().Scale())
}

// inUnits turns pixels into the toolkit's units.
func inUnits(width, height int, scale float32) (fyne.Size, bool) {
	if width <= 0 || height <= 0 || scale <= 0 {
		return fyne.Size{}, false
	}
	return fyne.NewSize(float32(width)/scale, float32(height)/scale), true
}
