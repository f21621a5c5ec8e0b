// Package pack puts files into archives so that the same files on the same day
// give the same bytes: no time but the given one, no user, nothing of the machine
// it runs on. The packages below it say which files a system's package holds.
//
// It refuses paths that lead out of the archive, that stand twice, or that not
// every system takes. It belongs to the developer command and imports nothing of
// the house.
package pack

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// File is one file of a package.
type File struct {
	Path       string // from the package's root, with slashes
	Content    []byte
	Executable bool
}

// mode is the file's permissions: all may read, nobody but its owner write.
func (f File) mode() fs.FileMode {
	if f.Executable {
		return 0o755
	}
	return 0o644
}

// Tree is the files of a package. Folders are those that the paths name.
type Tree []File

// Under returns the tree moved into a folder.
func (t Tree) Under(folder string) Tree {
	moved := slices.Clone(t)
	for i := range moved {
		moved[i].Path = path.Join(folder, moved[i].Path)
	}
	return moved
}

// Get returns the content of the file at a path, nil if there is none.
func (t Tree) Get(path string) []byte {
	for _, f := range t {
		if f.Path == path {
			return f.Content
		}
	}
	return nil
}

// Size is the bytes of all files together.
func (t Tree) Size() (n int64) {
	for _, f := range t {
		n += int64(len(f.Content))
	}
	return n
}

// sorted returns the tree by path, checked.
func (t Tree) sorted() (Tree, error) {
	s := slices.Clone(t)
	slices.SortFunc(s, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	for i, f := range s {
		if !fs.ValidPath(f.Path) || f.Path == "." || strings.ContainsAny(f.Path, `\:*?"<>|`) {
			return nil, fmt.Errorf("package: %q is no path for a file of a package", f.Path)
		}
		if i > 0 && s[i-1].Path == f.Path {
			return nil, fmt.Errorf("package: %s stands twice", f.Path)
		}
	}
	return s, nil
}

// folders lists the folders of a sorted tree, each before what it holds.
func (t Tree) folders() (all []string) {
	for _, f := range t {
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			all = append(all, dir)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// WriteFolder writes the files and their folders into a folder on the disk, all
// of a given time.
func (t Tree) WriteFolder(root string, when time.Time) error {
	s, err := t.sorted()
	if err != nil {
		return err
	}
	at := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	for _, dir := range append([]string{"."}, s.folders()...) {
		if err := makeFolder(at(dir)); err != nil {
			return err
		}
	}
	for _, f := range s {
		if err := os.WriteFile(at(f.Path), f.Content, f.mode()); err != nil {
			return err
		}
		if err := os.Chmod(at(f.Path), f.mode()); err != nil { // whatever the umask
			return err
		}
		if err := os.Chtimes(at(f.Path), when, when); err != nil {
			return err
		}
	}
	for _, dir := range append([]string{"."}, s.folders()...) {
		if err := os.Chtimes(at(dir), when, when); err != nil {
			return err
		}
	}
	return nil
}

// makeFolder makes a folder that all may read, whatever the umask.
func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.Chmod(dir, 0o755)
}
