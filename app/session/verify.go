package session

import (
	"bytes"

	"h200filing/export/verify"
	"h200filing/i18n"
)

// Verify reads exported files back, a pack or a PDF and a workbook in whatever
// order, and tells every place where they do not say the same; labels are in lang.
// It fails with a *verify.Error.
func (s *Setting) Verify(files [][]byte, lang i18n.Lang) (*verify.Result, error) {
	v := &verify.Verifier{Form: s.Form, Catalogue: s.Catalogue, Lang: lang}
	if len(files) == 1 {
		return v.Pack(files[0])
	}
	if bytes.HasPrefix(files[1], []byte("%PDF-")) {
		return v.Pair(files[1], files[0])
	}
	return v.Pair(files[0], files[1])
}

// mostExported is the largest file that is read to be verified, in bytes.
const mostExported = 1 << 30

// ReadExported reads a file that is to be verified, on any goroutine. It fails with
// verify.TooLarge for one above 1 GiB, and with what the system reports.
func ReadExported(path string) ([]byte, error) {
	return ReadFile(path, mostExported, &verify.Error{Kind: verify.TooLarge})
}
