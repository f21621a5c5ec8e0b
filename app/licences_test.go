package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"h200filing/assets/licences"
)

// TestLicences: every module that is linked into the program, on any system, is
// among the licences in the version that is linked, and none that is not.
func TestLicences(t *testing.T) {
	works, err := licences.Works()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, w := range works {
		if w.Version != "" { // else it comes inside another work
			known[w.Name+" "+w.Version] = true
		}
	}
	linked := map[string]bool{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		c := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo,no_emoji,no_metadata",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}{{end}}{{end}}", ".")
		c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		out, err := c.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			if line = strings.TrimSpace(line); line != "" {
				linked[line] = true
			}
		}
	}
	for module := range linked {
		if !known[module] {
			t.Errorf("the licence of %s is missing: run go run ./app/dev licences", module)
		}
	}
	for module := range known {
		if !linked[module] {
			t.Errorf("%s is not linked any more: run go run ./app/dev licences", module)
		}
	}
}
