package candidates

import (
	"runtime"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// TestFollow tells a real window and asks Windows what it has been told.
func TestFollow(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	window := open(t)
	caret := Area{40, 60, 42, 80}
	if err := Follow(window, caret); err != nil {
		t.Fatal(err)
	}
	var at point
	if ok, _, err := user32.NewProc("GetCaretPos").Call(uintptr(unsafe.Pointer(&at))); ok == 0 || at != (point{40, 60}) {
		t.Errorf("the system caret is at %v (%v)", at, err)
	}
	context, _, _ := immGetContext.Call(window)
	if context == 0 {
		t.Fatal("the window has no input method")
	}
	defer immReleaseContext.Call(window, context)
	var composed compositionForm
	if ok, _, err := imm32.NewProc("ImmGetCompositionWindow").Call(context, uintptr(unsafe.Pointer(&composed))); ok == 0 || composed != composing(caret) {
		t.Errorf("composed at %v (%v)", composed, err)
	}
	var chosen candidateForm
	if ok, _, err := imm32.NewProc("ImmGetCandidateWindow").Call(context, 0, uintptr(unsafe.Pointer(&chosen))); ok == 0 || chosen != choosing(caret)[1] {
		t.Errorf("candidates at %v (%v)", chosen, err)
	}
	if err := Leave(); err != nil {
		t.Error(err)
	}
}

// open makes a window that nobody sees.
func open(t *testing.T) uintptr {
	t.Helper()
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		t.Fatal(err)
	}
	window, _, err := user32.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(class)), uintptr(unsafe.Pointer(class)), 0, 0, 0, 640, 480, 0, 0, 0, 0)
	if window == 0 {
		t.Fatalf("CreateWindowExW: %v", err)
	}
	t.Cleanup(func() { user32.NewProc("DestroyWindow").Call(window) })
	return window
}
