package batch

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"

	"h200filing/export/pack"
	"h200filing/forms"
)

// upToDate tells whether a folder holds the outputs of a report: a pack with its
// digest, and beside it the files of which that pack says so; all of them locked by
// the password, or none.
func (j Job) upToDate(dir, name string, report *forms.Report, draft bool) bool {
	z, done, err := j.open(filepath.Join(dir, name+".zip"))
	if err != nil {
		return false
	}
	defer done()
	m, err := manifestOf(z)
	if err != nil || m.Form != report.Form.ID || m.Version != report.Form.Version || m.Digest != report.Digest() || m.Draft != draft {
		return false
	}
	for _, f := range m.Files {
		switch f.Name {
		case pack.PDFName:
			if !j.is(filepath.Join(dir, name+".pdf"), f) {
				return false
			}
		case pack.XLSXName:
			if !j.is(filepath.Join(dir, name+".xlsx"), f) {
				return false
			}
		}
	}
	return true
}

// open opens a pack that was exported before; done lets go of it.
func (j Job) open(path string) (z *zip.Reader, done func(), err error) {
	if !j.Protection.Wanted() {
		opened, err := zip.OpenReader(path)
		if err != nil {
			return nil, nil, err
		}
		return &opened.Reader, func() { opened.Close() }, nil // only read
	}
	content, err := j.unlocked(path)
	if err != nil {
		return nil, nil, err
	}
	z, err = zip.NewReader(bytes.NewReader(content), int64(len(content)))
	return z, func() {}, err
}

// errOpen tells of an output that anybody can read.
var errOpen = errors.New("not locked")

// unlocked reads an output that the password of the batch locks.
func (j Job) unlocked(path string) ([]byte, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	opened, err := j.Protection.Unlock(content)
	if err == nil && bytes.Equal(opened, content) {
		err = errOpen
	}
	return opened, err
}

// mostManifest bounds what is read of a manifest.
const mostManifest = 16 << 20

func manifestOf(z *zip.Reader) (m pack.Manifest, err error) {
	f, err := z.Open(pack.ManifestName)
	if err != nil {
		return m, err
	}
	data, err := io.ReadAll(io.LimitReader(f, mostManifest))
	if err = errors.Join(err, f.Close()); err != nil {
		return m, err
	}
	return m, json.NewDecoder(bytes.NewReader(data)).Decode(&m)
}

// is tells whether a file is the one that a manifest lists. The bytes of a locked
// one are others; that the password opens it has to do.
func (j Job) is(path string, f pack.File) bool {
	if j.Protection.Wanted() {
		_, err := j.unlocked(path)
		return err == nil
	}
	content, err := os.ReadFile(path)
	return err == nil && len(content) == f.Size && pack.SumOf(content) == f.SHA256
}
