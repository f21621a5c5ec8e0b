package graphics

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// ErrNone tells that the system cannot show a window.
var ErrNone = errors.New("no window can be shown")

// uninitialised begins the text of the panic that GLFW's binding ends with where
// the display refused it (glfw.NotInitialized, go-gl/glfw v3.3 error.go).
const uninitialised = "NotInitialized"

// Start makes a window and shows it. It fails with ErrNone where the toolkit has
// not got one from the system, and with the error of its maker.
func Start(newWindow func() (fyne.Window, error)) (err error) {
	defer func() {
		switch p := recover(); {
		case p == nil:
		case strings.HasPrefix(fmt.Sprint(p), uninitialised):
			err = ErrNone
		default:
			panic(p)
		}
	}()
	w, err := newWindow()
	if err != nil {
		return err
	}
	w.Show()
	if !there(w) {
		return ErrNone
	}
	return nil
}

// there reports whether the system has a window for one of the toolkit's. One that
// the toolkit gives no handle for is taken to be there.
func there(w fyne.Window) bool {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	handle := uintptr(1)
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			handle = c.WindowHandle
		case driver.WindowsWindowContext:
			handle = c.HWND
		case driver.MacWindowContext:
			handle = c.NSWindow
		}
	})
	return handle != 0
}
