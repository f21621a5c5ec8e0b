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
	return guarded("locking the PDF", func() ([]byte, error) { return rewrittenPDF(as20(file), password, model.ENCRYPT) })
}

// as20 calls a file of version 1.7 one of 2.0, which it is too but for what 2.0 gave
// up: for only from 2.0 on pdfcpu takes the derivation of keys that is hard to guess
// passwords by (revision 6; ISO 32000-2, 7.6.4.3.4).
func as20(file []byte) []byte {
	rest, ok := bytes.CutPrefix(file, []byte("%PDF-1.7"))
	if !ok {
		return file
	}
	return append([]byte("%PDF-2.0"), rest...)
}

// rewrittenPDF reads a file and writes it, encrypted or no longer so. It does without
// api.Encrypt and api.Decrypt, which validate it first and do not know the associated
// files of 2.0.
func rewrittenPDF(file []byte, password string, mode model.CommandMode) ([]byte, error) {
	configure()
	conf := model.NewAESConfiguration(password, password, 256)
	conf.Permissions = model.PermissionsAll
	conf.Cmd = mode
	ctx, err := api.ReadContext(bytes.NewReader(file), conf)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = api.WriteContext(ctx, &out)
	return out.Bytes(), err
}

// encryption is how a trailer, or the dictionary of a stream of cross references,
// names what a file is encrypted with (ISO 32000-1, 7.6.1).
var encryption = regexp.MustCompile(`/Encrypt\s*(\d+\s+\d+\s+R|<<)`)

func lockedPDF(file []byte) bool { return encryption.Match(file) }

func openPDF(file []byte, password string) ([]byte, error) {
	return guarded("opening the PDF", func() ([]byte, error) {
		opened, err := rewrittenPDF(file, password, model.DECRYPT)
		if errors.Is(err, pdfcpu.ErrWrongPassword) {
			err = ErrWrong
		}
		return opened, err
	})
}
