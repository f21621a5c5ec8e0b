package session_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"h200filing/app/session"
	"h200filing/export/evidence"
)

// TestBesideLarge: of an attachment beside the answers no more is read than it takes
// to see that it is too large, and a document to be set is not read at all.
func TestBesideLarge(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "large.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 4*evidence.MaxSize); err != nil { // takes no room on the disk
		t.Fatal(err)
	}
	content, err := session.Beside(dir)("large.pdf")
	if err != nil || len(content) != evidence.MaxSize+1 {
		t.Errorf("%d bytes were read, %v", len(content), err)
	}
	read := false
	if _, err := session.ReadDocument(t.Context(), path, func(int64, int64) { read = true }); !errors.Is(err, evidence.ErrTooLarge) || read {
		t.Errorf("read %t: %v", read, err)
	}
}
