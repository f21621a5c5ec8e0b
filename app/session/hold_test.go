package session_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"h200filing/app/session"
	"h200filing/forms/file"
)

// TestHold: who opens a file that somebody works on looks on, is told who it is,
// and can have it once it is free.
func TestHold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	first, err := setting(t).Create(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if first, err = setting(t).Hold(path, ""); err != nil {
		t.Fatal(err)
	}
	other := setting(t)
	other.User = "同事"
	second, err := other.Hold(path, "")
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if by, held := second.Holder(); !held || by.User != "测试" || second.Writable() {
		t.Fatalf("held %t by %+v", held, by)
	}
	if err := second.Set("applicant.name", "甲"); !errors.Is(err, file.Held) {
		t.Fatalf("changed all the same: %v", err)
	}
	if err := other.Copy(path, "", path+".copy"); !errors.Is(err, file.Held) {
		t.Errorf("copied while held: %v", err)
	}
	if err := second.Claim(); !errors.Is(err, file.Held) {
		t.Fatalf("claimed while held: %v", err)
	}
	if err := errors.Join(first.Set("applicant.name", "乙"), first.Close()); err != nil {
		t.Fatal(err)
	}
	if err := second.Claim(); err != nil {
		t.Fatal(err)
	}
	if got := second.Answers().Get("applicant.name"); got != "乙" || !second.Writable() {
		t.Errorf("claimed with %q", got)
	}
}

// TestPassword: a password is set, asked for, changed and removed; a copy keeps it.
func TestPassword(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "a.h200"), filepath.Join(dir, "b.h200")
	s, err := setting(t).Create(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Set("applicant.name", "甲"), s.SetPassword("", "一号"), s.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := setting(t).Hold(path, ""); !errors.Is(err, file.NeedsPassword) {
		t.Fatalf("opened without: %v", err)
	}
	if _, err := setting(t).Hold(path, "二号"); !errors.Is(err, file.WrongPassword) {
		t.Fatalf("opened with another: %v", err)
	}
	if sum, err := setting(t).Summarize(path); err != nil || !sum.Encrypted || sum.Report != nil {
		t.Errorf("summary %+v, %v", sum, err)
	}
	if err := setting(t).Copy(path, "一号", copied); err != nil {
		t.Fatal(err)
	}
	if s, err = setting(t).Hold(copied, "一号"); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := errors.Join(s.SetPassword("一号", "二号"), s.SetPassword("二号", "")); err != nil {
		t.Fatal(err)
	}
	if s.Encrypted() || s.Answers().Get("applicant.name") != "甲" {
		t.Error("the password is still there, or the answers are not")
	}
}

// TestSummarize: a summary tells status, the newest change and who made it.
func TestSummarize(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	sum, err := setting(t).Summarize(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if !sum.Report.Ready() || sum.Practice || sum.Who != "测试" || !sum.Changed.Equal(clock()) || sum.Finished != sum.Numbered || sum.Numbered == 0 {
		t.Errorf("%+v", sum)
	}
}

// TestMake: an export tells its stages and stops between them.
func TestMake(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	for wanted, stages := range map[session.Wanted]int{{PDF: true}: 2, {XLSX: true}: 1, {PDF: true, XLSX: true, Pack: true}: 4} {
		var told []session.Stage
		out, err := s.Prepare().Make(t.Context(), wanted, true, func(s session.Stage) { told = append(told, s) })
		if err != nil || len(told) != stages || (out.PDF == nil) == wanted.PDF {
			t.Errorf("%+v: stages %v, %v", wanted, told, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	out, err := s.Prepare().Make(ctx, session.Wanted{Pack: true}, true, func(session.Stage) { cancel() })
	if !errors.Is(err, context.Canceled) || out.PDF != nil {
		t.Errorf("not stopped: %v", err)
	}
}

// TestAwait: who waits has the application once it is free, or is told that it is
// held when the time is up.
func TestAwait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	first, err := setting(t).Create(path, false)
	if err != nil {
		t.Fatal(err)
	}
	second, err := setting(t).Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := second.Await(over); !errors.Is(err, file.Held) {
		t.Errorf("held, and yet %v", err)
	}
	closed := make(chan error)
	go func() { closed <- first.Close() }()
	if err := errors.Join(second.Await(t.Context()), <-closed, second.Set("applicant.name", "甲")); err != nil {
		t.Error(err)
	}
}

// TestNotReady: a final filing that may not be made is refused, not made a draft.
func TestNotReady(t *testing.T) {
	s, err := setting(t).Create(filepath.Join(t.TempDir(), "a.h200"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if out, err := s.Export(session.Wanted{XLSX: true}, false); !errors.Is(err, session.ErrNotReady) || out.XLSX != nil {
		t.Errorf("error %v", err)
	}
	if out, err := s.Export(session.Wanted{XLSX: true}, true); err != nil || out.XLSX == nil {
		t.Errorf("no draft: %v", err)
	}
}

// TestNextDay: an application that stays open overnight is exported as of today.
func TestNextDay(t *testing.T) {
	now := clock()
	overnight := setting(t)
	overnight.Now = func() time.Time { return now }
	s, err := overnight.Create(filepath.Join(t.TempDir(), "a.h200"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before := s.Report()
	s.Prepare()
	if s.Report() != before {
		t.Error("computed again on the same day")
	}
	now = now.AddDate(0, 0, 1)
	s.Prepare()
	if got := s.Report().Context.Today; !got.Equal(s.Today()) || got.Equal(before.Context.Today) {
		t.Errorf("dated %s", got)
	}
}
