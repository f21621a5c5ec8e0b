package session_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"h200filing/app/session"
	"h200filing/export/lock"
	filling "h200filing/export/xlsx/fill"
	"h200filing/forms"
	"h200filing/forms/file"
	"h200filing/i18n"
)

// TestVersions: a version is named once, held against now, and brought back in one
// step that is undone like others.
func TestVersions(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	if err := s.NameVersion("初稿"); err != nil {
		t.Fatal(err)
	}
	if err := s.NameVersion("初稿"); !errors.Is(err, file.Taken) {
		t.Errorf("a name twice: %v", err)
	}
	if err := s.NameVersion(""); !errors.Is(err, file.NoName) {
		t.Errorf("no name: %v", err)
	}
	digest := s.Report().Digest()
	if err := s.Set("product.quantity", "40"); err != nil {
		t.Fatal(err)
	}
	row := s.Report().Rows("suppliers")[0]
	gone := s.Report().RowTitle(row, i18n.Hans)
	if err := s.RemoveRow(row); err != nil {
		t.Fatal(err)
	}
	v := s.Versions()[0]
	differences, old, err := s.Since(v)
	if err != nil {
		t.Fatal(err)
	}
	if old.Digest() != digest {
		t.Error("the report of the version is another one")
	}
	told := session.Describer{Report: s.Report(), Words: i18n.For(i18n.Hans)}.Differences(old, differences, s.Stands)
	var lines []string
	for _, d := range told {
		lines = append(lines, string(d.Kind)+" "+d.Label)
	}
	all := strings.Join(lines, "\n")
	if !strings.Contains(all, string(file.RowRemoved)+" "+gone) || !strings.Contains(all, string(file.Changed)) {
		t.Errorf("told:\n%s", all)
	}
	if changed, err := s.Restore(v, "恢复"); err != nil || !changed || s.Report().Digest() != digest {
		t.Errorf("restored %v, %v", changed, err)
	}
	if changed, err := s.Restore(v, "恢复"); err != nil || changed {
		t.Errorf("restored again: %v, %v", changed, err)
	}
	if _, err := s.Undo(); err != nil || s.Answers().Get("product.quantity") != "40" || s.Report().Digest() == digest {
		t.Errorf("not undone: %v", err)
	}
}

// TestTicks: a tick stands until its answer changes, and is counted among those that
// can be ticked.
func TestTicks(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	p := forms.Path("product.quantity")
	if err := errors.Join(s.Tick(p), s.Tick("applicant.name")); err != nil {
		t.Fatal(err)
	}
	if tick, ok := s.Ticked(p); !ok || tick.Who != "测试" || !tick.At.Equal(clock()) {
		t.Errorf("ticked %+v, %v", tick, ok)
	}
	if n, of := s.Reviewed(nil); n != 2 || of < 100 {
		t.Errorf("%d of %d", n, of)
	}
	for _, section := range s.Form.Sections {
		if n, of := s.Reviewed(section); section.ID == "product" && n != 1 || n > of {
			t.Errorf("%s: %d of %d", section.ID, n, of)
		}
	}
	if err := s.Set(p, "40"); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Ticked(p); ok {
		t.Error("the tick outlived its answer")
	}
	if err := s.Untick("applicant.name"); err != nil {
		t.Fatal(err)
	}
	if n, _ := s.Reviewed(nil); n != 0 {
		t.Errorf("%d are left", n)
	}
}

// TestTake: what is chosen of a workbook is one step, and answers that have changed
// since are not overrun.
func TestTake(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	words := i18n.For(i18n.Hans)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := s.Set("product.quantity", "40"); err != nil {
		t.Fatal(err)
	}
	out, err := s.Export(session.Wanted{XLSX: true, Protection: session.Protection{Password: "Secret-7!"}}, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.XLSX, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := session.ReadFilled(path, session.Protection{}, s.Report(), i18n.Hans); !errors.Is(err, lock.ErrWrong) {
		t.Errorf("read without its password: %v", err)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	found, err := session.ReadFilled(path, session.Protection{Password: "Secret-7!"}, s.Report(), i18n.Hans)
	if err != nil || len(found.Differences) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	if changed, err := s.Take(found, nothing, words); changed || err != nil {
		t.Errorf("nothing was chosen: %v, %v", changed, err)
	}
	if changed, err := s.Take(found, everything, words); !changed || err != nil || s.Answers().Get("product.quantity") != "40" {
		t.Errorf("%v, %v", changed, err)
	}
	if _, err := s.Take(found, everything, words); !errors.Is(err, session.ErrStale) {
		t.Errorf("the same again: %v", err)
	}
	for e, err := range s.Log() {
		if err == nil && e.Path == "product.quantity" && e.New == "40" && strings.Contains(e.Why, "a.xlsx") {
			return
		}
	}
	t.Error("the log does not say which workbook it was")
}

func nothing(*filling.Difference) bool    { return false }
func everything(*filling.Difference) bool { return true }

// TestLogReader: the log is read beside the work, also of an encrypted file whose
// password has changed, and ends where its chain does.
func TestLogReader(t *testing.T) {
	s, err := setting(t).Hold(made(t), "")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := errors.Join(s.Set("applicant.name", "甲"), s.SetPassword("", "一号"), s.Set("applicant.name", "乙")); err != nil {
		t.Fatal(err)
	}
	var read []string
	broken, err := s.LogReader().Read(func(e file.Entry) error {
		read = append(read, e.New)
		return nil
	})
	if err != nil || broken != nil || strings.Join(read, " ") != "甲 乙" {
		t.Errorf("%q, %v, %v", read, broken, err)
	}
	stop := errors.New("enough")
	if _, err := s.LogReader().Read(func(file.Entry) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the reader's error is %v", err)
	}
	if err := errors.Join(s.SetPassword("一号", "")); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("sqlite3", s.Path(), `UPDATE log SET who = '丁' WHERE seq = 2`).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	read = nil
	broken, err = s.LogReader().Read(func(e file.Entry) error {
		read = append(read, e.New)
		return nil
	})
	if err != nil || broken == nil || broken.Seq != 2 || strings.Join(read, " ") != "甲" {
		t.Errorf("%q, %+v, %v", read, broken, err)
	}
}

// made is a new application file.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.h200")
	s, err := setting(t).Create(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFollow: who only looks gets what the holder changes.
func TestFollow(t *testing.T) {
	path := made(t)
	holder, err := setting(t).Hold(path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close()
	looker, err := setting(t).Hold(path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer looker.Close()
	heard := 0
	looker.OnReport(func(*forms.Report) { heard++ })
	if changed, err := looker.Follow(); changed || err != nil || heard != 0 {
		t.Errorf("nothing has changed: %v, %v", changed, err)
	}
	if err := holder.Set("applicant.name", "甲"); err != nil {
		t.Fatal(err)
	}
	if changed, err := looker.Follow(); !changed || err != nil || heard != 1 || looker.Answers().Get("applicant.name") != "甲" {
		t.Errorf("%v, %v, heard %d", changed, err, heard)
	}
}

// BenchmarkChronicle10k reads a log of 10,000 entries and follows its chain.
func BenchmarkChronicle10k(b *testing.B) {
	s := fill(b, "inference-supported.yaml")
	changes := make([]forms.Change, 10000)
	for i := range changes {
		changes[i] = forms.Change{Op: forms.Set, Path: "applicant.industry", Value: []string{"软件业", "信息技术服务业"}[i%2]}
	}
	if err := s.Change("", changes...); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.LogReader().Read(func(file.Entry) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
