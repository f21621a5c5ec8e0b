package session

import (
	"errors"
	"io"
	"os"
)

// ReadFile reads a file of at most so many bytes, and fails with tooLarge for a
// longer one. What the system says of the size is not relied on: a pipe or a device
// has none, and a file may grow. It may be called on any goroutine.
func ReadFile(path string, most int64, tooLarge error) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	content, err := readBounded(f, most, tooLarge)
	return content, errors.Join(err, f.Close())
}

// readBounded reads an open file, as ReadFile does.
func readBounded(f *os.File, most int64, tooLarge error) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, tooLarge
	}
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(content)) > most {
		err = tooLarge
	}
	if err != nil {
		return nil, err
	}
	return content, nil
}
