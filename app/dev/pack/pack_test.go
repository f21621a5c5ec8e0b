package pack_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/pack"
)

var day = time.Date(2026, 11, 24, 12, 0, 30, 0, time.UTC)

var tree = pack.Tree{
	{Path: "share/说明.txt", Content: []byte("您好")},
	{Path: "bin/program", Content: []byte("\x7fELF"), Executable: true},
}

// writers are the archives, and what reads each back as lines.
var writers = map[string]struct {
	write func(pack.Tree, io.Writer) error
	read  func(*testing.T, []byte) []string
}{
	"tar": {func(t pack.Tree, to io.Writer) error { return t.WriteTar(to, day) }, readTar},
	"zip": {func(t pack.Tree, to io.Writer) error { return t.WriteZip(to, day) }, readZip},
}

func readTar(t *testing.T, archive []byte) (lines []string) {
	t.Helper()
	for r := tar.NewReader(bytes.NewReader(archive)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return lines
		}
		content, readErr := io.ReadAll(r)
		if err := errors.Join(err, readErr); err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(day) || h.Uname != "root" || h.Uid != 0 {
			t.Errorf("%s is of %v and %s's", h.Name, h.ModTime, h.Uname)
		}
		lines = append(lines, h.FileInfo().Mode().String()+" "+h.Name+" "+string(content))
	}
}

func readZip(t *testing.T, archive []byte) (lines []string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		content, err := fs.ReadFile(r, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Modified.Equal(day) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		lines = append(lines, f.Mode().String()+" "+f.Name+" "+string(content))
	}
	return lines
}

// TestArchives: what was put in is read back, and the order in which files are
// named changes no byte.
func TestArchives(t *testing.T) {
	want := map[string][]string{
		"tar": {"drwxr-xr-x bin/ ", "drwxr-xr-x share/ ", "-rwxr-xr-x bin/program \x7fELF", "-rw-r--r-- share/说明.txt 您好"},
		"zip": {"-rwxr-xr-x bin/program \x7fELF", "-rw-r--r-- share/说明.txt 您好"},
	}
	for name, archive := range writers {
		t.Run(name, func(t *testing.T) {
			var first, second bytes.Buffer
			turned := slices.Clone(tree)
			slices.Reverse(turned)
			if err := errors.Join(archive.write(tree, &first), archive.write(turned, &second)); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Error("the bytes depend on the order")
			}
			if diff := cmp.Diff(want[name], archive.read(t, first.Bytes())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteFolder(t *testing.T) {
	root := filepath.Join(t.TempDir(), "root")
	if err := tree.Under("usr").WriteFolder(root, day); err != nil {
		t.Fatal(err)
	}
	var lines []string
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if !info.ModTime().Equal(day) {
			t.Errorf("%s is of %v", path, info.ModTime())
		}
		lines = append(lines, info.Mode().String()+" "+path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"drwxr-xr-x .", "drwxr-xr-x usr", "drwxr-xr-x usr/bin", "-rwxr-xr-x usr/bin/program", "drwxr-xr-x usr/share", "-rw-r--r-- usr/share/说明.txt"}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, fault string }{
		{"../outside", "no path"}, {"/absolute", "no path"}, {"a//b", "no path"}, {".", "no path"}, {"", "no path"},
		{`a\b`, "no path"}, {"c:", "no path"}, {"bin/program", "stands twice"},
	} {
		bad := append(slices.Clone(tree), pack.File{Path: c.name})
		for name, archive := range writers {
			if err := archive.write(bad, io.Discard); err == nil || !strings.Contains(err.Error(), c.fault) {
				t.Errorf("%s with %q: error %v, want one that says %q", name, c.name, err, c.fault)
			}
		}
	}
}
