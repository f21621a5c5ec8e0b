package session

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"h200filing/export/evidence"
	"h200filing/forms"
)

// Document is a document that was read and looked into, ready to be attached.
type Document struct {
	Name    string // of the file, without its folder
	content []byte
	info    forms.FileInfo
}

// stretch is how much of a document is read at a time, in bytes.
const stretch = 1 << 20

// ReadDocument reads a document to be attached, on any goroutine. at is told how
// many bytes of how many have been read, nil for nobody. It fails as
// evidence.Inspect does, with what the system reports, and with the cause of ctx
// once that has ended.
func ReadDocument(ctx context.Context, path string, at func(done, of int64)) (*Document, error) {
	d := &Document{Name: filepath.Base(path)}
	err := d.read(ctx, path, at)
	if err == nil {
		d.info, err = evidence.Inspect(d.content)
	}
	if err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Name, err)
	}
	return d, nil
}

func (d *Document) read(ctx context.Context, path string, at func(done, of int64)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() // only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return err
	case info.Size() > evidence.MaxSize:
		return evidence.ErrTooLarge
	}
	var content bytes.Buffer
	content.Grow(int(info.Size()) + bytes.MinRead)
	for content.Len() <= evidence.MaxSize {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		n, err := io.CopyN(&content, f, stretch)
		if at != nil && n > 0 {
			at(int64(content.Len()), max(info.Size(), int64(content.Len())))
		}
		if err == io.EOF {
			d.content = content.Bytes()
			return nil
		}
		if err != nil {
			return err
		}
	}
	return evidence.ErrTooLarge // it grew
}

// AttachDocument keeps a document for a file question, under its name.
func (s *Session) AttachDocument(path forms.Path, d *Document) error {
	value, err := s.KeepDocument(d)
	if err != nil {
		return err
	}
	return s.Set(path, value)
}

// Keep stores content and returns the text of the answer that names it.
func (s *Session) Keep(name string, content []byte) (string, error) {
	info, err := evidence.Inspect(content)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return s.KeepDocument(&Document{name, content, info})
}

// KeepDocument stores a document and returns the text of the answer that names it.
func (s *Session) KeepDocument(d *Document) (string, error) {
	sum, err := s.file.Attach(bytes.NewReader(d.content), d.info)
	if err != nil {
		return "", fmt.Errorf("%s: %w", d.Name, err)
	}
	return forms.Attachment{Name: d.Name, SHA256: sum}.Text(), nil
}
