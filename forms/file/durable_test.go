package file_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"h200filing/forms"
	"h200filing/forms/file"
)

// TestCopyIsComplete copies the file, and nothing but it, while it is open.
func TestCopyIsComplete(t *testing.T) {
	f := fresh(t)
	for i := range 20 {
		apply(t, f, set("a", string(rune('a'+i))), insert(forms.Path("s").Row(f.Answers().NewRowID()), 0))
		alone(t, f.Path())
		copied := filepath.Join(t.TempDir(), "copy.h200")
		if err := os.WriteFile(copied, read(t, f.Path()), 0o600); err != nil {
			t.Fatal(err)
		}
		same(t, mustOpen(t, copied), f.Answers())
	}
}

// TestHotJournal leaves a change half written, with its journal, as a power cut
// does: opening takes it back.
func TestHotJournal(t *testing.T) {
	f := fresh(t)
	apply(t, f, set("a", "1"))
	want := f.Answers()
	closeFile(t, f)
	c, err := sqlite3.Open(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	err = c.Exec(`PRAGMA cache_size = 1; BEGIN; UPDATE answers SET value = 'half';
		WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 50)
		INSERT INTO answers SELECT 'x' || i, hex(randomblob(4000)) FROM n`)
	if err != nil {
		t.Fatal(err)
	}
	half, journal := read(t, f.Path()), read(t, f.Path()+"-journal")
	if err := errors.Join(c.Exec(`ROLLBACK`), c.Close()); err != nil {
		t.Fatal(err)
	}
	crashed := filepath.Join(t.TempDir(), "x.h200")
	err = errors.Join(os.WriteFile(crashed, half, 0o600), os.WriteFile(crashed+"-journal", journal, 0o600))
	if err != nil {
		t.Fatal(err)
	}
	same(t, mustOpen(t, crashed), want)
	alone(t, crashed)
}

// TestWAL opens a file that a tool has switched to a write-ahead log: it is
// switched back.
func TestWAL(t *testing.T) {
	data, answers := filled(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite3.Open(path)
	if err == nil {
		err = errors.Join(c.Exec(`PRAGMA journal_mode = WAL`), c.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	f, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeFile(t, f)
	same(t, f.Answers(), answers)
	apply(t, f, set("a", "1"))
	alone(t, path)
}

// TestJournalPermissions looks at the journal during a change.
func TestJournalPermissions(t *testing.T) {
	f := fresh(t)
	looked := false
	_, err := f.Attach(readerFunc(func(p []byte) (int, error) {
		info, err := os.Stat(f.Path() + "-journal")
		if err != nil {
			return len(p), nil // no journal before the first page is written
		}
		if looked = true; info.Mode().Perm() != 0o600 {
			t.Errorf("journal with permissions %v", info.Mode())
		}
		return 0, os.ErrDeadlineExceeded
	}), forms.FileInfo{})
	if !errors.Is(err, os.ErrDeadlineExceeded) || !looked {
		t.Errorf("%v, looked %v", err, looked)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestWriteFails has the disk, another process and the user get in the way. The
// change is refused by its kind, and the next one, with the way clear, is kept.
func TestWriteFails(t *testing.T) {
	for _, c := range []struct {
		kind     file.Kind
		obstruct func(t *testing.T, path string) (clear func() error)
	}{
		{file.Busy, occupy},
		{file.Moved, rename},
		{file.Unreadable, block},
	} {
		t.Run(string(c.kind), func(t *testing.T) {
			f := fresh(t)
			apply(t, f, set("a", "1"))
			before := f.Answers()
			clear := c.obstruct(t, f.Path())
			if err := f.Apply("w", "", noon, set("a", "2")); !errors.Is(err, c.kind) {
				t.Errorf("%v, want %s", err, c.kind)
			}
			same(t, f.Answers(), before)
			if err := clear(); err != nil {
				t.Fatal(err)
			}
			same(t, reopen(t, f).Answers(), before)
			apply(t, f, set("a", "3"))
			same(t, reopen(t, f).Answers(), f.Answers())
		})
	}
}

// occupy holds the file as another process in the middle of a change does.
func occupy(t *testing.T, path string) func() error {
	c, err := sqlite3.Open(path)
	if err == nil {
		err = c.Exec(`BEGIN EXCLUSIVE`)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() error { return errors.Join(c.Exec(`ROLLBACK`), c.Close()) }
}

func rename(t *testing.T, path string) func() error {
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	return func() error { return os.Rename(path+".away", path) }
}

// block has something in the way of the journal.
func block(t *testing.T, path string) func() error {
	if err := os.Mkdir(path+"-journal", 0o700); err != nil {
		t.Fatal(err)
	}
	return func() error { return os.Remove(path + "-journal") }
}

// TestReadOnly looks at files that take no change: opened so, and for lack of
// permission (which does not bind the superuser).
func TestReadOnly(t *testing.T) {
	data, answers := filled(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	if err := os.WriteFile(path, data, 0o400); err != nil {
		t.Fatal(err)
	}
	openers := []func(string, ...file.Option) (*file.File, error){file.OpenReadOnly}
	if os.Geteuid() != 0 {
		openers = append(openers, file.Open)
	}
	for _, open := range openers {
		f, err := open(path)
		if err != nil {
			t.Fatal(err)
		}
		same(t, f.Answers(), answers)
		_, attachErr := f.Attach(bytes.NewReader(nil), forms.FileInfo{})
		for _, err := range []error{f.Apply("w", "", noon, set("a", "1")), f.SetMeta("w", "", noon, usual), attachErr} {
			if !errors.Is(err, file.ReadOnly) {
				t.Errorf("%v, want read_only", err)
			}
		}
		if f.Writable() {
			t.Error("writable")
		}
		holds(t, f)
		closeFile(t, f)
		if !bytes.Equal(read(t, path), data) {
			t.Error("looking has changed the file")
		}
		alone(t, path)
	}
	if _, err := file.OpenReadOnly(path + "x"); !errors.Is(err, file.NotFound) {
		t.Errorf("%v, want not_found", err)
	}
}
