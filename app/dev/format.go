package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// checkFormat returns an error that names every Go file under root which gofmt
// would change or cannot read. Folders whose names begin with a dot are left out.
func checkFormat(root string) error {
	var faults []error
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		if fault := formatFault(path); fault != nil {
			faults = append(faults, fault)
		}
		return nil
	})
	return errors.Join(append(faults, err)...)
}

// formatFault returns an error if gofmt would change the file.
func formatFault(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	// A checkout on Windows may end its lines as Windows does.
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	formatted, err := format.Source(text)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if !bytes.Equal(text, formatted) {
		return fmt.Errorf("%s: not as gofmt writes it", path)
	}
	return nil
}
