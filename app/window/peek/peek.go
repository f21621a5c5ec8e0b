// Package peek keeps private copies of documents that stand in an application, so
// that another program can show them. An application may be encrypted; its copies
// are not. So they are readable for their user only, are removed when the
// application is closed, and where the program ended without that, at its next
// start.
//
// It refuses a name that would lead out of its folder or be run: the ending of a
// copy is that of its content, whatever the document calls itself. Floor 3 of the
// house, below the window; it imports nothing of it.
package peek

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// prefix begins the name of every folder of copies; the number of the process that
// made it follows.
const prefix = "h200filing-view-"

// endings are the kinds of documents that can be shown, by media type; the first
// ending is the usual one.
var endings = map[string][]string{
	"application/pdf": {".pdf"}, "image/png": {".png"}, "image/jpeg": {".jpg", ".jpeg"},
}

// ErrKind tells that a document is of none of the kinds that are shown.
var ErrKind = errors.New("document is no PDF, PNG or JPEG")

// Folder holds copies below a folder for temporary files. The zero Folder uses the
// system's.
type Folder struct {
	parent string
	dir    string // "" until there is a copy
}

// In is a Folder below parent, which has to be there.
func In(parent string) *Folder { return &Folder{parent: parent} }

// Put writes a copy of a document and returns its path. It fails with ErrKind for
// a content that is no PDF, PNG or JPEG.
func (f *Folder) Put(name string, content []byte) (path string, err error) {
	name, err = safe(name, http.DetectContentType(content))
	if err != nil {
		return "", err
	}
	if f.dir == "" {
		if f.dir, err = os.MkdirTemp(f.parent, prefix+strconv.Itoa(os.Getpid())+"-"); err != nil {
			return "", err
		}
	}
	dir, err := os.MkdirTemp(f.dir, "") // documents may bear the same name
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, name)
	return path, os.WriteFile(path, content, 0o600)
}

// mostName is the length of the longest name of a copy, in bytes, short of its
// ending; systems take 255.
const mostName = 120

// safe is a name for a copy: the last part of the document's, without a sign that a
// system forbids, and with the ending of its content.
func safe(name, media string) (string, error) {
	known := endings[media]
	if known == nil {
		return "", fmt.Errorf("%w: %s", ErrKind, media)
	}
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	ending := known[0]
	for _, e := range known {
		if base, ok := cutEnding(name, e); ok {
			name, ending = base, e
		}
	}
	name = strings.Trim(strings.ToValidUTF8(name[:min(len(name), mostName)], ""), " .")
	if name == "" {
		name = "_"
	}
	return name + ending, nil
}

func cutEnding(name, ending string) (base string, ok bool) {
	at := len(name) - len(ending)
	if at < 0 || !strings.EqualFold(name[at:], ending) {
		return name, false
	}
	return name[:at], true
}

// Clear removes all copies. Some systems keep a file that a program still shows;
// then its error tells so, and Sweep removes it later.
func (f *Folder) Clear() error {
	if f.dir == "" {
		return nil
	}
	err := os.RemoveAll(f.dir)
	f.dir = ""
	return err
}

// Sweep removes the copies below a folder ("" for the system's) of programs that
// have ended without clearing them. Those of other users stay.
func Sweep(parent string) error {
	if parent == "" {
		parent = os.TempDir()
	}
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range entries {
		if pid, ok := maker(e.Name()); ok && e.IsDir() && !running(pid) {
			if err := os.RemoveAll(filepath.Join(parent, e.Name())); !errors.Is(err, os.ErrPermission) {
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}

// maker is the process that made a folder of copies.
func maker(name string) (pid int, ok bool) {
	rest, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return 0, false
	}
	number, _, _ := strings.Cut(rest, "-")
	pid, err := strconv.Atoi(number)
	return pid, err == nil && pid > 0
}
