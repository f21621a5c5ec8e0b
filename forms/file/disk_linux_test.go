package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"h200filing/forms"
	"h200filing/forms/file"
)

// mount makes a small disk in memory and gives its folder; false where this
// process is not allowed to.
func mount(t *testing.T) (dir string, ok bool) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Logf("no disk of its own: %v", err)
		return dir, false
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir, true
}

// fill leaves no room on a disk, and gives what makes room again.
func fill(t *testing.T, dir string) (clear func() error) {
	t.Helper()
	filler := filepath.Join(dir, "filler")
	err := os.WriteFile(filler, make([]byte, 1<<20), 0o600)
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	return func() error { return os.Remove(filler) }
}

// TestFullDisk fills a real disk, where the test may make one; TestFull takes a
// limit on file sizes for it everywhere.
func TestFullDisk(t *testing.T) {
	dir, ok := mount(t)
	if !ok {
		return
	}
	for name, as := range map[string][]file.Option{"plain": nil, "encrypted": {file.Password("p"), file.Cheap()}} {
		f, err := file.Create(filepath.Join(dir, name), usual, as...)
		if err != nil {
			t.Fatal(err)
		}
		apply(t, f, set("a", "1"))
		before := f.Answers()
		clear := fill(t, dir)
		_, attachErr := f.Attach(strings.NewReader(strings.Repeat("x", 300<<10)), forms.FileInfo{})
		_, undoErr := f.Undo("w", noon)
		for i, err := range []error{f.Apply("w", "", noon, set("a", "2")), attachErr, undoErr, f.NameVersion("v", "w", noon)} {
			if !errors.Is(err, file.Full) {
				t.Errorf("%s %d: %v, want full", name, i, err)
			}
		}
		same(t, f.Answers(), before)
		if f.CanRedo() || len(f.Versions()) != 0 || len(f.Files()) != 0 {
			t.Error("what was refused has left something")
		}
		if err := clear(); err != nil {
			t.Fatal(err)
		}
		apply(t, f, set("a", "3"))
		closeFile(t, f)
		full := fill(t, dir)
		f, err = file.Open(f.Path(), append(as, file.As(colleague))...) // no room for the holder's name
		if err != nil || !f.Writable() || f.Answers().Get("a") != "3" {
			t.Fatalf("%v", err)
		}
		if err := full(); err != nil {
			t.Fatal(err)
		}
		apply(t, f, set("a", "4"))
		look, err := file.OpenReadOnly(f.Path(), as...)
		if err != nil {
			t.Fatal(err)
		}
		same(t, look.Answers(), f.Answers())
		holds(t, look)
		closeFile(t, look)
		closeFile(t, f)
		if err := os.Remove(f.Path()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadOnlyDisk has a disk turn read-only under an open file.
func TestReadOnlyDisk(t *testing.T) {
	dir, ok := mount(t)
	if !ok {
		return
	}
	f, err := file.Create(filepath.Join(dir, "x.h200"), usual)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, f, set("a", "1"))
	closeFile(t, f)
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	g := reopen(t, f)
	if _, held := g.Holder(); g.Writable() || held || g.Answers().Get("a") != "1" {
		t.Errorf("writable %v, held %v", g.Writable(), held)
	}
	refused(t, g, file.ReadOnly)
}

// TestReadOnlyFolder takes a folder and a file that one may not write to.
func TestReadOnlyFolder(t *testing.T) {
	for _, c := range []struct{ folder, file os.FileMode }{{0o555, 0o666}, {0o777, 0o444}} {
		f := fresh(t)
		apply(t, f, set("a", "1"))
		closeFile(t, f)
		dir := filepath.Dir(f.Path())
		err := errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chmod(f.Path(), c.file), os.Chmod(dir, c.folder))
		if err != nil {
			t.Fatal(err)
		}
		bound(t, func() {
			g := reopen(t, f)
			if _, held := g.Holder(); g.Writable() || held || g.Answers().Get("a") != "1" {
				t.Errorf("%v: writable %v, held %v", c, g.Writable(), held)
			}
			refused(t, g, file.ReadOnly)
			if c.folder == 0o555 {
				if _, err := file.Create(filepath.Join(dir, "new.h200"), usual); !errors.Is(err, file.ReadOnly) {
					t.Errorf("create: %v", err)
				}
			}
		})
		alone(t, f.Path())
		if err := os.Chmod(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
}

// bound runs do as a user whom permissions bind, which they do not the
// superuser: this thread then touches files as nobody.
func bound(t *testing.T, do func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		do()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const nobody = 65534
	if _, _, errno := syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0); errno != 0 {
		t.Fatal(errno)
	}
	defer syscall.RawSyscall(syscall.SYS_SETFSUID, 0, 0, 0) // always succeeds for the superuser
	do()
}
