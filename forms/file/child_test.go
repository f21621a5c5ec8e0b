package file_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"h200filing/forms"
	"h200filing/forms/file"
)

// childVariable makes the test binary another process at work on a file. Its
// value is what to do; the arguments after "--" say on which file.
const childVariable = "H200FILING_TEST_CHILD"

var children = map[string]func(path string, say io.Writer) error{
	"type":     typeOn,
	"hold":     hold,
	"password": changePasswords,
}

func TestMain(m *testing.M) {
	do, child := children[os.Getenv(childVariable)]
	if !child {
		os.Exit(m.Run())
	}
	if err := do(os.Args[len(os.Args)-1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child is a process that was started, to be killed or told to end.
type child struct {
	*exec.Cmd
	in  io.Closer
	out *bufio.Reader
}

func start(t testing.TB, what, path string) *child {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, "--", path)
	c.Env = append(os.Environ(), childVariable+"="+what)
	c.Stderr = os.Stderr
	in, inErr := c.StdinPipe()
	out, outErr := c.StdoutPipe()
	for _, err := range []error{inErr, outErr, c.Start()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return &child{c, in, bufio.NewReader(out)}
}

// line reads what the child says, "" after its end.
func (c *child) line(t testing.TB) string {
	t.Helper()
	text, err := c.out.ReadString('\n')
	if err != nil && err != io.EOF {
		t.Fatal(err)
	}
	if !strings.HasSuffix(text, "\n") {
		return "" // killed while it spoke
	}
	return strings.TrimSuffix(text, "\n")
}

// kill ends the child as kill -9 does, and gives what it had still said.
func (c *child) kill(t testing.TB) (rest []string) {
	t.Helper()
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for line := c.line(t); line != ""; line = c.line(t) {
		rest = append(rest, line)
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the child had ended by itself")
	}
	return rest
}

// end tells the child to close the file, and waits for it.
func (c *child) end(t testing.TB) {
	t.Helper()
	if err := c.in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
}

var colleague = file.Holder{User: "李雷", Host: "pc-7", PID: 4711, Since: time.Date(2026, 11, 24, 1, 2, 3, 0, time.UTC)}

// hold changes the file and holds it until its input ends.
func hold(path string, say io.Writer) error {
	f, err := file.Open(path, file.As(colleague))
	if err != nil {
		return err
	}
	if err := f.Apply("李雷", "", noon, forms.Change{Op: forms.Set, Path: "held", Value: "yes"}); err != nil {
		return err
	}
	fmt.Fprintln(say, "held")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return f.Close()
}
