package main

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/app/command"
	"h200filing/i18n"
)

// newDisplay starts an X server of the test's own and makes it the display.
func newDisplay(t *testing.T, args ...string) {
	t.Helper()
	number, other, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	server := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", "1024x768x24", "-nolisten", "tcp"}, args...)...)
	server.ExtraFiles = []*os.File{other}
	if err := errors.Join(server.Start(), other.Close()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Process.Kill(); err != nil {
			t.Error(err)
		}
		_ = server.Wait() // it was killed
	})
	line, err := bufio.NewReader(number).ReadString('\n') // once it answers
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(line))
}

// TestNoGraphics: a display without OpenGL is told in one plain line that names what
// works without a window, and the command line does work.
func TestNoGraphics(t *testing.T) {
	newDisplay(t, "-extension", "GLX")
	m := newMachine(t)
	out, err := m.command(m.bin).CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != command.NotReady {
		t.Errorf("ended with %v", err)
	}
	if got := string(out); got != command.NoGraphics(i18n.For(i18n.Hans))+"\n" {
		t.Errorf("told: %s", got)
	}
	m.run(m.bin, "new", filepath.Join(m.dir, "a.h200"))
	left, err := filepath.Glob(filepath.Join(m.dir, ".local/state/h200filing/crash-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

// TestSoftwareGraphics: where the driver that is asked for fails, the window opens
// all the same, drawn in software.
func TestSoftwareGraphics(t *testing.T) {
	p := newProgram(t)
	c := p.Command(t.Context(), p.bin)
	c.Env = append(c.Env, "GALLIUM_DRIVER=none", "LIBGL_ALWAYS_SOFTWARE=0", "LIBGL_DEBUG=quiet")
	w := p.show(startTitle(), c)
	w.Keep("software")
	log, err := os.ReadFile(filepath.Join(p.Dir, "state/h200filing/log.jsonl"))
	if err != nil || strings.Count(string(log), `"started"`) != 2 || !strings.Contains(string(log), "VersionUnavailable: GLX") {
		t.Errorf("the log of the start: %s, %v", log, err)
	}
	w.quit()
}
