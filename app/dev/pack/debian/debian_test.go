package debian_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/metadata"
	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/debian"
)

func content(t *testing.T) debian.Content {
	t.Helper()
	const root = "../../../.."
	p, err := metadata.ReadPackage(filepath.Join(root, metadata.File))
	if err != nil {
		t.Fatal(err)
	}
	terms, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	return debian.Content{Package: p, Arch: "amd64", Depends: []string{"libc6 (>= 2.34)", "libgl1"}, Program: []byte("program"),
		Shared: pack.Tree{{Path: "share/applications/a.desktop", Content: []byte("entry")}}, Terms: terms, Notices: []byte("notices"),
		Released: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)}
}

// build builds the package and returns its bytes.
func build(t *testing.T, c debian.Content) (path string, archive []byte) {
	t.Helper()
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), c.FileName())
	tree, err := c.Tree()
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.WriteFolder(folder, c.Released); err != nil {
		t.Fatal(err)
	}
	run(t, "dpkg-deb", "--root-owner-group", "-Zxz", "--build", folder, path)
	archive, err = os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, archive
}

func run(t *testing.T, argv ...string) string {
	t.Helper()
	c := exec.Command(argv[0], argv[1:]...)
	c.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795478400", "LC_ALL=C.UTF-8", "TZ=UTC")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(argv, " "), err, out)
	}
	return string(out)
}

// TestPackage: dpkg reads what was meant, everything is root's, and nothing of the
// package runs when it is installed.
func TestPackage(t *testing.T) {
	c := content(t)
	path, _ := build(t, c)
	if diff := cmp.Diff("h200filing_"+c.Version+"_amd64.deb", filepath.Base(path)); diff != "" {
		t.Error(diff)
	}
	for field, want := range map[string]string{
		"Package": "h200filing", "Version": c.Version, "Architecture": "amd64", "Depends": "libc6 (>= 2.34), libgl1",
		"Maintainer": "The H200 Filing Authors <maintainers@h200filing.invalid>", "Installed-Size": "2",
	} {
		if diff := cmp.Diff(want, strings.TrimSpace(run(t, "dpkg-deb", "--field", path, field))); diff != "" {
			t.Errorf("%s: %s", field, diff)
		}
	}
	listing := run(t, "dpkg-deb", "--contents", path)
	for _, want := range []string{
		"-rwxr-xr-x root/root", " ./usr/bin/h200filing\n", " ./usr/share/applications/a.desktop\n",
		" ./usr/share/doc/h200filing/copyright\n", " ./usr/share/doc/h200filing/changelog.gz\n", "2026-11-24 00:00",
	} {
		if !strings.Contains(listing, want) {
			t.Errorf("no %q in\n%s", want, listing)
		}
	}
	control := t.TempDir()
	run(t, "dpkg-deb", "--control", path, control)
	names, err := os.ReadDir(control)
	if err != nil || len(names) != 2 || names[0].Name() != "control" || names[1].Name() != "md5sums" {
		t.Errorf("the control part holds %v, %v", names, err)
	}
}

func TestSameBytesTwice(t *testing.T) {
	c := content(t)
	_, first := build(t, c)
	_, second := build(t, c)
	if !bytes.Equal(first, second) {
		t.Error("two builds differ")
	}
}

func TestCopyright(t *testing.T) {
	tree, err := content(t).Tree()
	if err != nil {
		t.Fatal(err)
	}
	text := string(tree.Get("usr/share/doc/h200filing/copyright"))
	for _, want := range []string{"\nCopyright: 2026 The H200 Filing Authors\nLicense: Expat\n Permission is hereby granted", "\n .\n THE SOFTWARE IS PROVIDED"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestDepends reads a program of the system: of its libraries only the C library
// is known here, and one that is not is named.
func TestDepends(t *testing.T) {
	program, err := os.Open("/bin/true")
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	depends, err := debian.Depends(program)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"libc6 (>= 2.*)", "libxcursor1", "libxi6", "libxinerama1", "libxrandr2", "libxxf86vm1"}
	if len(depends) > 0 && strings.HasPrefix(depends[0], "libc6 (>= 2.") {
		want[0] = depends[0]
	}
	if diff := cmp.Diff(want, depends); diff != "" {
		t.Error(diff)
	}
	bash, err := os.Open("/bin/bash")
	if err != nil {
		t.Fatal(err)
	}
	defer bash.Close()
	if _, err := debian.Depends(bash); err == nil || !strings.Contains(err.Error(), "libtinfo") {
		t.Errorf("error %v, want one that names the library without a package", err)
	}
	if _, err := debian.Depends(strings.NewReader("#!/bin/sh")); err == nil {
		t.Error("a script passes for a program")
	}
}
