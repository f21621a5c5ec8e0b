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
	handle, known := handleOf(w)
	return !known || handle != 0
}

// Handle is the system's handle of a window: an X11 window, an HWND or an NSWindow;
// 0 where there is none. It is to be called on the goroutine of the user interface.
func Handle(w fyne.Window) uintptr {
	handle, _ := handleOf(w)
	return handle
}

func handleOf(w fyne.Window) (handle uintptr, known bool) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return 0, false
	}
	native.RunNative(func(context any) {
		known = true
		switch c := context.(type) {
		case driver.X11WindowContext:
			handle = c.WindowHandle
		case driver.WindowsWindowContext:
			handle = c.HWND
		case driver.MacWindowContext:
			handle = c.NSWindow
		default:
			known = false
		}
	})
	return handle, known
}
