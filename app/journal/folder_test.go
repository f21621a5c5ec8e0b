package journal

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// TestFolder: the folder is the user's own; where nothing says who the user is,
// there is none.
func TestFolder(t *testing.T) {
	home := filepath.Join(string(filepath.Separator), "home", "u")
	none := func(string) string { return "" }
	dir, err := folder(none, func() (string, error) { return home, nil })
	if err != nil || !strings.HasPrefix(dir, home) || !strings.Contains(dir, name) {
		t.Errorf("folder %q, %v", dir, err)
	}
	failed := errors.New("no home")
	if _, err := folder(none, func() (string, error) { return "", failed }); !errors.Is(err, failed) {
		t.Errorf("without a home: %v", err)
	}
}
