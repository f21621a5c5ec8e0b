package file_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/file"
)

var rescue = file.Rescue{Who: "修复人", Why: "恢复", At: noon.AddDate(0, 1, 0), Meta: file.Meta{Form: "h200-cn", Version: "2026.1"}}

// rich fills a file with everything that one can hold.
func rich(t testing.TB, f *file.File) {
	t.Helper()
	for i := range 40 {
		row := forms.Path("suppliers").Row(f.Answers().NewRowID())
		apply(t, f, insert(row, i/2), set(row.Join("supplier"), strings.Repeat("厂", i*20)), set("project.background", strings.Repeat("文", 30*i)))
	}
	sha := attach(t, f, strings.Repeat("一份报告", 25000), forms.FileInfo{Pages: 2, MediaType: "application/pdf"})
	attach(t, f, "short", forms.FileInfo{MediaType: "image/png"})
	apply(t, f, set("evidence.report", forms.Attachment{Name: "报告.pdf", SHA256: sha}.Text()))
	_, undo := f.Undo("w", noon)
	_, redo := f.Redo("w", noon)
	_, again := f.Undo("w", noon)
	_, last := f.Redo("w", noon)
	err := errors.Join(undo, redo, again, last, f.NameVersion("送审稿", "李雷", noon),
		f.Tick("project.background", "审", noon), f.Apply("w", "", noon, f.Answers().Removal("suppliers[r7]")...))
	if err != nil {
		t.Fatal(err)
	}
}

// TestRecoverWhole recovers a file that lacks nothing: all is there again,
// history included.
func TestRecoverWhole(t *testing.T) {
	for _, f := range []*file.File{fresh(t), encrypted(t)} {
		rich(t, f)
		before := read(t, f.Path())
		want := everythingOf(t, f)
		into := filepath.Join(t.TempDir(), "neu.h200")
		report, err := file.Recover(f.Path(), into, rescue, file.Password(secretOf(f)))
		if err != nil {
			t.Fatal(err)
		}
		wantReport := &file.Recovery{Pages: report.Pages, Whole: true, Answers: len(want.Content.Values), Attachments: 2, Entries: int64(len(want.Log))}
		if diff := cmp.Diff(wantReport, report); diff != "" {
			t.Errorf("report (-want +got):\n%s", diff)
		}
		g, err := file.Open(into, file.Password(password))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, everythingOf(t, g)); diff != "" || g.Encrypted() != f.Encrypted() {
			t.Errorf("(-want +got):\n%s", diff)
		}
		holds(t, g)
		for f.CanUndo() && g.CanUndo() {
			_, one := f.Undo("w", noon)
			_, two := g.Undo("w", noon)
			if err := errors.Join(one, two); err != nil {
				t.Fatal(err)
			}
			same(t, g.Answers(), f.Answers())
		}
		if f.CanUndo() || g.CanUndo() || len(f.Answers().Paths()) != 0 {
			t.Error("not all could be undone")
		}
		closeFile(t, g)
		alone(t, into)
		if f.Encrypted() == bytes.Contains(before, []byte("h200-cn")) {
			t.Error("the file was not what it should be")
		}
	}
}

func secretOf(f *file.File) string {
	if f.Encrypted() {
		return password
	}
	return ""
}

// texts gives all texts that a question has ever had.
func textsOf(t *testing.T, f *file.File) map[string][]string {
	out := map[string][]string{}
	for _, e := range entries(t, f) {
		out[e.Path] = append(out[e.Path], e.New)
	}
	return out
}

// TestRecoverDamaged destroys each page of a file in turn, by zeros and by noise,
// and cuts the file off there. What comes out is a sound file that holds nothing
// which was never answered, and all that was answered last where the report says
// that it is whole.
func TestRecoverDamaged(t *testing.T) {
	f := fresh(t)
	rich(t, f)
	want, ever, data := shown(f.Answers()), textsOf(t, f), read(t, f.Path())
	random := rand.New(rand.NewPCG(12, 2026))
	dir := t.TempDir()
	whole, partly, nothing := 0, 0, 0
	for at := 0; at < len(data); at += 4096 {
		for _, how := range []string{"zeros", "noise", "cut"} {
			bad := bytes.Clone(data)
			switch how {
			case "zeros":
				clear(bad[at:][:4096])
			case "noise":
				for i := range 4096 {
					bad[at+i] = byte(random.IntN(256))
				}
			case "cut":
				bad = bad[:at]
			}
			report, got := recovered(t, dir, bad)
			switch {
			case report == nil:
				nothing++
				continue
			case report.Whole:
				whole++
				if diff := cmp.Diff(want, shown(got)); diff != "" {
					t.Errorf("%s at %d: said to be whole (-want +got):\n%s", how, at, diff)
				}
			default:
				partly++
			}
			for _, p := range got.Paths() {
				if !slices.Contains(ever[string(p)], got.Get(p)) {
					t.Errorf("%s at %d: %s was never %q", how, at, p, got.Get(p))
				}
			}
			if how == "cut" && at < len(data)/2 && len(report.Lost) == 0 {
				t.Errorf("cut at %d, but nothing is lost", at)
			}
		}
	}
	pages := len(data) / 4096
	t.Logf("%d pages: %d times whole, %d partly, %d nothing", pages, whole, partly, nothing)
	if whole < 2*pages*9/10 || nothing > 5 {
		t.Error("too little is recovered")
	}
}

// recovered recovers the bytes of a file, and fails unless that gives a sound
// file, or none where it says so.
func recovered(t *testing.T, dir string, data []byte) (*file.Recovery, *forms.Answers) {
	t.Helper()
	path, into := filepath.Join(dir, "bad.h200"), filepath.Join(dir, "new.h200")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	report, err := file.Recover(path, into, rescue)
	if !bytes.Equal(data, read(t, path)) {
		t.Error("the damaged file was altered")
	}
	if err != nil {
		if _, missing := os.Stat(into); !errors.Is(err, file.Damaged) || !os.IsNotExist(missing) {
			t.Errorf("%v, and %v", err, missing)
		}
		return nil, nil
	}
	g, err := file.Open(into)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, g)
	answers := g.Answers()
	closeFile(t, g)
	if err := os.Remove(into); err != nil {
		t.Fatal(err)
	}
	return report, answers
}

// TestRecoverFlipped recovers files with many flipped bytes.
func TestRecoverFlipped(t *testing.T) {
	data, answers := filled(t)
	want := shown(answers)
	random := rand.New(rand.NewPCG(13, 2026))
	dir := t.TempDir()
	for range 200 {
		bad := bytes.Clone(data)
		for range 1 + random.IntN(30) {
			bad[random.IntN(len(bad))] ^= byte(1 + random.IntN(255))
		}
		if report, got := recovered(t, dir, bad); report != nil && report.Whole {
			if diff := cmp.Diff(want, shown(got)); diff != "" {
				t.Errorf("said to be whole (-want +got):\n%s", diff)
			}
		}
	}
}

// TestRecoverReports takes things out of a file, and reads what is said of them.
func TestRecoverReports(t *testing.T) {
	report := sha256.Sum256([]byte("a report"))
	for statement, want := range map[string]struct {
		whole bool
		lost  []file.Loss
	}{
		`UPDATE answers SET value = 'edited' WHERE value = 'declined'`: {true, nil}, // the log knows better
		`DELETE FROM chunks`:                                                 {true, []file.Loss{{Kind: file.LostAttachment, Name: hex.EncodeToString(report[:])}}},
		`DELETE FROM log WHERE seq = 5`:                                      {true, []file.Loss{{Kind: file.LostHistory, Name: "5"}}},
		`DELETE FROM meta WHERE key = 'form'`:                                {true, []file.Loss{{Kind: file.LostProperty, Name: "form"}}},
		`DELETE FROM meta; DELETE FROM answers WHERE key = 'applicant.name'`: {false, []file.Loss{{Kind: file.LostProperty, Name: "form"}, {Kind: file.LostProperty, Name: "version"}, {Kind: file.LostProperty, Name: "created"}, {Kind: file.OldAnswer, Name: "applicant.name"}}},
	} {
		path, into := filepath.Join(t.TempDir(), "x.h200"), filepath.Join(t.TempDir(), "y.h200")
		if err := os.WriteFile(path, altered(t, statement), 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := file.Recover(path, into, rescue)
		if err != nil {
			t.Errorf("%s: %v", statement, err)
			continue
		}
		slices.SortFunc(report.Lost, compareLoss)
		slices.SortFunc(want.lost, compareLoss)
		if diff := cmp.Diff(want.lost, report.Lost); diff != "" || report.Whole != want.whole {
			t.Errorf("%s: whole %v (-want +got):\n%s", statement, report.Whole, diff)
		}
		g, err := file.Open(into)
		if err != nil {
			t.Fatal(err)
		}
		_, answers := filled(t)
		same(t, g.Answers(), answers)
		if g.Meta().Form != "h200-cn" {
			t.Errorf("meta %+v", g.Meta())
		}
		holds(t, g)
		closeFile(t, g)
	}
}

func compareLoss(a, b file.Loss) int {
	return strings.Compare(string(a.Kind)+a.Name, string(b.Kind)+b.Name)
}

func TestRecoverRefuses(t *testing.T) {
	dir, secret := t.TempDir(), encrypted(t)
	text := filepath.Join(dir, "text.h200")
	err := errors.Join(os.WriteFile(text, bytes.Repeat([]byte("no database "), 1000), 0o600),
		os.WriteFile(filepath.Join(dir, "foreign.db"), database(t, `CREATE TABLE t(x); INSERT INTO t VALUES ('a')`), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, into, password string
		kind                 file.Kind
	}{
		{text, "new", "", file.Damaged},
		{filepath.Join(dir, "foreign.db"), "new", "", file.Damaged},
		{filepath.Join(dir, "none"), "new", "", file.NotFound},
		{dir, "new", "", file.Unreadable},
		{secret.Path(), "new", "", file.NeedsPassword},
		{secret.Path(), "new", "x", file.WrongPassword},
		{secret.Path(), "text.h200", password, file.Exists},
		{secret.Path(), "no/new", password, file.NotFound},
	} {
		if _, err := file.Recover(c.path, filepath.Join(dir, c.into), rescue, file.Password(c.password)); !errors.Is(err, c.kind) {
			t.Errorf("%s into %s: %v, want %s", c.path, c.into, err, c.kind)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "new")); !os.IsNotExist(err) {
		t.Errorf("left behind: %v", err)
	}
}
