//go:build unix

package printing

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// install puts a program of a script's on the path, which has nothing else.
func install(t *testing.T, dir, name, script string) {
	t.Helper()
	t.Setenv("PATH", dir)
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

// TestPrint: the file is handed to the spooler that there is, by its path.
func TestPrint(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if err := Print("a.pdf"); !errors.Is(err, ErrNone) {
		t.Errorf("without a spooler: %v", err)
	}
	path, err := filepath.Abs("-申请 1.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for program, want := range map[string]string{"lp": "--|" + path + "|", "lpr": path + "|"} {
		dir := t.TempDir()
		said := filepath.Join(dir, "said")
		install(t, dir, program, `printf '%s|' "$@" > `+said)
		if err := Print("-申请 1.pdf"); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(said); err != nil || string(got) != want {
			t.Errorf("%s got %q, %v", program, got, err)
		}
	}
}

// TestRefused: what the spooler says is told by its kind.
func TestRefused(t *testing.T) {
	other := errors.New("some other")
	for words, want := range map[string]error{
		"lp: Error - No default destination available.":           ErrNoPrinter,
		"lp: Error - no default destination available.":           ErrNoPrinter,
		"lp: Error - scheduler not responding.":                   ErrStopped,
		"lpr: Unable to connect to server: Connection refused":    ErrStopped,
		"lp: Unsupported document-format \"application/x-none\".": other,
	} {
		install(t, t.TempDir(), "lp", "echo '"+words+"' >&2; exit 1")
		err := Print("a.pdf")
		known := errors.Is(err, ErrNone) || errors.Is(err, ErrNoPrinter) || errors.Is(err, ErrStopped)
		if err == nil || want == other && known || want != other && !errors.Is(err, want) {
			t.Errorf("%s: %v", words, err)
		}
	}
}
