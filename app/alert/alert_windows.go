package alert

import "golang.org/x/sys/windows"

// show waits until the box is closed: it belongs to this process.
func show(title, text string) bool {
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return false
	}
	message, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return false
	}
	answer, err := windows.MessageBox(0, message, caption, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
	return err == nil && answer != 0
}
