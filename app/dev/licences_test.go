package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/assets/licences"
)

// TestReadModules: replaced modules count as what replaces them; the program itself
// and Go's own packages are none.
func TestReadModules(t *testing.T) {
	got, err := readModules(strings.NewReader(`{"Module":null}{"Module":{"Path":"h200filing","Main":true}}
{"Module":{"Path":"a","Version":"v2.0.0","Dir":"/2","Replace":{"Path":"a","Version":"v1.0.0","Dir":"/1"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]linkedModule{{Path: "a", Version: "v1.0.0", Dir: "/1"}}, got); diff != "" {
		t.Error(diff)
	}
	if _, err := readModules(strings.NewReader(`{"Module":`)); err == nil {
		t.Error("half an answer is taken")
	}
}

// TestModuleLicences: all licences of a module are found, those of what is not
// linked and files that only sound alike left out; a module without one is a fault.
func TestModuleLicences(t *testing.T) {
	dir := t.TempDir()
	m := linkedModule{Path: "a", Version: "v1.0.0", Dir: dir}
	if _, err := m.work(); err == nil {
		t.Error("a module without a licence is taken")
	}
	for name, text := range map[string]string{"LICENSE": "\ufeffApache License\r\nVersion 2.0\n", "glfw/LICENSE.md": "altered source versions must be plainly marked",
		"testdata/LICENSE": "x", "cmd/a/COPYING": "x", "license.go": "package a", "licensing_guide.txt": "x", "NOTICE": "notice"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := m.work()
	want := licences.Work{Name: "a", Version: "v1.0.0", Kinds: []string{"Apache-2.0", "Zlib"}, Texts: []licences.Text{
		{File: "LICENSE", Text: "Apache License\nVersion 2.0"}, {File: "NOTICE", Text: "notice"},
		{File: "glfw/LICENSE.md", Text: "altered source versions must be plainly marked"}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v %s", err, diff)
	}
}
