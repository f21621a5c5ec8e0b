// Package chooser asks for a file with the system's own dialog: that of the portal
// of Linux desktops (portal.go), and that of Windows (comdlg32.go). The user finds
// there what the toolkit's dialog lacks, such as network folders and bookmarks.
//
// It refuses to touch the file that is chosen: it gives its path. A system without
// such a dialog, or on which it fails, is told by ErrNone; the window then shows its
// own. It may wait for the user as long as they like, so it is never called on the
// goroutine of the user interface.
//
// Floor 3 of the house, below the window; it imports nothing of it.
package chooser

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
)

// ErrNone tells that the system has no dialog of its own, or that it failed before
// the user could answer.
var ErrNone = errors.New("no file dialog of the system's own")

// Ask is what is asked for.
type Ask struct {
	Title  string
	Dir    string  // the folder to begin in
	Name   string  // proposed, with its extension; for Save
	Kinds  []Kind  // of files that are shown; none stands for all
	Parent uintptr // the handle of the program's window; 0 where there is none
}

// Kind is a kind of files.
type Kind struct {
	Name       string
	Extensions []string // ".pdf"
}

// Chooser asks for files. Both ways return "" where the user takes it back, and
// ErrNone. They end early, with the context's error, where the system allows it.
type Chooser interface {
	// Open asks for a file that is there.
	Open(ctx context.Context, a Ask) (path string, err error)
	// Save asks where a file shall go. The user has agreed to replace one that is there.
	Save(ctx context.Context, a Ask) (path string, err error)
}

// Native is the system's own chooser, nil where this system has none that is known.
func Native() Chooser { return native() }

// reserved are the characters that some system forbids in a name.
const reserved = `\/:*?"<>|`

// proposal is a name that every system takes.
func proposal(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(reserved, r) {
			return '_'
		}
		return r
	}, filepath.Base(name))
}
