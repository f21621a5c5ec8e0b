package prose_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"h200filing/app/internal/stage"
)

// demo builds and starts the demo on a desktop, and waits until it has the keyboard.
func demo(t *testing.T, s *stage.Stage, args ...string) <-chan string {
	t.Helper()
	binary := filepath.Join(s.Dir, "demo")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo,no_emoji,no_metadata", "-o", binary, "./internal/demo")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lines := s.Start(binary, args...)
	s.Window("^prose demo$")
	return lines
}
