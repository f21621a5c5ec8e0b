package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long anything may take on a busy machine before the test gives
// up. Nothing waits that long unless it fails.
const patience = time.Minute

// machine is a home of its own on the display that the test runs on.
type machine struct {
	t   *testing.T
	ctx context.Context
	bin string
	env []string
	dir string
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("no display: run the tests by go run ./app/dev test, which brings one")
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	dir := t.TempDir()
	m := &machine{t: t, ctx: ctx, dir: dir, bin: os.Getenv("H200FILING_BIN")}
	m.env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+filepath.Join(dir, "config"), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"),
		"XDG_DATA_HOME="+filepath.Join(dir, "data"), "XDG_STATE_HOME=",
		"DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(dir, "none")) // else one is started that outlives the test
	if m.bin == "" {
		m.bin = filepath.Join(dir, "h200filing")
		build := exec.CommandContext(ctx, "go", "build", "-tags=migrated_fynedo,no_emoji,no_metadata", "-buildvcs=false", "-o", m.bin, ".")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("building the program: %v\n%s", err, out)
		}
	}
	return m
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
		if m.ctx.Err() != nil {
			m.picture("failed")
		}
		m.t.Fatalf("%s %s: %v", filepath.Base(name), strings.Join(args, " "), err)
	}
	return strings.TrimSuffix(string(out), "\n")
}

// until tries again and again whether something has come about.
func (m *machine) until(what string, come func() bool) {
	m.t.Helper()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for !come() {
		select {
		case <-m.ctx.Done():
			m.picture("failed")
			m.t.Fatalf("%s: not within %v", what, patience)
		case <-tick.C:
		}
	}
}

// picture keeps a picture of the display as output of the test.
func (m *machine) picture(name string) {
	m.t.Helper()
	path := filepath.Join(m.t.ArtifactDir(), name+".png")
	c := exec.Command("import", "-window", "root", path)
	c.Env = m.env
	if out, err := c.CombinedOutput(); err != nil {
		m.t.Errorf("picture %s: %v: %s", name, err, out)
		return
	}
	m.t.Logf("picture: %s", path)
}

// window is the id of the window whose title contains a text, once it is there.
func (m *machine) window(title string) string {
	m.t.Helper()
	ids := m.run("xdotool", "search", "--sync", "--onlyvisible", "--name", title)
	return strings.Fields(ids)[0]
}

// TestWindow types the applicant's name and code into a real window, closes it,
// and reads them back from the file.
func TestWindow(t *testing.T) {
	m := newMachine(t)
	const name, code = "Qianshan Zhiyan (Example) Technology Co., Ltd.", "91520111MA0LXCY058"
	file := filepath.Join(m.dir, "window.h200")
	m.run(m.bin, "new", file)

	program := m.command(m.bin, file)
	program.Stdout, program.Stderr = os.Stderr, os.Stderr
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	window := m.window("^资格自查 – window$")
	m.run("xdotool", "windowactivate", "--sync", window)
	// The next section is a shortcut of the menu; the title says when it is there.
	// A key that comes before the window listens is lost, and on a slow machine one
	// may be sent again too soon: then the page before is gone back to.
	m.until("the applicant's page", func() bool {
		key := "ctrl+Prior"
		switch title := m.run("xdotool", "getwindowname", window); {
		case strings.HasPrefix(title, "申请单位"):
			return true
		case strings.HasPrefix(title, "资格自查"):
			key = "ctrl+Next"
		}
		m.run("xdotool", "key", "--window", window, "--clearmodifiers", key)
		return false
	})
	m.fill(file, "applicant.name", name) // the page opens with the focus on its first question
	m.run("xdotool", "key", "--clearmodifiers", "Tab")
	m.fill(file, "applicant.uscc", code)
	m.picture("applicant")
	m.run("xdotool", "key", "--clearmodifiers", "ctrl+q")
	if err := program.Wait(); err != nil {
		t.Fatalf("the program ended with %v", err)
	}
	for path, want := range map[string]string{"applicant.name": name, "applicant.uscc": code} {
		if got := m.run(m.bin, "get", file, path); got != want {
			t.Errorf("%s is %q, typed was %q", path, got, want)
		}
	}
}

// fill types into the field that has the focus and waits until all of it is in
// the file. The text must be of the keyboard's own characters: for any other,
// xdotool changes the keyboard between keys, and some are lost on the way.
func (m *machine) fill(file, path, text string) {
	m.t.Helper()
	m.run("xdotool", "type", "--delay", "20", text)
	m.until(path+" in the file", func() bool { return m.run(m.bin, "get", file, path) == text })
}
