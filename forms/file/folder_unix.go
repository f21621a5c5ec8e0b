//go:build unix

package file

import (
	"errors"
	"os"
	"path/filepath"
)

// syncFolder makes a renaming in the folder of a file last.
func syncFolder(path string) error {
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
