//go:build windows

package chooser

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	comdlg32             = windows.NewLazySystemDLL("comdlg32.dll")
	getOpenFileName      = comdlg32.NewProc("GetOpenFileNameW")
	getSaveFileName      = comdlg32.NewProc("GetSaveFileNameW")
	commDlgExtendedError = comdlg32.NewProc("CommDlgExtendedError")
)

// openFileName is OPENFILENAMEW
// (https://learn.microsoft.com/windows/win32/api/commdlg/ns-commdlg-openfilenamew).
type openFileName struct {
	size            uint32
	owner, instance uintptr
	filter          *uint16
	customFilter    *uint16
	maxCustomFilter uint32
	filterIndex     uint32
	file            *uint16
	maxFile         uint32
	fileTitle       *uint16
	maxFileTitle    uint32
	initialDir      *uint16
	title           *uint16
	flags           uint32
	fileOffset      uint16
	fileExtension   uint16
	defExt          *uint16
	custData, hook  uintptr
	templateName    *uint16
	reserved        uintptr
	reserved2       uint32
	flagsEx         uint32
}

// Its flags. The working folder stays as it is; what is chosen is not put among the
// recent documents that everybody at the machine sees.
const (
	overwritePrompt = 0x00000002
	hideReadOnly    = 0x00000004
	noChangeDir     = 0x00000008
	pathMustExist   = 0x00000800
	fileMustExist   = 0x00001000
	explorer        = 0x00080000
	enableSizing    = 0x00800000
	dontAddToRecent = 0x02000000
	always          = hideReadOnly | noChangeDir | pathMustExist | explorer | enableSizing | dontAddToRecent
)

// longest is how many units of UTF-16 a path may have (NTFS, with its zero).
const longest = 1 << 15

// comdlg is the chooser of Windows. Its dialogs run their own loop, on a thread of
// their own, and cannot be called off.
type comdlg struct{}

func native() Chooser { return comdlg{} }

// Open implements Chooser.
func (comdlg) Open(_ context.Context, a Ask) (string, error) {
	a.Name = ""
	return ask(getOpenFileName, a, always|fileMustExist)
}

// Save implements Chooser.
func (comdlg) Save(_ context.Context, a Ask) (string, error) {
	return ask(getSaveFileName, a, always|overwritePrompt)
}

func ask(dialog *windows.LazyProc, a Ask, flags uint32) (string, error) {
	if err := dialog.Find(); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED); err == nil {
		defer windows.CoUninitialize()
	} // else the thread has been initialised before, which does as well
	buffer := make([]uint16, longest)
	o := &openFileName{owner: a.Parent, filter: filterOf(a.Kinds), file: &buffer[0], maxFile: longest, flags: flags}
	o.size = uint32(unsafe.Sizeof(*o))
	if a.Name != "" {
		copy(buffer[:longest-1], utf16.Encode([]rune(proposal(a.Name))))
	}
	var err error
	if o.title, err = windows.UTF16PtrFromString(a.Title); err != nil {
		return "", err
	}
	if o.initialDir, err = windows.UTF16PtrFromString(a.Dir); err != nil {
		return "", err
	}
	if len(a.Kinds) > 0 && len(a.Kinds[0].Extensions) > 0 {
		if o.defExt, err = windows.UTF16PtrFromString(strings.TrimPrefix(a.Kinds[0].Extensions[0], ".")); err != nil {
			return "", err
		}
	}
	if ok, _, _ := dialog.Call(uintptr(unsafe.Pointer(o))); ok != 0 {
		return windows.UTF16ToString(buffer), nil
	}
	if code, _, _ := commDlgExtendedError.Call(); code != 0 {
		return "", fmt.Errorf("%w: comdlg32 %#x", ErrNone, code)
	}
	return "", nil // taken back
}

// filterOf is a list of pairs of name and patterns, each ended by a zero, and the
// list by another.
func filterOf(kinds []Kind) *uint16 {
	if len(kinds) == 0 {
		return nil
	}
	var list strings.Builder
	for _, k := range kinds {
		patterns := "*" + strings.Join(k.Extensions, ";*")
		list.WriteString(k.Name + "\x00" + patterns + "\x00")
	}
	return &utf16.Encode([]rune(list.String() + "\x00"))[0]
}
