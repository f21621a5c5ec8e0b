package main

import (
	"os"
	"syscall"
	"unsafe"
)

// dropPages tells the kernel that the memory pages of embedded data are not needed for
// now (madvise(2), MADV_DONTNEED); it reads them from the program's file again when
// they are. The data must never have been written to: that would be lost.
func dropPages(data []byte) error {
	page := os.Getpagesize()
	first := int(-uintptr(unsafe.Pointer(unsafe.SliceData(data))) % uintptr(page)) // the start of the first whole page
	if len(data)-first < page {
		return nil
	}
	whole := data[first : first+(len(data)-first)/page*page]
	return os.NewSyscallError("madvise", syscall.Madvise(whole, syscall.MADV_DONTNEED))
}
