package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/app/internal/stage"
)

// machine is a home of its own for a program that shows no window.
type machine struct {
	t   *testing.T
	ctx context.Context
	bin string
	env []string
	dir string
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), stage.Patience)
	t.Cleanup(cancel)
	dir := t.TempDir()
	return &machine{t: t, ctx: ctx, dir: dir, bin: binary(t), env: append(os.Environ(),
		"HOME="+dir, "XDG_CONFIG_HOME="+filepath.Join(dir, "config"), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"),
		"XDG_DATA_HOME="+filepath.Join(dir, "data"), "XDG_STATE_HOME=",
		"DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(dir, "none"))} // else one is started that outlives the test
}

func (m *machine) command(name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(m.ctx, name, args...)
	c.Env = m.env
	return c
}

// run runs a program to its end and returns what it wrote.
func (m *machine) run(name string, args ...string) string {
	m.t.Helper()
	out, err := m.command(name, args...).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = errors.New(err.Error() + ": " + string(exit.Stderr))
		}
		m.t.Fatalf("%s %s: %v", filepath.Base(name), strings.Join(args, " "), err)
	}
	return strings.TrimSuffix(string(out), "\n")
}
