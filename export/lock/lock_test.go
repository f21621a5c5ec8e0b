package lock_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jung-kurt/gofpdf"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"h200filing/export/exporttest"
	"h200filing/export/lock"
)

const password = "Secret-7!"

func plainPDF(t testing.TB) []byte {
	t.Helper()
	f := gofpdf.New("P", "mm", "A4", "")
	f.AddPage()
	f.SetFont("Helvetica", "", 12)
	f.Text(20, 20, "Visible words")
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(out.Bytes(), []byte("%PDF-1.3"), []byte("%PDF-1.7"), 1) // as outputs are
}

func workbook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetCellStr("Sheet1", "A1", "某单位"); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zipped(t testing.TB, contents map[string]string) []byte {
	t.Helper()
	return exporttest.Zip(t, exporttest.Parts(contents), zip.Deflate)
}

// kinds are the locks with a file for each and a word of it that must not be seen.
var kinds = []struct {
	name  string
	lock  func([]byte, string) ([]byte, error)
	plain func(testing.TB) []byte
	word  string
}{
	{"PDF", lock.PDF, plainPDF, "Helvetica-Nothing"},
	{"workbook", lock.Workbook, workbook, "[Content_Types].xml"},
	{"pack", lock.Pack, func(t testing.TB) []byte { return zipped(t, map[string]string{"answers.json": "secret words"}) }, "secret words"},
}

// TestLock: what is locked opens with its password and with no other.
func TestLock(t *testing.T) {
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			plain := k.plain(t)
			if lock.Locked(plain) {
				t.Error("taken for locked before it is")
			}
			locked, err := k.lock(plain, password)
			if err != nil {
				t.Fatal(err)
			}
			if !lock.Locked(locked) || bytes.Contains(locked, []byte(k.word)) {
				t.Errorf("locked: %v; its words lie open: %v", lock.Locked(locked), bytes.Contains(locked, []byte(k.word)))
			}
			for _, wrong := range []string{"", "secret-7!", password + "."} {
				if _, err := lock.Open(locked, wrong); !errors.Is(err, lock.ErrWrong) {
					t.Errorf("%q: %v, want ErrWrong", wrong, err)
				}
			}
			opened, err := lock.Open(locked, password)
			if err != nil {
				t.Fatal(err)
			}
			if lock.Locked(opened) {
				t.Error("still locked")
			}
			same(t, k.name, plain, opened)
			if again, err := lock.Open(opened, ""); err != nil || !bytes.Equal(again, opened) {
				t.Errorf("what is open is changed: %v", err)
			}
		})
	}
}

func same(t *testing.T, kind string, plain, opened []byte) {
	t.Helper()
	switch kind {
	case "workbook":
		if !bytes.Equal(plain, opened) {
			t.Errorf("%d bytes became %d others", len(plain), len(opened))
		}
	case "pack":
		if diff := cmp.Diff(exporttest.Contents(t, plain), exporttest.Contents(t, opened)); diff != "" {
			t.Error(diff)
		}
	case "PDF":
		if !bytes.HasPrefix(opened, []byte("%PDF-")) {
			t.Error("no PDF any more")
		}
	}
}

// TestExcelOpens: excelize reads the locked workbook as a file of its own.
func TestExcelOpens(t *testing.T) {
	locked, err := lock.Workbook(workbook(t), password)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(locked), excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := f.GetCellValue("Sheet1", "A1"); err != nil || got != "某单位" {
		t.Errorf("A1 is %q, %v", got, err)
	}
}

// TestForeignZip opens a zip that 7-Zip locked (7z a -tzip -mem=AES256 -pPASSWORD),
// with parts that are packed, stored and long: so the format is the one of others.
func TestForeignZip(t *testing.T) {
	locked, err := os.ReadFile("testdata/foreign.zip")
	if err != nil {
		t.Fatal(err)
	}
	opened, err := lock.Open(locked, password)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"answers.json": "{\"名称\":\"某单位\"}\n", "short.txt": "x", "zeros.bin": strings.Repeat("\x00", 5000)}
	if diff := cmp.Diff(want, exporttest.Contents(t, opened)); diff != "" {
		t.Error(diff)
	}
}

// TestPackAny: any parts come back from a locked pack, and a changed byte of one is
// noticed.
func TestPackAny(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		parts := rapid.MapOfN(rapid.StringMatching(`[a-z]{1,8}(/[a-z]{1,4})?`), rapid.StringN(0, 200, -1), 1, 4).Draw(r, "parts")
		locked, err := lock.Pack(zipped(t, parts), password)
		if err != nil {
			r.Fatal(err)
		}
		opened, err := lock.Open(locked, password)
		if err != nil {
			r.Fatal(err)
		}
		if got := exporttest.Contents(t, opened); !maps.Equal(got, parts) {
			r.Fatalf("%q became %q", parts, got)
		}
		const head = 30 // of a part, before its name
		name := int(locked[26]) | int(locked[27])<<8
		extra := int(locked[28]) | int(locked[29])<<8
		size := int(locked[18]) | int(locked[19])<<8
		at := head + name + extra + rapid.IntRange(0, size-1).Draw(r, "byte")
		locked[at] ^= 1
		if _, err := lock.Open(locked, password); !errors.Is(err, lock.ErrWrong) {
			r.Fatalf("byte %d was changed: %v", at, err)
		}
	})
}

// TestPackOfRoom: a pack whose parts say that they are larger, all together, than
// what an application can hold is refused before a password is tried.
func TestPackOfRoom(t *testing.T) {
	for _, c := range []struct {
		size   uint32 // that each of two parts says
		opened bool   // as far as the password
	}{{1 << 29, true}, {1 << 30, true}, {1<<30 + 1, false}, {1<<32 - 2, false}} {
		locked, err := lock.Pack(zipped(t, map[string]string{"a": "x", "b": "y"}), password)
		if err != nil {
			t.Fatal(err)
		}
		const sizeAt = 24 // in an entry of the directory
		for at, rest := 0, locked; ; {
			next := bytes.Index(rest, []byte("PK\x01\x02"))
			if next < 0 {
				break
			}
			at += next
			binary.LittleEndian.PutUint32(locked[at+sizeAt:], c.size)
			at, rest = at+sizeAt, locked[at+sizeAt:]
		}
		if _, err := lock.Open(locked, "wrong"); errors.Is(err, lock.ErrWrong) != c.opened || err == nil {
			t.Errorf("two parts of %d bytes: %v", c.size, err)
		}
	}
}

// TestPasswords: what cannot be typed everywhere is refused by every lock.
func TestPasswords(t *testing.T) {
	for _, p := range []string{"", "密码", "two words", "tab\t", "caf\u00E9", strings.Repeat("x", 128), "\xff"} {
		for _, k := range kinds {
			if _, err := k.lock(k.plain(t), p); !errors.Is(err, lock.ErrPassword) {
				t.Errorf("%s, %q: %v, want ErrPassword", k.name, p, err)
			}
		}
	}
	signs := make([]byte, 0, 94)
	for c := byte('!'); c <= '~'; c++ {
		signs = append(signs, c)
	}
	for _, p := range []string{string(signs), strings.Repeat("~", 127)} {
		for _, k := range kinds {
			locked, err := k.lock(k.plain(t), p)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := lock.Open(locked, p); err != nil {
				t.Errorf("%s, %q: %v", k.name, p, err)
			}
		}
	}
}

// TestOtherKinds: what is no such file is refused.
func TestOtherKinds(t *testing.T) {
	for _, k := range kinds {
		if _, err := k.lock([]byte("nothing of the kind"), password); err == nil {
			t.Errorf("%s: locks what is none", k.name)
		}
	}
}

// FuzzOpen: no file makes it panic.
func FuzzOpen(f *testing.F) {
	for _, k := range kinds {
		locked, err := k.lock(k.plain(f), password)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(locked)
		f.Add(locked[:len(locked)/2])
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := lock.Open(file, password); err == nil {
			return
		}
		if _, err := lock.Open(file, ""); errors.Is(err, lock.ErrPassword) {
			t.Error("opening does not ask for a good password")
		}
	})
}
