package session_test

import (
	"errors"
	"slices"
	"testing"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/forms/file"
)

// lateIn follows the log of a session and gives the paths that come too late.
func lateIn(t *testing.T, s *session.Session) []string {
	t.Helper()
	var l session.Lateness
	var out []string
	for e, err := range s.Log() {
		if err != nil {
			t.Fatal(err)
		}
		if l.Late(e) {
			out = append(out, s.Report().Public(forms.Path(e.Path)))
		}
	}
	return out
}

// TestLate: a requirement that is changed once a domestic product is entered is
// marked, with what it was; what was changed before, or in the same step, is not,
// nor is what does not decide.
func TestLate(t *testing.T) {
	s, err := setting(t).Open(made(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	need, err := s.AddRow("requirements")
	if err != nil {
		t.Fatal(err)
	}
	product, err := s.AddRow("suppliers")
	if err != nil {
		t.Fatal(err)
	}
	threshold := need.Join("threshold")
	set := func(p forms.Path, value string) {
		t.Helper()
		if err := s.Set(p, value); err != nil {
			t.Fatal(err)
		}
	}
	set(threshold, "100")
	if got := lateIn(t, s); len(got) > 0 {
		t.Fatalf("late before anything is compared: %v", got)
	}
	set(product.Join("product"), "甲")
	set(need.Join("basis_note"), "按测算")
	if found, err := s.LogReader().Late(); found != nil || err != nil || len(lateIn(t, s)) > 0 {
		t.Fatalf("a note is late: %+v, %v", found, err)
	}
	set(threshold, "120")
	found, err := s.LogReader().Late()
	if err != nil || found == nil || len(found.Differences) != 1 || found.Differences[0] != (file.Difference{Path: threshold, Kind: file.Changed, Old: "100", New: "120"}) {
		t.Fatalf("%+v, %v", found, err)
	}
	if found.Began.New != "甲" || found.Began.Who != "测试" || !slices.Equal(lateIn(t, s), []string{"requirements[0].threshold"}) {
		t.Errorf("began %+v, late %v", found.Began, lateIn(t, s))
	}
	set(threshold, "100")
	if found, err := s.LogReader().Late(); found != nil || err != nil {
		t.Errorf("what was taken back still differs: %+v, %v", found, err)
	}
	row, err := s.AddRow("requirements")
	if err := errors.Join(err, s.Set(row.Join("threshold"), "7")); err != nil {
		t.Fatal(err)
	}
	if found, err := s.LogReader().Late(); err != nil || found == nil || len(found.Differences) != 1 || found.Differences[0].Path != row {
		t.Errorf("a new row: %+v, %v", found, err)
	}
	set(product.Join("product"), "")
	if found, err := s.LogReader().Late(); found != nil || err != nil {
		t.Errorf("without any product nothing is compared: %+v, %v", found, err)
	}
}

// TestNotLate: an application that is filled in one step has nothing that is late.
func TestNotLate(t *testing.T) {
	s := fill(t, "inference-supported.yaml")
	if found, err := s.LogReader().Late(); found != nil || err != nil || len(lateIn(t, s)) > 0 {
		t.Errorf("%+v, %v", found, err)
	}
}
