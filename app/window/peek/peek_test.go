package peek

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPut: copies are private, keep their names, and are gone once cleared.
func TestPut(t *testing.T) {
	parent := t.TempDir()
	f := In(parent)
	var paths []string
	for _, content := range []string{"%PDF-1", "%PDF-2"} {
		path, err := f.Put("报价.pdf", []byte(content))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for i, want := range []string{"%PDF-1", "%PDF-2"} {
		if got, err := os.ReadFile(paths[i]); err != nil || string(got) != want || filepath.Base(paths[i]) != "报价.pdf" {
			t.Errorf("%s holds %q: %v", paths[i], got, err)
		}
		for path, mode := paths[i], os.FileMode(0o600); path != parent; path, mode = filepath.Dir(path), 0o700 {
			info, err := os.Stat(path)
			if err != nil || info.Mode().Perm() != mode {
				t.Errorf("%s is %v: %v", path, info.Mode(), err)
			}
		}
	}
	if err := f.Clear(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(parent); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	if _, err := f.Put("a.pdf", []byte("<html>")); !errors.Is(err, ErrKind) {
		t.Errorf("a page was copied: %v", err)
	}
}

// FuzzSafe: whatever a document is called, its copy stands in its folder, is no
// more than a document by its ending, and can be written.
func FuzzSafe(f *testing.F) {
	for _, name := range []string{"报价.pdf", "..", "", ".", "a/../../b", `c:\windows\x.exe`, "a.PDF", "x.pdf.exe", ".pdf", strings.Repeat("长", 300), "a\x00b\n", "\xff\xfe"} {
		f.Add(name)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, name string) {
		got, err := safe(name, "application/pdf")
		if err != nil {
			t.Fatal(err)
		}
		if got != filepath.Base(got) || !strings.EqualFold(filepath.Ext(got), ".pdf") || strings.ContainsAny(got, "\\:\x00") || !utf8.ValidString(got) || strings.HasPrefix(got, ".") {
			t.Fatalf("%q is called %q", name, got)
		}
		path := filepath.Join(dir, got)
		if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Remove(path)); err != nil {
			t.Fatal(err)
		}
	})
}

// TestSweep: what a program has left that has ended is removed, what one that runs
// has is kept, and so is what is none of ours.
func TestSweep(t *testing.T) {
	ended := exec.Command(os.Args[0], "-test.run=^$")
	ended.Stdout = &bytes.Buffer{}
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	parent := t.TempDir()
	for name, stays := range map[string]bool{
		prefix + strconv.Itoa(ended.Process.Pid) + "-1": false,
		prefix + strconv.Itoa(os.Getpid()) + "-1":       true,
		prefix + "x": true, "another": true,
	} {
		dir := filepath.Join(parent, name)
		if err := errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, "a.pdf"), nil, 0o600), Sweep(parent)); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(dir); (err == nil) != stays {
			t.Errorf("%s: %v", name, err)
		}
	}
}
