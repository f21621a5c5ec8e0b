package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckFormat(t *testing.T) {
	for _, c := range []struct {
		name, path, text string
		fault            string
	}{
		{name: "good", path: "a.go", text: "package a\n"},
		{name: "Windows line ends", path: "a.go", text: "package a\r\n\r\nvar b int\r\n"},
		{name: "blank too many", path: "deep/a.go", text: "package  a\n", fault: "a.go: not as gofmt writes it"},
		{name: "not Go", path: "a.go", text: "package\n", fault: "a.go: 1:9: expected 'IDENT'"},
		{name: "another language", path: "a.c", text: "package  a\n"},
		{name: "hidden folder", path: ".git/a.go", text: "package  a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := filepath.Join(t.TempDir(), ".work") // its own dot does not hide it
			path := filepath.Join(root, filepath.FromSlash(c.path))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			err := checkFormat(root)
			if (err == nil) != (c.fault == "") || !strings.Contains(errorText(err), c.fault) {
				t.Errorf("error %v, want %q in it", err, c.fault)
			}
		})
	}
}
