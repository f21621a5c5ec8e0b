package command_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"h200filing/app/command"
	"h200filing/forms/file"
	"h200filing/i18n"
)

// TestOtherForms: a file by another version of the form is checked and says so; one
// by another form is refused in one line.
func TestOtherForms(t *testing.T) {
	words := i18n.For(i18n.Hans)
	now := func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		form, version string
		code          int
		says          string
	}{
		{"h200-cn", "2025.1", command.NotReady, words.Text("form.unknown", "old", "2025.1", "new", "2026.1")},
		{"b300-cn", "2026.1", command.Unreadable, words.Text("error.other_form", "error", "a.h200")},
	} {
		t.Chdir(t.TempDir())
		f, err := file.Create(filepath.Join("a.h200"), file.Meta{Form: c.form, Version: c.version, Created: now()})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		code := command.Run([]string{"check", "a.h200"}, command.Env{Out: &out, Err: &out, Now: now, Lang: i18n.Hans})
		first, _, _ := strings.Cut(out.String(), "\n")
		if code != c.code || !strings.HasSuffix(first, c.says[strings.IndexRune(c.says, '：')+1:]) {
			t.Errorf("%s %s: %d, %s", c.form, c.version, code, first)
		}
	}
}
