package graphics

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"
)

// nativeWindow is a window with a handle of the system's.
type nativeWindow struct {
	fyne.Window
	context any
}

func (w nativeWindow) RunNative(f func(any)) { f(w.context) }

// TestStart: a window without a handle is none, on every system.
func TestStart(t *testing.T) {
	failed := errors.New("no typeface")
	plain := test.NewTempWindow(t, nil)
	of := func(context any) func() (fyne.Window, error) {
		return func() (fyne.Window, error) { return nativeWindow{plain, context}, nil }
	}
	for name, c := range map[string]struct {
		make func() (fyne.Window, error)
		want error
	}{
		"no handles":    {func() (fyne.Window, error) { return plain, nil }, nil},
		"X11":           {of(driver.X11WindowContext{WindowHandle: 7}), nil},
		"X11, none":     {of(driver.X11WindowContext{}), ErrNone},
		"Windows":       {of(driver.WindowsWindowContext{HWND: 7}), nil},
		"Windows, none": {of(driver.WindowsWindowContext{}), ErrNone},
		"macOS, none":   {of(driver.MacWindowContext{}), ErrNone},
		"refused":       {func() (fyne.Window, error) { panic("NotInitialized: The GLFW library is not initialized") }, ErrNone},
		"not made":      {func() (fyne.Window, error) { return nil, failed }, failed},
	} {
		t.Run(name, func(t *testing.T) {
			if err := Start(c.make); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

// TestStartFault: a panic that is none of the toolkit's is passed on.
func TestStartFault(t *testing.T) {
	defer func() {
		if p := recover(); p != "a mistake" {
			t.Errorf("recovered %v", p)
		}
	}()
	_ = Start(func() (fyne.Window, error) { panic("a mistake") })
}
