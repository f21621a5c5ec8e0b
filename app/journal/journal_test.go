package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"h200filing/forms/file"
)

// noon is the clock of the tests.
func noon() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) }

// secret stands for anything of a user that must not be written down.
const secret = "机密Marker42"

// TestNothingPersonal: whatever happens with a user's file, neither its name nor
// what an error says of it gets into the log, and the event does.
func TestNothingPersonal(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs")
	j, err := Open(dir, "1.2.3", noon)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("/home", secret, secret+".h200")
	inner := &fs.PathError{Op: "open", Path: path, Err: syscall.ENOSPC}
	for _, cause := range []error{errors.New(secret), inner, fmt.Errorf("%s: %w", secret, inner), errors.Join(inner, errors.New(secret)),
		&file.Error{Path: path, Kind: file.Held, Err: file.Holder{User: secret, Host: secret}}} {
		j.Note(Refused, File(path), Because(cause), Took(1500*time.Millisecond), Count(3), Bytes(7))
	}
	toolkit := log.New(j.Toolkit(), "", log.LstdFlags)
	toolkit.Println("Fyne error: ", "Failed to load "+path)
	toolkit.Println("  Cause:", inner)
	toolkit.Printf("  At: %s:%d", "/home/"+secret+"/go/pkg/mod/fyne.io/fyne/v2@v2.7.4/internal/driver/glfw/driver.go", 147)
	toolkit.Println("  Cause:", "APIUnavailable: GLX: GLX extension not found")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	text := contents(t, dir)
	for _, want := range []string{`"msg":"refused"`, `"time":"2026-11-24T12:00:00Z"`, `"ms":1500`, `"count":3`, `"bytes":7`, fmt.Sprintf("errno %d", syscall.ENOSPC),
		"file.held", `"at":"glfw/driver.go:147"`, "APIUnavailable: GLX: GLX extension not found", `"version":"1.2.3"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, secret) || strings.Contains(text, "home") {
		t.Errorf("something personal is in the log:\n%s", text)
	}
}

// contents is all that lies in a folder.
func contents(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s\n%s\n", e.Name(), text)
	}
	return out.String()
}

// TestFileHash: within a run the same file has the same hash; in another run it has
// another one.
func TestFileHash(t *testing.T) {
	hash := func(paths ...string) (out []string) {
		dir := t.TempDir()
		j, err := Open(dir, "", noon)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			out = append(out, j.hash(p))
		}
		if err := j.Close(); err != nil {
			t.Error(err)
		}
		return out
	}
	one, other := hash("a", "a", "b"), hash("a")
	if one[0] != one[1] || one[0] == one[2] || one[0] == other[0] {
		t.Errorf("hashes %q and %q", one, other)
	}
}

// TestNoJournal: where there is no log, nothing is asked of the caller.
func TestNoJournal(t *testing.T) {
	var j *Journal
	j.Note(Opened, File("a"), Because(errors.New("b")))
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

// TestRotation: the log does not grow for ever.
func TestRotation(t *testing.T) {
	dir := t.TempDir()
	j, err := Open(dir, "1.2.3", noon)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 * mostMegabytes << 20 / 100 { // a line is longer than 100 bytes
		j.Note(Opened, File(dir))
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < 3 {
		t.Fatalf("%d files: %v", len(entries), err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err != nil || info.Size() > mostMegabytes<<20 {
			t.Errorf("%s has %d bytes: %v", e.Name(), info.Size(), err)
		}
	}
}

// TestEventNames: every event has a name of its own.
func TestEventNames(t *testing.T) {
	seen := map[string]bool{}
	for e := Started; e <= Toolkit; e++ {
		if name := e.String(); name == "" || seen[name] {
			t.Errorf("event %d is named %q", e, name)
		}
		seen[e.String()] = true
	}
}
