package stage

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Patience is how long anything may take on a busy machine before a test gives up.
// Nothing waits that long unless it fails.
const Patience = time.Minute

// Stage is the desktop. Dir is its home, where a test may keep files.
type Stage struct {
	Dir string

	t   *testing.T
	env []string
}

// tools are the programs that a stage needs, and the Debian packages that have them.
var tools = map[string]string{
	"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "xprop": "x11-utils", "xwininfo": "x11-utils",
	"fcitx5": "fcitx5 and fcitx5-chinese-addons", "dbus-daemon": "dbus-daemon", "localedef": "locales",
}

// Open opens a desktop with a Chinese locale. Everything ends with the test.
func Open(t *testing.T) *Stage {
	t.Helper()
	for tool, from := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is needed for this test (package %s): %v", tool, from, err)
		}
	}
	s := &Stage{t: t, Dir: t.TempDir()}
	s.env = append(os.Environ(),
		"HOME="+s.Dir, "XDG_CONFIG_HOME="+s.Folder("config"), "XDG_CACHE_HOME="+s.Folder("cache"),
		"XDG_DATA_HOME="+s.Folder("data"), "XDG_STATE_HOME="+s.Folder("state"), "XDG_RUNTIME_DIR="+s.Folder("run"), "XMODIFIERS=@im=fcitx",
		"LOCPATH="+s.Folder("locale"), "LC_ALL=zh_CN.UTF-8",
	)
	s.Run("localedef", "-i", "zh_CN", "-f", "UTF-8", s.Folder("locale")+"/zh_CN.UTF-8")
	number := s.Start("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-fbdir", s.Folder("screen"))
	s.env = append(s.env, "DISPLAY=:"+s.line("Xvfb", number))
	address := s.Start("dbus-daemon", "--session", "--nofork", "--print-address")
	s.env = append(s.env, "DBUS_SESSION_BUS_ADDRESS="+s.line("dbus-daemon", address))
	s.Start("openbox", "--sm-disable")
	s.Says("window id", "xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
	return s
}

// line is the first line that a program writes.
func (s *Stage) line(name string, lines <-chan string) string {
	s.t.Helper()
	select {
	case line, ok := <-lines:
		if ok {
			return line
		}
		s.t.Fatalf("%s ended", name)
	case <-time.After(Patience):
		s.t.Fatalf("%s says nothing", name)
	}
	return ""
}

// Folder makes a folder of the home and gives its path.
func (s *Stage) Folder(name string) string {
	s.t.Helper()
	p := filepath.Join(s.Dir, name)
	if err := os.MkdirAll(p, 0o700); err != nil {
		s.t.Fatal(err)
	}
	return p
}

// Write writes a file of the home.
func (s *Stage) Write(name, text string) {
	s.t.Helper()
	s.Folder(filepath.Dir(name))
	if err := os.WriteFile(filepath.Join(s.Dir, name), []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// Command is a program in the surroundings of the stage. It has to end with ctx.
func (s *Stage) Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	c.Env = s.env
	return c
}

// Start runs a program until the test ends and gives the lines that it writes. A
// thousand are kept; of those that nobody reads, the rest are lost.
func (s *Stage) Start(name string, args ...string) <-chan string {
	s.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = s.env
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatalf("%s: %v", name, err)
	}
	lines, read := make(chan string, 1000), make(chan struct{})
	go func() {
		defer close(read)
		defer close(lines)
		for in := bufio.NewScanner(out); in.Scan(); {
			select {
			case lines <- in.Text():
			default:
			}
		}
	}()
	s.t.Cleanup(func() {
		if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
			s.t.Logf("%s: %v", name, err)
		}
		<-read
		_ = cmd.Wait() // killed
	})
	return lines
}

// Run runs a program to its end and gives what it writes.
func (s *Stage) Run(name string, args ...string) string {
	s.t.Helper()
	out, err := s.Try(name, args...)
	if err != nil {
		s.t.Fatalf("%s %s: %v: %s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return out
}

// Try runs a program to its end and gives what it writes, also where it fails.
func (s *Stage) Try(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(s.t.Context(), Patience)
	defer cancel()
	out, err := s.Command(ctx, name, args...).CombinedOutput()
	return strings.TrimSuffix(string(out), "\n"), err
}

// Until asks again and again whether something has come about. Where it does not,
// the test fails, with a picture of the display.
func (s *Stage) Until(what string, come func() bool) {
	s.t.Helper()
	tick := time.NewTicker(40 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(Patience); !come(); <-tick.C {
		if time.Now().After(end) {
			s.Keep("failed")
			s.t.Fatalf("%s: not within %v", what, Patience)
		}
	}
}

// Says waits for a program to say something.
func (s *Stage) Says(want string, name string, args ...string) {
	s.t.Helper()
	s.Until(name+" says "+want, func() bool {
		out, err := s.Try(name, args...)
		return err == nil && strings.Contains(out, want)
	})
}
