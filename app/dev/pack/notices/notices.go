// Package notices collects the licences of the libraries that are built into the
// program, for most ask that their text travels with it.
//
// It refuses a library in whose folder there is no licence. It belongs to the
// developer command and imports nothing of the house.
package notices

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Library is a Go module in the program.
type Library struct {
	Path, Version string
	Files         fs.FS
}

// licence is how files are called that hold one.
var licence = regexp.MustCompile(`(?i)^(licen[cs]e|copying|copyright|notice|patents|unlicense)([-.].*)?$`)

// Collect writes the licences of the libraries, by path, each text once: where
// two have the same, the later names the earlier.
func Collect(libraries []Library) ([]byte, error) {
	libraries = slices.Clone(libraries)
	slices.SortFunc(libraries, func(a, b Library) int { return strings.Compare(a.Path, b.Path) })
	var out bytes.Buffer
	seen := map[[sha256.Size]byte]string{}
	for _, l := range libraries {
		texts, err := licences(l.Files)
		if err != nil {
			return nil, fmt.Errorf("licence of %s %s: %w", l.Path, l.Version, err)
		}
		if len(texts) == 0 {
			return nil, fmt.Errorf("licence of %s %s: there is none in it", l.Path, l.Version)
		}
		fmt.Fprintf(&out, "%s\n%s %s\n%[1]s\n\n", rule, l.Path, l.Version)
		for _, t := range texts {
			name, sum := l.Path+"/"+t.name, sha256.Sum256(t.text)
			if first, ok := seen[sum]; ok {
				fmt.Fprintf(&out, "%s: the same as %s above\n\n", t.name, first)
				continue
			}
			seen[sum] = name
			fmt.Fprintf(&out, "%s:\n\n%s\n\n", t.name, t.text)
		}
	}
	return out.Bytes(), nil
}

var rule = strings.Repeat("=", 72)

// text is a licence file.
type text struct {
	name string
	text []byte
}

// licences finds the licence files of a library, also of what it holds of others.
// What is only for its tests and examples is not in the program.
func licences(files fs.FS) (all []text, err error) {
	err = fs.WalkDir(files, ".", func(at string, entry fs.DirEntry, err error) error {
		switch name := path.Base(at); {
		case err != nil:
			return err
		case entry.IsDir() && at != "." && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || slices.Contains(outside, name)):
			return fs.SkipDir
		case entry.IsDir() || !licence.MatchString(name) || slices.Contains(code, path.Ext(name)):
			return nil
		}
		content, err := fs.ReadFile(files, at)
		if err != nil {
			return err
		}
		content = bytes.TrimSpace(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")))
		all = append(all, text{at, content})
		return nil
	})
	return all, err
}

// outside are folders of which nothing is built in.
var outside = []string{"testdata", "test", "tests", "example", "examples", "vendor"}

// code are endings of files that only sound like a licence.
var code = []string{".go", ".c", ".h", ".py", ".sh"}
