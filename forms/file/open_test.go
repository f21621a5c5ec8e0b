package file_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"h200filing/forms"
	"h200filing/forms/file"
)

// refusals are the kinds that Open may give for a file that is there.
var refusals = []file.Kind{file.Unreadable, file.NotSQLite, file.Foreign, file.Newer, file.Damaged}

// writeFormat is where the header says that the file has a write-ahead log; Open
// switches it back, once all else is right.
const writeFormat, walFormat = 18, 2

// openBytes opens a file of the given content. Whether it opens or not, it must
// stay as it is and leave nothing beside it.
func openBytes(t testing.TB, path string, data []byte) (*forms.Answers, error) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := file.Open(path, file.Password(password))
	var answers *forms.Answers
	if err == nil {
		answers = f.Answers()
		closeFile(t, f)
	}
	switched := err == nil && data[writeFormat] == walFormat
	if !switched && !bytes.Equal(read(t, path), data) {
		t.Errorf("the file has changed (%v)", err)
	}
	alone(t, path)
	return answers, err
}

// whole fails unless a tampered file was refused by a known kind or reads as the
// original.
func whole(t testing.TB, what string, got, want *forms.Answers, err error) (opened bool) {
	t.Helper()
	if err == nil {
		same(t, got, want)
		return true
	}
	for _, kind := range refusals {
		if errors.Is(err, kind) {
			return false
		}
	}
	t.Errorf("%s: no refusal: %v", what, err)
	return false
}

// damage counts what became of damaged files.
type damage struct{ refused, opened int }

func (d *damage) count(opened bool) {
	if opened {
		d.opened++
	} else {
		d.refused++
	}
}

// tell has the counts told at the end of all tests.
func (d *damage) tell(t *testing.T) {
	t.Attr("count.damaged-files-refused", strconv.Itoa(d.refused))
	t.Attr("count.damaged-files-opened-whole", strconv.Itoa(d.opened))
}

// database makes an SQLite database with the given statements.
func database(t testing.TB, statements string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	c, err := sqlite3.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.Exec(statements), c.Close()); err != nil {
		t.Fatal(err)
	}
	return read(t, path)
}

// altered gives a filled file after some statements, as with the sqlite3 shell.
func altered(t testing.TB, statements string) []byte {
	t.Helper()
	data, _ := filled(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite3.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.Exec(statements), c.Close()); err != nil {
		t.Fatal(err)
	}
	return read(t, path)
}

func TestOpenRefuses(t *testing.T) {
	const ours = `PRAGMA application_id = 0x48323030; PRAGMA user_version = 1;`
	for name, c := range map[string]struct {
		data []byte
		kind file.Kind
	}{
		"empty":               {nil, file.NotSQLite},
		"text":                {[]byte("applicant:\n  name: 华东算力\n"), file.NotSQLite},
		"long text":           {bytes.Repeat([]byte("no database "), 1000), file.NotSQLite},
		"half a magic":        {[]byte("SQLite fo"), file.NotSQLite},
		"only a magic":        {[]byte("SQLite format 3\x00"), file.Damaged},
		"another's":           {database(t, `CREATE TABLE t(x); PRAGMA user_version = 1`), file.Foreign},
		"another's with id":   {database(t, `PRAGMA application_id = 7; CREATE TABLE t(x)`), file.Foreign},
		"another's in WAL":    {database(t, `PRAGMA journal_mode = WAL; CREATE TABLE t(x)`), file.Foreign},
		"ours without tables": {database(t, ours), file.Damaged},
		"ours, other tables":  {database(t, ours+`CREATE TABLE meta(x); CREATE TABLE answers(y)`), file.Damaged},
		"a view for a table":  {database(t, ours+`CREATE VIEW meta(key, value) AS SELECT 'form', 'x'`), file.Damaged},
		"newer":               {altered(t, `PRAGMA user_version = 2`), file.Newer},
		"newest":              {altered(t, `PRAGMA user_version = 2147483647`), file.Newer},
		"version 0":           {altered(t, `PRAGMA user_version = 0`), file.Damaged},
		"negative version":    {altered(t, `PRAGMA user_version = -1`), file.Damaged},
		"an answer edited":    {altered(t, `UPDATE answers SET value = 'quoted' WHERE value = 'declined'`), file.Damaged},
		"an answer gone":      {altered(t, `DELETE FROM answers WHERE value = 'declined'`), file.Damaged},
		"rows changed":        {altered(t, `UPDATE lists SET value = '["r1","r2"]' WHERE key = 'suppliers'`), file.Damaged},
		"pages edited":        {altered(t, `UPDATE attachments SET pages = 5`), file.Damaged},
		"an attachment gone":  {altered(t, `DELETE FROM attachments`), file.Damaged},
		"seal gone":           {altered(t, `DELETE FROM meta WHERE key = 'seal'`), file.Damaged},
		"a table gone":        {altered(t, `DROP TABLE lists`), file.Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := openBytes(t, filepath.Join(t.TempDir(), "x.h200"), c.data)
			if !errors.Is(err, c.kind) {
				t.Errorf("%v, want %s", err, c.kind)
			}
			var typed *file.Error
			if !errors.As(err, &typed) || typed.Kind != c.kind {
				t.Errorf("%v is no *Error of kind %s", err, c.kind)
			}
		})
	}
}

func TestOpenNoFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "f"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		kind file.Kind
	}{
		{filepath.Join(dir, "none.h200"), file.NotFound},
		{filepath.Join(dir, "no", "folder.h200"), file.NotFound},
		{filepath.Join(dir, "f", "x.h200"), file.NotFound},
		{"", file.NotFound},
		{dir, file.Unreadable},
		{os.DevNull, file.Unreadable},
		{"a\x00b", file.Unreadable},
	} {
		if _, err := file.Open(c.path); !errors.Is(err, c.kind) {
			t.Errorf("%q: %v, want %s", c.path, err, c.kind)
		}
	}
	if names, err := os.ReadDir(dir); err != nil || len(names) != 1 {
		t.Errorf("the folder holds %v (%v)", names, err)
	}
}

// TestOpenTruncated cuts a file at and around every 512 bytes. Only where nothing
// but the unused end of the last page is gone may it open.
func TestOpenTruncated(t *testing.T) {
	data, answers := filled(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	var seen damage
	defer seen.tell(t)
	for size := 0; size < len(data); size += 512 {
		for _, cut := range []int{size, size + 1, size + 511} {
			got, err := openBytes(t, path, data[:cut])
			opened := whole(t, fmt.Sprintf("cut at %d", cut), got, answers, err)
			seen.count(opened)
			if opened && len(bytes.Trim(data[cut:], "\x00")) > 0 {
				t.Errorf("cut at %d of %d, it opens", cut, len(data))
			}
		}
	}
}

// TestOpenFlipped flips bits anywhere, and every one of the header.
func TestOpenFlipped(t *testing.T) {
	data, answers := filled(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	var seen damage
	defer seen.tell(t)
	flip := func(at int, bits byte) {
		bad := bytes.Clone(data)
		bad[at] ^= bits
		got, err := openBytes(t, path, bad)
		seen.count(whole(t, fmt.Sprintf("byte %d ^ %#x", at, bits), got, answers, err))
	}
	for at := range 100 {
		for bit := range 8 {
			flip(at, 1<<bit)
		}
	}
	random := rand.New(rand.NewPCG(6, 2026))
	for range 2000 {
		flip(random.IntN(len(data)), byte(1+random.IntN(255)))
	}
}

// TestOpenBlocks overwrites whole blocks with zeros and with other parts of the
// file, as a failing disk does.
func TestOpenBlocks(t *testing.T) {
	data, answers := filled(t)
	path := filepath.Join(t.TempDir(), "x.h200")
	random := rand.New(rand.NewPCG(7, 2026))
	var seen damage
	defer seen.tell(t)
	for at := 0; at+512 <= len(data); at += 512 {
		for _, from := range [][]byte{make([]byte, 512), data[512*random.IntN(len(data)/512):][:512]} {
			bad := bytes.Clone(data)
			copy(bad[at:], from)
			got, err := openBytes(t, path, bad)
			seen.count(whole(t, fmt.Sprintf("block at %d", at), got, answers, err))
		}
	}
}

// TestTamperedTakesChanges opens files with a flipped byte and works on with
// those that open: every change either is kept or refused.
func TestTamperedTakesChanges(t *testing.T) {
	data, _ := filled(t)
	random := rand.New(rand.NewPCG(8, 2026))
	path := filepath.Join(t.TempDir(), "x.h200")
	for range 300 {
		bad := bytes.Clone(data)
		bad[random.IntN(len(bad))] ^= byte(1 + random.IntN(255))
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := file.Open(path)
		if err != nil {
			continue
		}
		want := f.Answers()
		if err := f.Apply("w", "", noon, set("a", "1"), set("b", string(make([]byte, 9000)))); err == nil {
			want = f.Answers()
		} else if !errors.Is(err, file.Damaged) {
			t.Errorf("change: %v", err)
		}
		for sha := range f.Files() {
			if content, err := f.Attachment(sha); err == nil && string(content) != "a report" {
				t.Errorf("an attachment reads %q", content)
			}
		}
		same(t, f.Answers(), want)
		closeFile(t, f)
		same(t, mustOpen(t, path), want)
	}
}

func mustOpen(t testing.TB, path string) *forms.Answers {
	t.Helper()
	f, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	closeFile(t, f)
	return f.Answers()
}

// FuzzOpen opens arbitrary bytes: a refusal of a known kind or a file that reads
// and changes, never a panic, never a changed file by opening.
func FuzzOpen(f *testing.F) {
	data, _ := filled(f)
	f.Add(data)
	f.Add(data[:4096])
	f.Add([]byte(nil))
	f.Add([]byte("SQLite format 3\x00"))
	f.Add(database(f, `PRAGMA application_id = 0x48323030; PRAGMA user_version = 1; CREATE TABLE meta(key, value)`))
	sealed := encrypted(f)
	apply(f, sealed, set("a", "1"))
	closeFile(f, sealed)
	f.Add(read(f, sealed.Path()))
	f.Add(read(f, sealed.Path())[:file.PrefixSize])
	path := filepath.Join(f.TempDir(), "x.h200")
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := openBytes(t, path, data); err != nil {
			if !errors.Is(err, file.WrongPassword) {
				whole(t, "fuzz", nil, nil, err)
			}
			return
		}
		g, err := file.Open(path, file.Password(password))
		if err != nil {
			t.Fatal(err)
		}
		defer closeFile(t, g)
		if err := g.Apply("w", "", noon, set("a", "1")); err != nil && !errors.Is(err, file.Damaged) {
			t.Error(err)
		}
	})
}
