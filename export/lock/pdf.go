package lock

import (
	"bytes"
	"errors"
	"regexp"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// headPDF begins every PDF.
var headPDF = []byte("%PDF-")

// configure keeps pdfcpu from writing settings into the user's home.
var configure = sync.OnceFunc(api.DisableConfigDir)

// PDF locks a PDF. Whoever has the password may do everything with it.
func PDF(file []byte, password string) ([]byte, error) {
	if err := Check(password); err != nil {
		return nil, err
	}
	return guarded("locking the PDF", func() ([]byte, error) {
		configure()
		conf := model.NewAESConfiguration(password, password, 256)
		conf.Permissions = model.PermissionsAll
		var out bytes.Buffer
		err := api.Encrypt(bytes.NewReader(file), &out, conf)
		return out.Bytes(), err
	})
}

// encryption is how a trailer, or the dictionary of a stream of cross references,
// names what a file is encrypted with (ISO 32000-1, 7.6.1).
var encryption = regexp.MustCompile(`/Encrypt\s*(\d+\s+\d+\s+R|<<)`)

func lockedPDF(file []byte) bool { return encryption.Match(file) }

func openPDF(file []byte, password string) ([]byte, error) {
	return guarded("opening the PDF", func() ([]byte, error) {
		configure()
		var out bytes.Buffer
		err := api.Decrypt(bytes.NewReader(file), &out, model.NewAESConfiguration(password, password, 256))
		if errors.Is(err, pdfcpu.ErrWrongPassword) {
			err = ErrWrong
		}
		return out.Bytes(), err
	})
}
