package session_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"h200filing/app/session"
	"h200filing/export/evidence"
)

// TestBesideLarge: an attachment beside the answers that is too large is not read, and
// neither is such a document that is to be set.
func TestBesideLarge(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "large.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 4*evidence.MaxSize); err != nil { // takes no room on the disk
		t.Fatal(err)
	}
	if content, err := session.Beside(dir)("large.pdf"); !errors.Is(err, evidence.ErrTooLarge) || content != nil {
		t.Errorf("%d bytes were read: %v", len(content), err)
	}
	read := false
	if _, err := session.ReadDocument(t.Context(), path, func(int64, int64) { read = true }); !errors.Is(err, evidence.ErrTooLarge) || read {
		t.Errorf("read %t: %v", read, err)
	}
}
