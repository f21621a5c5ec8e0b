package file_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"h200filing/forms"
	"h200filing/forms/file"
)

// The markers must not be found in anything that an encrypted file leaves on
// disk: contents, names, the password itself, and SQLite's own words.
var markers = []string{"MARKER-answer", "MARKER-attachment", "MARKER-who", "MARKER-why", "MARKER-path", "MARKER-version",
	"MARKER-title", password, "SQLite format", "CREATE TABLE", "h200-cn"}

// clean fails where a marker stands in anything below the folders.
func clean(t *testing.T, dirs ...string) {
	t.Helper()
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			for _, m := range markers {
				if bytes.Contains(read(t, path), []byte(m)) {
					t.Errorf("%s holds %q", path, m)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// confide writes the markers into a file.
func confide(t *testing.T, f *file.File) {
	t.Helper()
	titled := usual
	titled.Title = "MARKER-title"
	long := strings.Repeat("MARKER-attachment ", 20000)
	err := errors.Join(
		f.Apply("MARKER-who", "MARKER-why", noon, set("MARKER-path", strings.Repeat("MARKER-answer", 3000)), insert("s[r1]", 0)),
		f.NameVersion("MARKER-version", "MARKER-who", noon), f.Tick("MARKER-path", "MARKER-who", noon),
		f.SetMeta("w", "", noon, titled))
	if err != nil {
		t.Fatal(err)
	}
	attach(t, f, long, forms.FileInfo{})
}

// TestNoPlainText looks at all that is on disk while a change is under way, with
// its journal, and afterwards; and after a password came to a file in the clear.
func TestNoPlainText(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("SQLITE_TMPDIR", temp)
	began, later := encrypted(t), fresh(t)
	confide(t, later)
	if err := later.SetPassword(password); err != nil {
		t.Fatal(err)
	}
	clean(t, filepath.Dir(later.Path()), temp)
	for _, f := range []*file.File{began, later} {
		if f == began {
			confide(t, f)
		}
		dir, journals := filepath.Dir(f.Path()), 0
		looks := 0
		_, err := f.Attach(readerFunc(func(p []byte) (int, error) {
			if _, err := os.Stat(f.Path() + "-journal"); err == nil {
				journals++
				clean(t, dir, temp)
			}
			if looks++; looks > 40 {
				return 0, iotest.ErrTimeout
			}
			return copy(p, strings.Repeat("MARKER-attachment ", 1+len(p)/18)), nil
		}), forms.FileInfo{})
		if !errors.Is(err, iotest.ErrTimeout) || journals == 0 {
			t.Errorf("%v, %d looks at a journal", err, journals)
		}
		clean(t, dir, temp)
		alone(t, f.Path())
	}
}

func TestPasswordAsked(t *testing.T) {
	f := encrypted(t)
	apply(t, f, set("a", "1"))
	for _, c := range []struct {
		given string
		kind  file.Kind
	}{{"", file.NeedsPassword}, {"Falsch", file.WrongPassword}, {password + " ", file.WrongPassword}} {
		for _, open := range []func(string, ...file.Option) (*file.File, error){file.Open, file.OpenReadOnly} {
			_, err := open(f.Path(), file.Password(c.given))
			if !errors.Is(err, c.kind) || c.given != "" && strings.Contains(err.Error(), c.given) {
				t.Errorf("%q: %v, want %s", c.given, err, c.kind)
			}
		}
	}
	g := reopen(t, f)
	same(t, g.Answers(), f.Answers())
	if _, held := g.Holder(); !held || !g.Encrypted() || !f.Encrypted() || fresh(t).Encrypted() {
		t.Error("not held, or not encrypted, or encrypted without a password")
	}
	closeFile(t, f)
	if err := g.Claim(); err != nil {
		t.Fatal(err)
	}
	apply(t, g, set("a", "2"))
	holds(t, reopen(t, g))
}

// TestPasswordComposed types "é" and "ü" on two kinds of keyboards. (It is also
// the one that takes the effort of a real key.)
func TestPasswordComposed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.h200")
	f, err := file.Create(path, usual, file.Password("caf\u00e9 \u00fc"))
	if err != nil {
		t.Fatal(err)
	}
	closeFile(t, f)
	if f, err = file.Open(path, file.Password("cafe\u0301 u\u0308")); err != nil {
		t.Fatal(err)
	}
	closeFile(t, f)
}

// everything is all that a file holds.
type everything struct {
	Content  content
	Meta     file.Meta
	Files    map[string]forms.FileInfo
	Contents map[string]string
	Ticks    []file.Tick
	Versions []file.Version
	Log      []file.Entry
	Undo     bool
}

func everythingOf(t *testing.T, f *file.File) everything {
	t.Helper()
	all := everything{contentOf(f.Answers()), f.Meta(), f.Files(), map[string]string{}, f.Ticks(), f.Versions(), entries(t, f), f.CanUndo()}
	for sha := range f.Files() {
		content, err := f.Attachment(sha)
		if err != nil {
			t.Fatal(err)
		}
		all.Contents[sha] = string(content)
	}
	return all
}

// TestPasswordSetChangedRemoved gives a file a password, another, and none. All
// that it holds stays, only the present password opens it, it stays writable,
// and who follows it is told.
func TestPasswordSetChangedRemoved(t *testing.T) {
	f := fresh(t)
	confide(t, f)
	want := everythingOf(t, f)
	now := ""
	for i, c := range []struct {
		do   func() error
		next string
		kind file.Kind
	}{
		{func() error { return f.SetPassword("") }, "", file.NeedsPassword},
		{func() error { return f.ChangePassword("", "x") }, "", file.WrongPassword},
		{func() error { return f.RemovePassword("") }, "", file.WrongPassword},
		{func() error { return f.SetPassword("one") }, "one", ""},
		{func() error { return f.SetPassword("two") }, "one", file.HasPassword},
		{func() error { return f.ChangePassword("none", "two") }, "one", file.WrongPassword},
		{func() error { return f.ChangePassword("", "two") }, "one", file.NeedsPassword},
		{func() error { return f.ChangePassword("one", "") }, "one", file.NeedsPassword},
		{func() error { return f.ChangePassword("one", "two") }, "two", ""},
		{func() error { return f.RemovePassword("one") }, "two", file.WrongPassword},
		{func() error { return f.RemovePassword("two") }, "", ""},
	} {
		follower, err := file.Open(f.Path(), file.Password(now))
		if err != nil {
			t.Fatal(err)
		}
		err = c.do()
		if c.kind == "" && err != nil || c.kind != "" && !errors.Is(err, c.kind) {
			t.Errorf("%d: %v, want %q", i, err, c.kind)
		}
		if _, err := follower.Refresh(); c.next != now && !errors.Is(err, file.Moved) || c.next == now && err != nil {
			t.Errorf("%d: follower: %v", i, err)
		}
		closeFile(t, follower)
		now = c.next
		if !f.Writable() || f.Encrypted() != (now != "") {
			t.Errorf("%d: writable %v, encrypted %v", i, f.Writable(), f.Encrypted())
		}
		opensWith(t, f, now, want)
	}
	intact(t, f.Path())
	apply(t, f, set("a", "1"))
	closeFile(t, f)
	for i, err := range []error{f.SetPassword("x"), f.ChangePassword("x", "y"), f.RemovePassword("x")} {
		if !errors.Is(err, file.Closed) {
			t.Errorf("%d: %v, want closed", i, err)
		}
	}
}

// opensWith fails unless a file is of a password, of no other, and holds what it
// should.
func opensWith(t *testing.T, f *file.File, password string, want everything) {
	t.Helper()
	again, err := file.OpenReadOnly(f.Path(), file.Password(password))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range []*file.File{f, again} {
		if diff := cmp.Diff(want, everythingOf(t, g)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", password, diff)
		}
		holds(t, g)
	}
	closeFile(t, again)
	for _, wrong := range []string{"one", "two"} {
		if password == "" || wrong == password {
			continue
		}
		if _, err := file.OpenReadOnly(f.Path(), file.Password(wrong)); !errors.Is(err, file.WrongPassword) {
			t.Errorf("%q opens what is of %q: %v", wrong, password, err)
		}
	}
	if info, err := os.Stat(f.Path()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	alone(t, f.Path())
}

// TestPasswordNotOurs lets nobody change the password of a file that another
// holds, or that was replaced.
func TestPasswordNotOurs(t *testing.T) {
	f := fresh(t)
	before := read(t, f.Path())
	if err := reopen(t, f).SetPassword("x"); !errors.Is(err, file.Held) {
		t.Errorf("%v, want held", err)
	}
	if !bytes.Equal(before, read(t, f.Path())) {
		t.Error("the file has changed")
	}
	if err := errors.Join(os.Remove(f.Path()), os.WriteFile(f.Path(), []byte("other"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := f.SetPassword("x"); !errors.Is(err, file.Moved) || string(read(t, f.Path())) != "other" {
		t.Errorf("%v, want moved", err)
	}
	alone(t, f.Path())
}

// TestPasswordThroughLink changes the file that a link points to, and leaves the
// link.
func TestPasswordThroughLink(t *testing.T) {
	f := fresh(t)
	closeFile(t, f)
	link := filepath.Join(t.TempDir(), "link.h200")
	if err := os.Symlink(f.Path(), link); err != nil {
		t.Fatal(err)
	}
	g, err := file.Open(link)
	if err != nil {
		t.Fatal(err)
	}
	defer closeFile(t, g)
	if err := g.SetPassword(password); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Errorf("the link is gone: %v", err)
	}
	if !reopen(t, f).Encrypted() {
		t.Error("the file is not encrypted")
	}
}

// TestSaveCopy saves a file that was removed while it was open.
func TestSaveCopy(t *testing.T) {
	for _, f := range []*file.File{fresh(t), encrypted(t)} {
		confide(t, f)
		want := everythingOf(t, f)
		if err := f.SaveCopy(f.Path()); !errors.Is(err, file.Exists) {
			t.Errorf("%v, want exists", err)
		}
		if err := os.Remove(f.Path()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "copy.h200")
		if err := f.SaveCopy(path); err != nil {
			t.Fatal(err)
		}
		g, err := file.Open(path, file.Password(password))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, everythingOf(t, g)); diff != "" || g.Encrypted() != f.Encrypted() {
			t.Errorf("(-want +got):\n%s", diff)
		}
		alone(t, path)
		closeFile(t, g)
		closeFile(t, f)
		if err := f.SaveCopy(path + "2"); !errors.Is(err, file.Closed) {
			t.Errorf("%v, want closed", err)
		}
	}
}

// TestEncryptedDamaged cuts and alters an encrypted file: it is refused by a
// known kind, or reads as it was, and is not altered.
func TestEncryptedDamaged(t *testing.T) {
	f := encrypted(t)
	confide(t, f)
	answers := f.Answers()
	closeFile(t, f)
	data, path := read(t, f.Path()), filepath.Join(t.TempDir(), "x.h200")
	kinds := append([]file.Kind{file.WrongPassword}, refusals...)
	try := func(what string, bad []byte) {
		t.Helper()
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		g, err := file.Open(path, file.Password(password))
		if err == nil {
			same(t, g.Answers(), answers)
			closeFile(t, g)
		}
		known := err == nil
		for _, kind := range kinds {
			known = known || errors.Is(err, kind)
		}
		if !known || !bytes.Equal(bad, read(t, path)) {
			t.Errorf("%s: %v", what, err)
		}
		alone(t, path)
	}
	for size := 0; size < len(data); size += 512 {
		try("cut", data[:size])
	}
	random := rand.New(rand.NewPCG(10, 2026))
	for i := range 700 {
		bad := bytes.Clone(data)
		at := i
		if at >= 200 {
			at = random.IntN(len(data))
		}
		bad[at] ^= byte(1 + random.IntN(255))
		try("flipped", bad)
	}
}

// TestUnbearable refuses a first page that asks for more memory or time than
// any real one, before it is spent.
func TestUnbearable(t *testing.T) {
	f := encrypted(t)
	closeFile(t, f)
	data := read(t, f.Path())
	for _, c := range [][3]uint32{{1 << 30, 64, 1}, {1, 1 << 31, 1}, {1, 64, 1 << 20}, {0, 64, 1}, {1, 0, 1}, {1, 64, 0}, {1, 7, 1}} {
		for i, n := range c {
			binary.BigEndian.PutUint32(data[16+4*i:], n)
		}
		sum := sha256.Sum256(data[:76])
		copy(data[76:], sum[:])
		if err := os.WriteFile(f.Path(), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := file.Open(f.Path(), file.Password(password)); !errors.Is(err, file.Damaged) {
			t.Errorf("%v: %v", c, err)
		}
	}
}

// TestPlace holds the places of pages in an encrypted file to what they are for:
// no two meet, none meets the page in the clear or that of the locks, and none
// of a database lies beyond its end.
func TestPlace(t *testing.T) {
	const page = file.PrefixSize
	around := []int64{0, page, file.LockPage - 3*page, file.LockPage - 2*page, file.LockPage - page, file.LockPage + page, file.LockPage + 2*page}
	seen := map[int64]bool{0: true, file.LockPage: true}
	for _, offset := range around {
		at := file.Place(offset)
		if seen[at] || at%page != 0 || file.Place(offset+100) != at+100 || file.Place(offset+page-1) != at+page-1 {
			t.Errorf("%#x goes to %#x", offset, at)
		}
		seen[at] = true
	}
	rapid.Check(t, func(t *rapid.T) {
		locks := int64(file.LockPage / page)
		pages := rapid.OneOf(rapid.Int64Range(1, 1<<20), rapid.Int64Range(locks-3, locks+3)).Draw(t, "pages")
		if at := file.Place((pages - 1) * page); (pages-1)*page != file.LockPage && at+page > file.End(pages*page) {
			t.Fatalf("page %d stands at %#x, the end is %#x", pages, at, file.End(pages*page))
		}
		if file.End(pages*page) > file.End((pages+1)*page) {
			t.Fatalf("%d pages end behind %d", pages, pages+1)
		}
	})
}
