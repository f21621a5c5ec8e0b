package session_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"h200filing/app/session"
	"h200filing/export/verify"
)

// TestReadExported: a file is read whole; one that is larger than any filing, none
// and a folder are errors that say so.
func TestReadExported(t *testing.T) {
	dir := t.TempDir()
	small, large := filepath.Join(dir, "small.zip"), filepath.Join(dir, "large.zip")
	if err := os.WriteFile(small, []byte("content"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 1<<30+1); err != nil { // takes no room on the disk
		t.Fatal(err)
	}
	if content, err := session.ReadExported(small); err != nil || string(content) != "content" {
		t.Errorf("%q, %v", content, err)
	}
	if _, err := session.ReadExported(large); !errors.Is(err, verify.TooLarge) {
		t.Errorf("a large file: %v", err)
	}
	if _, err := session.ReadExported(filepath.Join(dir, "none.zip")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := session.ReadExported(dir); err == nil {
		t.Error("a folder is read")
	}
}
