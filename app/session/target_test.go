package session_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"h200filing/app/session"
	"h200filing/forms/file"
)

// TestWriteFileRefuses: no application, encrypted or not, no other database, no
// folder and no device is ever replaced, not even through a link.
func TestWriteFileRefuses(t *testing.T) {
	dir := t.TempDir()
	plain, sealed, linked := filepath.Join(dir, "a.h200"), filepath.Join(dir, "b.pdf"), filepath.Join(dir, "c.pdf")
	for path, password := range map[string]string{plain: "", sealed: "密码"} {
		s, err := setting(t).Create(path, false)
		if err != nil {
			t.Fatal(err)
		}
		if password != "" {
			err = s.SetPassword("", password)
		}
		if err := errors.Join(err, s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	database := filepath.Join(dir, "d.pdf")
	if err := errors.Join(os.Symlink(plain, linked), os.WriteFile(database, []byte("SQLite format 3\x00"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		plain: file.Exists, sealed: file.Exists, linked: file.Exists, database: file.Exists,
		dir: session.ErrNotRegular, os.DevNull: session.ErrNotRegular,
	} {
		before, readErr := os.ReadFile(path)
		if err := session.WriteFile(path, []byte("%PDF")); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
		if after, err := os.ReadFile(path); readErr == nil && (err != nil || string(after) != string(before)) {
			t.Errorf("%s was changed (%v)", path, err)
		}
	}
}

// TestWriteFileKeeps: links and permissions stay as they are; colleagues can read a
// new file where the user's umask lets them.
func TestWriteFileKeeps(t *testing.T) {
	dir := t.TempDir()
	old, link, fresh := filepath.Join(dir, "old.pdf"), filepath.Join(dir, "link.pdf"), filepath.Join(dir, "new.pdf")
	plain := filepath.Join(dir, "plain")
	if err := errors.Join(os.WriteFile(old, nil, 0o640), os.Chmod(old, 0o604), os.Symlink(old, link), os.WriteFile(plain, nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	usual, err := os.Stat(plain)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(session.WriteFile(link, []byte("one")), session.WriteFile(fresh, []byte("two"))); err != nil {
		t.Fatal(err)
	}
	for path, mode := range map[string]os.FileMode{old: 0o604, fresh: usual.Mode()} {
		if info, err := os.Lstat(path); err != nil || info.Mode() != mode || info.Size() != 3 {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}
	if to, err := os.Readlink(link); err != nil || to != old {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}

// TestSameFile: a file is known by another spelling, a link, and before it is there.
func TestSameFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := errors.Join(os.Mkdir("d", 0o700), os.Symlink("d", "e"), os.WriteFile("a", nil, 0o600), os.Symlink("a", "b")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{{"a", "./d/../a", true}, {"a", "b", true}, {"d/x", "e/x", true}, {"x", "./x", true}, {"x", "y", false}, {"a", "x", false}} {
		if got := session.SameFile(c.a, c.b); got != c.same {
			t.Errorf("%s and %s: %t", c.a, c.b, got)
		}
	}
}
