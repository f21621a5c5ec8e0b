package lock

import (
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"
)

// headCompound begins the container in which Office keeps an encrypted file
// ([MS-CFB] 2.2), headZip the zip that it is otherwise.
var (
	headCompound = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	headZip      = []byte("PK")
)

// Workbook locks a workbook: without the password no program opens it. This is not
// the protection of its sheets, which only keeps cells from being overwritten.
func Workbook(file []byte, password string) ([]byte, error) {
	if err := Check(password); err != nil {
		return nil, err
	}
	return guarded("locking the workbook", func() ([]byte, error) {
		if !bytes.HasPrefix(file, headZip) {
			return nil, errKind
		}
		return excelize.Encrypt(file, &excelize.Options{Password: password})
	})
}

// lockedOffice tells an encrypted file from one of the old formats, which are in
// such a container too, by the stream that only it has; names are UTF-16.
func lockedOffice(file []byte) bool {
	return bytes.HasPrefix(file, headCompound) && bytes.Contains(file, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"))
}

func openOffice(file []byte, password string) ([]byte, error) {
	return guarded("opening the workbook", func() ([]byte, error) {
		opened, err := excelize.Decrypt(file, &excelize.Options{Password: password})
		switch {
		case errors.Is(err, excelize.ErrWorkbookPassword):
			return nil, ErrWrong
		case err == nil && !bytes.HasPrefix(opened, headZip):
			return nil, ErrWrong // nothing but a wrong key makes something else of it
		}
		return withoutPadding(opened), err
	})
}

// withoutPadding ends a zip at its end: the cipher fills up its last block.
func withoutPadding(file []byte) []byte {
	const size, length = 22, 20 // of the last record, and where it has that of its comment
	at := bytes.LastIndex(file, []byte("PK\x05\x06"))
	if at < 0 || at+size > len(file) {
		return file
	}
	comment := int(file[at+length]) | int(file[at+length+1])<<8
	return file[:min(at+size+comment, len(file))]
}
