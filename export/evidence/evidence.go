// Package evidence looks into attachments: what they are, how many pages they
// have, and whether they can be merged into the filing. It refuses what is no
// PDF, PNG or JPEG, and never runs anything in them.
//
// Floor 2 of the house; it may import forms and pdfcpu.
package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // registers the decoder
	_ "image/png"  // registers the decoder
	"net/http"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"h200filing/forms"
)

// MaxSize is the size of the largest attachment that is taken, in bytes.
const MaxSize = 100 << 20

// Errors that Inspect reports.
var (
	ErrTooLarge = errors.New("attachment is too large")
	ErrEmpty    = errors.New("attachment is empty")
	ErrKind     = errors.New("attachment is no PDF, PNG or JPEG")
)

// Inspect describes the content of an attachment. A PDF that cannot be read is
// described with 0 pages and no error: it is kept, and the check list says so.
func Inspect(content []byte) (forms.FileInfo, error) {
	info := forms.FileInfo{Size: int64(len(content))}
	switch {
	case len(content) == 0:
		return info, ErrEmpty
	case len(content) > MaxSize:
		return info, ErrTooLarge
	}
	info.MediaType = http.DetectContentType(content)
	switch info.MediaType {
	case "application/pdf":
		info.Pages = pages(content)
	case "image/png", "image/jpeg":
		if _, _, err := image.DecodeConfig(bytes.NewReader(content)); err == nil {
			info.Pages = 1
		}
	default:
		return info, fmt.Errorf("%w: %s", ErrKind, info.MediaType)
	}
	return info, nil
}

// pages counts the pages of a PDF; 0 is a PDF that cannot be read.
func pages(content []byte) (n int) {
	defer func() {
		if recover() != nil { // pdfcpu panics on some damaged files
			n = 0
		}
	}()
	n, err := api.PageCount(bytes.NewReader(content), Configuration())
	if err != nil {
		return 0
	}
	return n
}

// withoutFolder keeps pdfcpu from writing settings into the user's home.
var withoutFolder = sync.OnceFunc(api.DisableConfigDir)

// Configuration is a new configuration of pdfcpu that keeps no settings on disk and
// tolerates what real files get wrong. It may be called on any goroutine.
func Configuration() *model.Configuration {
	withoutFolder()
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	return c
}
