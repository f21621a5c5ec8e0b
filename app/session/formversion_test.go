package session_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"h200filing/app/session"
	"h200filing/forms"
	"h200filing/forms/file"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

// later is a setting with a form pack in which a contact's title is wanted and
// nobody asks for the number of employees.
func later(t *testing.T) *session.Setting {
	t.Helper()
	files := formstest.PackFiles(t)
	form := string(files["form.yaml"].Data)
	form = strings.Replace(form, `version: "2026.1"`, `version: "2026.2"`, 1)
	form = strings.Replace(form, "{id: applicant.contact_title, type: text,", "{id: applicant.contact_title, required: true, type: text,", 1)
	files["form.yaml"] = &fstest.MapFile{Data: []byte(form)}
	s := setting(t)
	var err error
	if s.Form, err = forms.LoadForm(files); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestOtherVersion: an application drafted by an older form says what has changed,
// until somebody has seen it; its answers stay.
func TestOtherVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	old := opened(t)(setting(t).Create(path, false))
	if err := old.Set("applicant.name", "示例公司"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := old.OtherVersion(); ok || err != nil {
		t.Errorf("a new file is of another version: %v, %v", ok, err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := opened(t)(later(t).Open(path))
	other, ok, err := s.OtherVersion()
	if !ok || err != nil || !other.Known || other.Version != "2026.1" {
		t.Fatalf("%+v, %v, %v", other, ok, err)
	}
	words := i18n.For(i18n.Hans)
	label := s.Form.Text(i18n.Hans).Fields["applicant.contact_title"].Label
	want := []string{words.Text("form.older", "old", "2026.1", "new", "2026.2"), words.Text("form.changed", "name", label)}
	if got := other.Lines(s.Form, words); !slices.Equal(got, want) {
		t.Errorf("told: %q", got)
	}
	if err := s.Adopt(); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := s.OtherVersion(); ok {
		t.Error("still of another version")
	}
	if got := s.Answers().Get("applicant.name"); got != "示例公司" {
		t.Errorf("the name is %q", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// By the older program it is of a version that this one does not know.
	s = opened(t)(setting(t).Open(path))
	defer s.Close()
	if other, ok, err := s.OtherVersion(); !ok || err != nil || other.Known || len(other.Lines(s.Form, words)) != 1 {
		t.Errorf("a newer form: %+v, %v, %v", other, ok, err)
	}
}

// TestOtherForm: an application by another form is refused and stays as it is.
func TestOtherForm(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	f, err := file.Create(path, file.Meta{Form: "b300-cn", Version: "2027.1", Created: clock()})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	s := setting(t)
	for name, open := range map[string]func(string) (*session.Session, error){"to work": s.Open, "to look": s.OpenReadOnly} {
		if _, err := open(path); !errors.Is(err, session.ErrOtherForm) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Summarize(path); !errors.Is(err, session.ErrOtherForm) {
		t.Errorf("summarised: %v", err)
	}
	if err := session.Readable(path, ""); !errors.Is(err, session.ErrOtherForm) {
		t.Errorf("readable: %v", err)
	}
}

// TestReadable: without the form pack, a file of its form is known to be readable, and
// one that cannot be opened fails as it would when it is opened.
func TestReadable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.h200")
	if err := opened(t)(setting(t).Create(path, false)).Close(); err != nil {
		t.Fatal(err)
	}
	if err := session.Readable(path, ""); err != nil {
		t.Error(err)
	}
	if err := session.Readable(path+"x", ""); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// opened gives a session that has to open.
func opened(t *testing.T) func(*session.Session, error) *session.Session {
	t.Helper()
	return func(s *session.Session, err error) *session.Session {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}
