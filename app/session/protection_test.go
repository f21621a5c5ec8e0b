package session_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"h200filing/app/session"
	"h200filing/export/lock"
)

// TestProtection: what an export makes is locked, all of it and last; and only what
// was asked for is handed out.
func TestProtection(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	protection := session.Protection{Password: "Secret-7!"}
	wanted := session.Wanted{PDF: true, Pack: true, Protection: protection}
	var told []session.Stage
	out, err := s.Prepare().Make(t.Context(), wanted, true, func(s session.Stage) { told = append(told, s) })
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(told, wanted.Stages()) || told[len(told)-1] != session.Locking {
		t.Errorf("stages %v", told)
	}
	if out.XLSX != nil {
		t.Error("a workbook nobody asked for")
	}
	open, err := s.Export(session.Wanted{PDF: true, Pack: true}, true)
	if err != nil {
		t.Fatal(err)
	}
	if !lock.Locked(out.PDF) || !lock.Locked(out.Pack) || lock.Locked(open.PDF) || lock.Locked(open.Pack) {
		t.Error("not locked, or locked without a password")
	}
	pack, err := protection.Unlock(out.Pack)
	if err != nil || !bytes.Equal(pack, open.Pack) {
		t.Errorf("the pack is another one once unlocked: %v", err)
	}
	if _, err := (session.Protection{}).Unlock(out.PDF); !errors.Is(err, lock.ErrWrong) {
		t.Errorf("opens without a password: %v", err)
	}
	if _, err := s.Export(session.Wanted{PDF: true, Protection: session.Protection{Password: "密码"}}, true); !errors.Is(err, lock.ErrPassword) {
		t.Errorf("a password that not every program takes: %v", err)
	}
}
