package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"h200filing/assets/licences"
)

// licencesCommand is `dev licences`.
type licencesCommand struct{}

// licenceFolder holds the licences, and in texts those that no module has.
const licenceFolder = "assets/licences"

// Run collects the licences of all that is linked into the program, on any system.
func (licencesCommand) Run(ctx context.Context, w *workshop) error {
	modules, err := w.linked(ctx)
	if err != nil {
		return err
	}
	var works []licences.Work
	for _, m := range modules {
		work, err := m.work()
		if err != nil {
			return err
		}
		works = append(works, work)
	}
	own, err := insideWorks(filepath.Join(w.root, filepath.FromSlash(licenceFolder), "texts"))
	if err != nil {
		return err
	}
	works = append(works, own...)
	slices.SortFunc(works, func(a, b licences.Work) int { return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	packed, err := licences.Pack(works)
	if err != nil {
		return err
	}
	fmt.Printf("licences of %d works, %d bytes\n", len(works), len(packed))
	return os.WriteFile(filepath.Join(w.root, filepath.FromSlash(licenceFolder), "works.json.gz"), packed, 0o644)
}

// golang is the name of Go's own library, of which every program has a part.
const golang = "Go"

// linkedModule is a module, or Go itself, as `go list` tells of it.
type linkedModule struct {
	Path, Version, Dir string
	Main               bool
	Replace            *linkedModule
}

// linked lists what is linked into the program on the systems that it is built for.
func (w *workshop) linked(ctx context.Context) ([]linkedModule, error) {
	var out []linkedModule
	for _, system := range []string{"linux", "windows", "darwin"} {
		c := exec.CommandContext(ctx, "go", "list", "-deps", "-tags", tags, "-json=Module", "./app")
		c.Dir, c.Stderr = w.root, os.Stderr
		c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		list, err := c.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", system, err)
		}
		found, err := readModules(strings.NewReader(string(list)))
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	root, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	out = append(out, linkedModule{Path: golang, Dir: strings.TrimSpace(string(root))})
	slices.SortFunc(out, func(a, b linkedModule) int { return cmp.Compare(a.Path, b.Path) })
	return slices.Compact(out), nil
}

// readModules reads a stream of packages and gives their modules as they are used.
func readModules(r io.Reader) ([]linkedModule, error) {
	var out []linkedModule
	for decoder := json.NewDecoder(r); ; {
		var p struct{ Module *linkedModule }
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		if p.Module == nil || p.Module.Main {
			continue
		}
		m := *p.Module
		if m.Replace != nil {
			m.Version, m.Dir, m.Replace = m.Replace.Version, m.Replace.Dir, nil
		}
		out = append(out, m)
	}
}

// licenceFile is how files with licences are named; elsewhere are folders whose
// files are not linked.
var (
	licenceFile = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|patents|ofl)([._-].*)?$`)
	elsewhere   = regexp.MustCompile(`(^|/)(testdata|cmd|_?examples?)(/|$)`)
)

// work reads the licences of a module.
func (m linkedModule) work() (licences.Work, error) {
	work := licences.Work{Name: m.Path, Version: m.Version}
	err := filepath.WalkDir(m.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(m.Dir, path)
		if err != nil {
			return err
		}
		inside = filepath.ToSlash(inside)
		switch {
		case d.IsDir() && (elsewhere.MatchString(inside) || m.Path == golang && inside != "."):
			return fs.SkipDir
		case d.IsDir(), !licenceFile.MatchString(d.Name()), strings.HasSuffix(inside, ".go"):
			return nil
		}
		text, err := os.ReadFile(path)
		work.Texts = append(work.Texts, licences.Text{File: inside, Text: plainText(text)})
		return err
	})
	if err == nil && len(work.Texts) == 0 {
		err = fmt.Errorf("%s %s has no licence", m.Path, m.Version)
	}
	work.Kinds = kindsOf(work.Texts)
	return work, err
}

// plainText is a text with the line ends of this house and no byte order mark.
func plainText(text []byte) string {
	s := strings.ToValidUTF8(strings.TrimPrefix(string(text), "\ufeff"), "�")
	return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "").Replace(s))
}

// kindsOf names the licences of several texts, each once.
func kindsOf(texts []licences.Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, licences.Kinds(t.Text)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// insideWorks reads the licences of works that come inside a module, a file each.
func insideWorks(dir string) ([]licences.Work, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []licences.Work
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts := []licences.Text{{File: e.Name(), Text: plainText(text)}}
		out = append(out, licences.Work{Name: strings.TrimSuffix(e.Name(), ".txt"), Texts: texts, Kinds: kindsOf(texts)})
	}
	return out, nil
}
