package wine_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long anything may take on a busy machine. Nothing waits that
// long unless it fails.
const patience = 4 * time.Minute

// user is who the programs think they are run by.
const user = "张三"

// machine is a Windows made of Wine, and the program for Linux beside it.
type machine struct {
	dir    string // of this machine
	system string // Windows's folder of system libraries, by its path on Linux
	linux  string // the program for Linux
	env    []string
}

// aWindows is the one machine of all tests, made for the first.
var aWindows = sync.OnceValues(func() (*machine, error) {
	dir, err := os.MkdirTemp("", "h200filing-wine-")
	if err != nil {
		return nil, err
	}
	m, err := newMachine(dir)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	remove = m.remove
	return m, nil
})

// remove takes the machine away, once there is one.
var remove = func() error { return nil }

// remove ends what runs on the machine and removes it.
func (m *machine) remove() error {
	err := m.command(context.Background(), "wineserver", "--kill", "--wait").Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		err = nil // nothing ran any more
	}
	return errors.Join(err, os.RemoveAll(m.dir))
}

func onMachine(t *testing.T) *machine {
	t.Helper()
	m, err := aWindows()
	if err != nil {
		t.Fatalf("a Windows made of Wine: %v", err)
	}
	return m
}

func TestMain(m *testing.M) {
	code := m.Run()
	if err := remove(); err != nil {
		fmt.Fprintln(os.Stderr, "a Windows made of Wine:", err)
		code = 1
	}
	os.Exit(code)
}

// newMachine makes a Windows in a folder and puts the program on it.
func newMachine(dir string) (*machine, error) {
	programs, linux := os.Getenv("H200FILING_WINDOWS"), os.Getenv("H200FILING_BIN")
	if programs == "" || linux == "" || os.Getenv("DISPLAY") == "" {
		return nil, errors.New("no program or no display: run the tests by go run ./app/dev test ./app/dev/wine")
	}
	prefix := filepath.Join(dir, "prefix")
	m := &machine{dir: dir, linux: linux, system: filepath.Join(prefix, "drive_c", "windows", "system32")}
	m.env = append(os.Environ(), "WINEPREFIX="+prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", "USER="+user,
		"HOME="+dir, "XDG_CACHE_HOME="+filepath.Join(dir, "cache"), "XDG_CONFIG_HOME="+filepath.Join(dir, "config"), "XDG_STATE_HOME=", "TZ=UTC")
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for _, argv := range [][]string{
		{"wine", "wineboot", "--init"},
		{"wineserver", "--wait"},
		{mingw, "-Wall", "-shared", "-s", "-o", filepath.Join(m.system, "bcryptprimitives.dll"), "testdata/bcryptprimitives.c"},
		{mingw, "-Wall", "-municode", "-s", "-o", filepath.Join(dir, "hold.exe"), "testdata/hold.c"},
		{"cp", "--recursive", programs, m.program("")},
	} {
		if out, err := m.command(ctx, argv[0], argv[1:]...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", strings.Join(argv, " "), err, out)
		}
	}
	return m, nil
}

const mingw = "x86_64-w64-mingw32-gcc"

// program is a file in the program's folder, by its path on Linux.
func (m *machine) program(name string) string {
	return filepath.Join(m.dir, "prefix", "drive_c", "Program Files", "H200 采购申请", name)
}

// windowsPath is how Windows calls a file of Linux: Wine has all of them on drive Z,
// and its own ones on drive C.
func (m *machine) windowsPath(linux string) string {
	drive, path := "Z:", linux
	if inside, ok := strings.CutPrefix(linux, filepath.Join(m.dir, "prefix", "drive_c")); ok {
		drive, path = "C:", inside
	}
	return drive + strings.ReplaceAll(path, "/", `\`)
}

func (m *machine) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	c.Env = m.env
	return c
}

// answer is what a command line wrote and how it ended.
type answer struct {
	Code     int
	Out, Err string
}

// do runs a program to its end.
func (m *machine) do(t *testing.T, name string, args ...string) (a answer) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	c := m.command(ctx, name, args...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatalf("%s %s: %v", path.Base(name), strings.Join(args, " "), err)
	}
	return answer{c.ProcessState.ExitCode(), strings.ReplaceAll(out.String(), "\r\n", "\n"), strings.ReplaceAll(errs.String(), "\r\n", "\n")}
}

// onWindows runs a command line as in a console of Windows; a path among the
// arguments is one of Linux.
func (m *machine) onWindows(t *testing.T, args ...string) answer {
	t.Helper()
	line := []string{m.program("h200filing.com")}
	for _, arg := range args {
		if strings.HasPrefix(arg, "/") {
			arg = m.windowsPath(arg)
		}
		line = append(line, arg)
	}
	return m.do(t, "wine", line...)
}

// onLinux runs the same command line on Linux.
func (m *machine) onLinux(t *testing.T, args ...string) answer {
	t.Helper()
	return m.do(t, m.linux, args...)
}

// well fails the test unless a command line ended with 0 and complained of
// nothing.
func well(t *testing.T, a answer) answer {
	t.Helper()
	if a.Code != 0 || a.Err != "" {
		t.Fatalf("ended with %d, said\n%s%s", a.Code, a.Out, a.Err)
	}
	return a
}

// hold has a program of Windows open a file until the function it returns is
// called.
func (m *machine) hold(t *testing.T, file, how string) (letGo func()) {
	t.Helper()
	c := m.command(t.Context(), "wine", filepath.Join(m.dir, "hold.exe"), m.windowsPath(file), how)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || strings.TrimSpace(line) != "held" {
		t.Fatalf("a program that holds %s said %q, %v", file, line, err)
	}
	return func() {
		t.Helper()
		if err := errors.Join(in.Close(), c.Wait()); err != nil {
			t.Errorf("the program that held %s: %v", file, err)
		}
	}
}
