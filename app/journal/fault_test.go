package journal

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain is also the program that is ended by the runtime, see TestCrash.
func TestMain(m *testing.M) {
	if dir := os.Getenv("JOURNAL_TEST_CRASH"); dir != "" {
		crash(dir)
	}
	os.Exit(m.Run())
}

// crash panics on a goroutine that nobody guards, with a secret in its message and
// another among the arguments.
func crash(dir string) {
	if _, err := (Recorder{Dir: dir, Now: noon}).Watch(); err != nil {
		panic(err)
	}
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		fail(secret)
	}()
	<-gone
}

//go:noinline
func fail(what string) { panic("answer: " + what) }

// TestCrash: what the runtime wrote when it ended a run becomes a report at the
// next start, without the message.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "JOURNAL_TEST_CRASH="+dir)
	if out, err := child.CombinedOutput(); err == nil || !strings.Contains(string(out), secret) {
		t.Fatalf("the child did not fail as it should: %v\n%s", err, out)
	}
	r := Recorder{Dir: dir, Version: "1.2.3", Now: noon}
	if err := r.Collect(); err != nil {
		t.Fatal(err)
	}
	reports, err := r.Reports()
	if err != nil || len(reports) != 1 {
		t.Fatalf("reports %q, %v", reports, err)
	}
	text := contents(t, dir)
	if strings.Contains(text, secret) || strings.Contains(text, "crash-") {
		t.Errorf("the secret, or the raw file, is left:\n%s", text)
	}
	if !strings.Contains(text, "app/journal.fail(...)") || !strings.Contains(text, "h200filing 1.2.3") {
		t.Errorf("the report does not say where:\n%s", text)
	}
}

// TestWatch: a run that ends as it should leaves nothing.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	r := Recorder{Dir: dir, Now: noon}
	stop, err := r.Watch()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Collect(); err != nil { // another run starts meanwhile
		t.Fatal(err)
	}
	if text := contents(t, dir); !strings.Contains(text, "crash-") {
		t.Error("another run took the file away")
	}
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if text := contents(t, dir); text != "" {
		t.Errorf("left: %s", text)
	}
}

// TestGuard: a panic in the background becomes a report without its message, and the caller
// hears of it.
func TestGuard(t *testing.T) {
	dir := t.TempDir()
	r := Recorder{Dir: dir, Version: "1.2.3", Now: noon}
	var told []*Fault
	if r.Guard(func() { fail(secret) }, func(f *Fault) { told = append(told, f) }) {
		t.Error("a panic is taken for done")
	}
	var list []int
	r.Now = func() time.Time { return noon().Add(time.Second) }
	if r.Guard(func() { _ = list[len(told)] }, func(f *Fault) { told = append(told, f) }) {
		t.Error("a panic is taken for done")
	}
	if !r.Guard(func() {}, func(f *Fault) { t.Error(f) }) {
		t.Error("work is not taken for done")
	}
	if len(told) != 2 || told[0].What != "answer: "+secret {
		t.Fatalf("told %v", told)
	}
	text := contents(t, dir)
	if strings.Contains(text, secret) {
		t.Errorf("the message is in a report:\n%s", text)
	}
	for _, want := range []string{"panic of string", "app/journal.fail(...)", "panic: runtime error: index out of range [1] with length 0"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, f := range told {
		if filepath.Dir(f.Path) != dir {
			t.Errorf("the report is at %s", f.Path)
		}
	}
}
