package file_test

import (
	"errors"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"h200filing/forms"
	"h200filing/forms/file"
)

// TestFull lets no file grow beyond a limit, which stands for a full disk. What
// does not fit is refused as such, and work goes on once there is room. (The
// limit is high because it holds for the test's own logs too.)
func TestFull(t *testing.T) {
	f := fresh(t)
	apply(t, f, set("a", "1"))
	attach(t, f, strings.Repeat("x", 16<<20), forms.FileInfo{})
	size := len(read(t, f.Path()))
	long := strings.Repeat("x", 300<<10)
	limit(t, uint64(size), func() {
		if err := f.Apply("w", "", noon, set("a", "2"), set("b", long)); !errors.Is(err, file.Full) {
			t.Errorf("answer: %v, want full", err)
		}
		if _, err := f.Attach(strings.NewReader(strings.Repeat(long, 20)), forms.FileInfo{}); !errors.Is(err, file.Full) {
			t.Errorf("attachment: %v, want full", err)
		}
		if f.Answers().Get("a") != "1" || len(f.Files()) != 1 || len(read(t, f.Path())) != size {
			t.Error("what was refused has left something")
		}
		apply(t, f, set("a", "3"))
		path, titled := f.Path()+"2", usual
		titled.Title = strings.Repeat("标题", size/6)
		if _, err := file.Create(path, titled); !errors.Is(err, file.Full) {
			t.Errorf("create: %v, want full", err)
		}
		alone(t, f.Path())
	})
	apply(t, f, set("b", long))
	same(t, reopen(t, f).Answers(), f.Answers())
	alone(t, f.Path())
}

// limit bounds the size of files while do runs.
func limit(t *testing.T, size uint64, do func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: old.Max}); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
			t.Error(err)
		}
	}()
	do()
}
