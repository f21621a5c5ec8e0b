package printing

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

var getDefaultPrinter = windows.NewLazySystemDLL("winspool.drv").NewProc("GetDefaultPrinterW")

// send asks the program that Windows has for PDF files to print one.
func send(path string) error {
	if err := printer(); err != nil {
		return err
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	runtime.LockOSThread() // ShellExecute may hand over to a COM object
	defer runtime.UnlockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED); err == nil {
		defer windows.CoUninitialize()
	}
	err = windows.ShellExecute(0, verb, file, nil, nil, windows.SW_HIDE)
	if errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
		return fmt.Errorf("%w: %w", ErrNone, err)
	}
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// printer fails with ErrNoPrinter where no printer is the default. It is asked
// without room for its name, so that the answer is an error in any case.
func printer() error {
	if err := getDefaultPrinter.Find(); err != nil {
		return fmt.Errorf("%w: %w", ErrNone, err)
	}
	size := uint32(0)
	_, _, err := getDefaultPrinter.Call(0, uintptr(unsafe.Pointer(&size)))
	if errors.Is(err, windows.ERROR_FILE_NOT_FOUND) {
		return ErrNoPrinter
	}
	return nil
}
