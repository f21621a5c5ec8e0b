package command_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"h200filing/app/command"
	"h200filing/forms/file"
	"h200filing/i18n"
)

func environment(out, complaints *strings.Builder) command.Env {
	return command.Env{Out: out, Err: complaints, User: "测试", Lang: i18n.Hans, Version: "test",
		Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }}
}

// TestFault: a panic is told in one line that names where its
// stack is written down.
func TestFault(t *testing.T) {
	cache := t.TempDir()
	for _, key := range []string{"XDG_STATE_HOME", "LocalAppData", "HOME"} {
		t.Setenv(key, cache)
	}
	var out, complaints strings.Builder
	env := environment(&out, &complaints)
	env.Window = func(string, bool, i18n.Lang) error { panic("a mistake") }
	if code := command.Run(nil, env); code != command.NotReady {
		t.Errorf("exits %d", code)
	}
	var found []string
	err := filepath.WalkDir(cache, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			found = append(found, path)
		}
		return err
	})
	if err != nil || len(found) != 1 {
		t.Fatalf("written: %v, %v", found, err)
	}
	line := complaints.String()
	if strings.Count(line, "\n") != 1 || !strings.Contains(line, "a mistake") || !strings.Contains(line, found[0]) {
		t.Errorf("told: %s", line)
	}
	if text, err := os.ReadFile(found[0]); err != nil || !strings.Contains(string(text), "TestFault") || strings.Contains(string(text), "a mistake") {
		t.Errorf("written: %s, %v", text, err)
	}
}

// TestNoDisplay: what works without a window is named.
func TestNoDisplay(t *testing.T) {
	var out, complaints strings.Builder
	env := environment(&out, &complaints)
	env.Window = func(string, bool, i18n.Lang) error { return command.ErrNoDisplay }
	if code := command.Run(nil, env); code != command.NotReady || !strings.Contains(complaints.String(), "export") {
		t.Errorf("exits %d: %s", code, &complaints)
	}
}

// full is an output without room.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "out", Err: syscall.ENOSPC}
}

// TestOutputFull: what cannot be shown is no success.
func TestOutputFull(t *testing.T) {
	var out, complaints strings.Builder
	env := environment(&out, &complaints)
	env.Out = full{}
	if code := command.Run([]string{"form", "print"}, env); code != command.NotReady || !strings.Contains(complaints.String(), "磁盘空间不足：out") {
		t.Errorf("exits %d: %s", code, &complaints)
	}
}

// TestPassword: the window opens on a file whose password it has to ask for.
func TestPassword(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	f, err := file.Create(path, file.Meta{Form: "h200-cn", Version: "2026.1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.SetPassword("密码"), f.Close()); err != nil {
		t.Fatal(err)
	}
	var out, complaints strings.Builder
	env := environment(&out, &complaints)
	opened := ""
	env.Window = func(file string, _ bool, _ i18n.Lang) error { opened = file; return nil }
	if code := command.Run([]string{path}, env); code != command.Done || opened != path {
		t.Errorf("exits %d, opened %q: %s", code, opened, &complaints)
	}
}

// TestPatience: a command waits for a file that is about to be free, and says who
// has one that is not.
func TestPatience(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	f, err := file.Create(path, file.Meta{Form: "h200-cn", Version: "2026.1"}, file.As(file.Holder{User: "同事", Host: "h"}))
	if err != nil {
		t.Fatal(err)
	}
	var out, complaints strings.Builder
	args := []string{"set", path, "applicant.name=甲"}
	if code := command.Run(args, environment(&out, &complaints)); code != command.NotReady || !strings.Contains(complaints.String(), "同事") {
		t.Errorf("exits %d: %s", code, &complaints)
	}
	closed := make(chan error)
	go func() { closed <- f.Close() }()
	code := command.Run(args, environment(&out, &complaints))
	if err := <-closed; err != nil || code != command.Done {
		t.Errorf("exits %d: %s, %v", code, &complaints, err)
	}
}
