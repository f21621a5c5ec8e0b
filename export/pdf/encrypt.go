package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// ErrNoPassword refuses to lock a file with nothing.
var ErrNoPassword = errors.New("no password")

// Encrypt locks a finished file with a password (AES, 256 bits; ISO 32000-2, 7.6.4).
// Whoever has the password may do everything with the file. The result differs from
// call to call, as encryption must, and is no PDF/A, which forbids it. An empty
// password is refused with ErrNoPassword.
func Encrypt(file []byte, password string) (locked []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			locked, err = nil, fmt.Errorf("PDF: locking: %v", r)
		}
	}()
	if password == "" {
		return nil, fmt.Errorf("PDF: locking: %w", ErrNoPassword)
	}
	configure()
	conf := model.NewAESConfiguration(password, password, 256)
	conf.Permissions = model.PermissionsAll
	var out bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(file), &out, conf); err != nil {
		return nil, fmt.Errorf("PDF: locking: %w", err)
	}
	return out.Bytes(), nil
}
