package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestReadFile: a file of the limit is read, a longer one is refused, also where
// the system does not tell its size.
func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	large := errors.New("large")
	if got, err := ReadFile(path, 5, large); err != nil || string(got) != "12345" {
		t.Errorf("at the limit: %q, %v", got, err)
	}
	if got, err := ReadFile(path, 4, large); !errors.Is(err, large) || got != nil {
		t.Errorf("above the limit: %q, %v", got, err)
	}
	if _, err := ReadFile(path+"b", 5, large); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := w.WriteString("123456"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := readBounded(r, 5, large); !errors.Is(err, large) {
		t.Errorf("a pipe: %v", err)
	}
}
