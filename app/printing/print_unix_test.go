//go:build unix

package printing

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestPrint: the file is handed to the spooler by its path, a refusal is told with
// its words, and a system without one says so.
func TestPrint(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if err := Print("a.pdf"); !errors.Is(err, ErrNone) {
		t.Errorf("without a spooler: %v", err)
	}
	said := filepath.Join(dir, "said")
	script := "#!/bin/sh\nprintf '%s|' \"$@\" > " + said + "\n"
	if err := os.WriteFile(filepath.Join(dir, "lp"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Print("-申请 1.pdf"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(said); err != nil || string(got) != "--|-申请 1.pdf|" {
		t.Errorf("lp got %q, %v", got, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "lp"), []byte("#!/bin/sh\necho no destination >&2\nexit 1\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Print("a.pdf"); err == nil || errors.Is(err, ErrNone) {
		t.Errorf("a refusal: %v", err)
	}
}
