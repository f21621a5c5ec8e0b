package candidates

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Movable reports whether Follow does anything on this system.
const Movable = true

var (
	imm32  = windows.NewLazySystemDLL("imm32.dll")
	user32 = windows.NewLazySystemDLL("user32.dll")

	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")

	createCaret  = user32.NewProc("CreateCaret")
	setCaretPos  = user32.NewProc("SetCaretPos")
	destroyCaret = user32.NewProc("DestroyCaret")
)

// Follow tells the input method of a window (an HWND) where the caret is. It has to
// be called on the thread that made the window. A window without an input method
// is no error.
func Follow(window uintptr, caret Area) error {
	return errors.Join(moveCaret(window, caret), tell(window, caret))
}

// moveCaret moves a system caret that nobody sees: some methods look for it and for
// nothing else.
func moveCaret(window uintptr, caret Area) error {
	// A thread has one caret; making it again takes the one before away.
	if ok, _, err := createCaret.Call(window, 0, uintptr(caret.Right-caret.Left), uintptr(caret.Bottom-caret.Top)); ok == 0 {
		return fmt.Errorf("CreateCaret: %w", err)
	}
	if ok, _, err := setCaretPos.Call(uintptr(caret.Left), uintptr(caret.Top)); ok == 0 {
		return fmt.Errorf("SetCaretPos: %w", err)
	}
	return nil
}

// tell tells the input method itself.
func tell(window uintptr, caret Area) (err error) {
	context, _, _ := immGetContext.Call(window)
	if context == 0 {
		return nil // no input method
	}
	defer func() {
		if ok, _, fault := immReleaseContext.Call(window, context); ok == 0 {
			err = errors.Join(err, fmt.Errorf("ImmReleaseContext: %w", fault))
		}
	}()
	form := composing(caret)
	if ok, _, fault := immSetCompositionWindow.Call(context, uintptr(unsafe.Pointer(&form))); ok == 0 {
		return fmt.Errorf("ImmSetCompositionWindow: %w", fault)
	}
	for _, form := range choosing(caret) {
		if ok, _, fault := immSetCandidateWindow.Call(context, uintptr(unsafe.Pointer(&form))); ok == 0 {
			return fmt.Errorf("ImmSetCandidateWindow: %w", fault)
		}
	}
	return nil
}

// Leave tells that no text has the focus any more.
func Leave() error {
	if ok, _, err := destroyCaret.Call(); ok == 0 {
		return fmt.Errorf("DestroyCaret: %w", err)
	}
	return nil
}
