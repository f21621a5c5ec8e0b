package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// What a trace follows: every use of sockets; or that they are opened, where a
// window talks to its display without end and each word would be stopped twice.
const (
	everyUse = "trace=network"
	opening  = "trace=socket,socketpair,connect,bind,listen"
)

// tracing is strace, which writes what the program, and whatever it starts, does
// with sockets to a file.
func tracing(log, follow string) []string {
	return []string{"strace", "--seccomp-bpf", "-f", "-e", follow, "-o", log}
}

// opened finds the family of every socket and of every address in a trace.
var opened = regexp.MustCompile(`(?:socket(?:pair)?\(|sa_family=)(\w+)`)

// families counts the families of the sockets in a trace.
func families(t *testing.T, log string) map[string]int {
	t.Helper()
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "+++ exited with 0 +++") {
		t.Errorf("the trace does not reach the end:\n%s", text)
	}
	out := map[string]int{}
	for _, m := range opened.FindAllStringSubmatch(string(text), -1) {
		out[m[1]]++
	}
	return out
}

// offline fails if a trace has a socket that leads out of this machine. AF_UNIX
// does not; AF_UNSPEC takes a peer away.
func offline(t *testing.T, what, log string) {
	t.Helper()
	for family, n := range families(t, log) {
		if family != "AF_UNIX" && family != "AF_UNSPEC" {
			t.Errorf("%s: %d times %s", what, n, family)
		}
	}
}

// socketVariable has the test program open a socket of this family, and end.
const socketVariable = "H200FILING_TEST_SOCKET"

func TestMain(m *testing.M) {
	if os.Getenv(socketVariable) == "" {
		os.Exit(m.Run())
	}
	s, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_DGRAM, 0)
	if err != nil {
		os.Exit(1)
	}
	if err := syscall.Close(s); err != nil {
		os.Exit(1)
	}
}

// TestTraceSees: a program that does open a socket to the network is seen to.
func TestTraceSees(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "trace")
	argv := append(tracing(log, everyUse), exe)
	c := exec.Command(argv[0], argv[1:]...)
	c.Env = append(os.Environ(), socketVariable+"=inet")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("strace: %v\n%s", err, out)
	}
	if got := families(t, log); got["AF_INET"] != 1 {
		t.Errorf("sockets seen: %v", got)
	}
}

// TestCommandsOffline follows every command through a whole application: none opens
// a socket that leads out of this machine.
func TestCommandsOffline(t *testing.T) {
	m := newMachine(t)
	cases, err := filepath.Abs(filepath.Join("..", "..", "shared", "cases"))
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(m.dir, name) }
	if err := os.Mkdir(in("many"), 0o700); err != nil {
		t.Fatal(err)
	}
	traced := 0
	for _, args := range [][]string{
		{"new", in("many/a.h200"), "--answers", filepath.Join(cases, "inference-supported.yaml")},
		{"set", in("many/a.h200"), "applicant.contact_name=王芳"},
		{"get", in("many/a.h200"), "product.total_cny"},
		{"check", in("many/a.h200"), "--json"},
		{"export", in("many/a.h200"), "--pdf", in("a.pdf"), "--xlsx", in("a.xlsx"), "--pack", in("a.zip")},
		{"import", in("many/a.h200"), in("a.xlsx"), "--apply"},
		{"verify", in("a.zip")},
		{"verify", in("a.pdf"), in("a.xlsx")},
		{"diff", in("many/a.h200"), in("many/a.h200")},
		{"log", in("many/a.h200")},
		{"batch", in("many"), "--out", in("out"), "--jobs", "2"},
		{"form", "lint"},
		{"form", "print"},
		{"--version"},
		{"--help"},
	} {
		log := in("trace")
		argv := append(append(tracing(log, everyUse), m.bin), args...)
		c := exec.CommandContext(t.Context(), argv[0], argv[1:]...) // all of them together may take longer than a window does
		c.Env = m.env
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", args[0], err, out)
		}
		offline(t, args[0], log)
		traced++
	}
	t.Attr("count.commands-traced-and-offline", strconv.Itoa(traced))
}

// TestWindowOffline opens the window on a file, types an answer and closes it: all
// that is opened are the display's socket, the message bus's and others of this
// machine.
func TestWindowOffline(t *testing.T) {
	p := newProgram(t)
	file, log := filepath.Join(p.Dir, "offline.h200"), filepath.Join(p.Dir, "trace")
	p.Run(p.bin, "new", file)
	argv := append(append(tracing(log, opening), p.bin), file)
	traced := p.Command(t.Context(), argv[0], argv[1:]...)
	traced.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // strace killed alone would leave the program behind
	traced.Cancel = func() error { return syscall.Kill(-traced.Process.Pid, syscall.SIGKILL) }
	w := p.show("^资格自查 – offline$", traced)
	w.turn("ctrl+Next")
	w.at("申请单位")
	w.enter(file, "applicant.name", "Qianshan")
	w.quit()
	offline(t, "window", log)
	if families(t, log)["AF_UNIX"] == 0 {
		t.Error("not even the display's socket was seen")
	}
}
