// Package lock locks finished outputs with a password and opens them again.
//
// # What is locked how
//
// A PDF by AES with 256 bits (revision 6; ISO 32000-2, 7.6.4), which readers since
// 2011 open. A workbook as Office itself does (ECMA-376 standard
// encryption, AES with 128 bits). A pack as a zip whose parts, the answers and the
// attachments too, are encrypted by AES with 256 bits and sealed against changes
// (WinZip's AE-2), which 7-Zip, WinRAR, Bandizip and Keka open; inside they are as
// they would be without a password, so that nothing of it lies open beside the
// locked part, and no part needs a second password. The names of the parts, their
// sizes and how many there are stay readable.
//
// A locked PDF is no PDF/A, which forbids it. What is locked differs from call to
// call, as encryption must; what is opened again is, of workbook and pack, the very
// bytes that were locked.
//
// # What is refused
//
// Passwords that are empty, longer than 127 characters, or of anything but the
// letters, digits and signs of ASCII: programs disagree about how others are
// encoded, some take no space, and a file would stay shut: ErrPassword. A wrong
// password: ErrWrong. Neither the password nor anything made of it is kept. Files
// that are not of the kind, and packs that say they hold more than 2 GiB, are errors,
// never panics.
//
// Floor 2 of the house; it may import the standard library, pdfcpu and excelize.
package lock

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// The longest password, in characters: what a PDF takes (ISO 32000-2, 7.6.4.3.2).
const longest = 127

var (
	// ErrPassword refuses a password that cannot be used.
	ErrPassword = errors.New("a password is 1 to 127 letters, digits and signs of ASCII")
	// ErrWrong tells that a password does not open the file.
	ErrWrong = errors.New("wrong password")
	// errKind refuses a file that is not of the kind.
	errKind = errors.New("not a file of this kind")
)

// Check tells whether a password can be used; if not, by ErrPassword.
func Check(password string) error {
	foreign := strings.ContainsFunc(password, func(r rune) bool { return r <= ' ' || r > '~' })
	if password == "" || len(password) > longest || foreign {
		return ErrPassword
	}
	return nil
}

// Locked tells whether a file needs a password: a PDF, a workbook (any Office file
// of the new formats) or a zip.
func Locked(file []byte) bool {
	switch {
	case bytes.HasPrefix(file, headPDF):
		return lockedPDF(file)
	case bytes.HasPrefix(file, headZip):
		return lockedZip(file)
	}
	return lockedOffice(file)
}

// Open opens a file that is locked; what is not is returned as it is. It fails with
// ErrWrong for a password that does not fit, or none.
func Open(file []byte, password string) (opened []byte, err error) {
	if !Locked(file) {
		return file, nil
	}
	switch {
	case bytes.HasPrefix(file, headPDF):
		return openPDF(file, password)
	case bytes.HasPrefix(file, headZip):
		return openZip(file, password)
	}
	return openOffice(file, password)
}

// guarded turns a panic of a library into an error and names the place of both.
func guarded(place string, work func() ([]byte, error)) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("%s: %v", place, r)
		}
	}()
	if out, err = work(); err != nil {
		return nil, fmt.Errorf("%s: %w", place, err)
	}
	return out, nil
}
