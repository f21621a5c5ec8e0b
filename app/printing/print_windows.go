package printing

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// send asks the program that Windows has for PDF files to print one.
func send(path string) error {
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_HIDE); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}
