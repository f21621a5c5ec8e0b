package file_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/file"
)

// released is where a file of a schema version is kept as the release with that
// version has written it; sealed is the same with the password.
func released(version int) (plain, sealed string) {
	return filepath.Join("testdata", fmt.Sprintf("schema%d.h200", version)), filepath.Join("testdata", fmt.Sprintf("schema%d-password.h200", version))
}

// fixture has TestReleased write the kept files of the present version first: to
// be used once, when a version is about to be released.
var fixture = flag.Bool("fixture", false, "write the kept files of the present schema version")

func writeFixture(t *testing.T) {
	plain, sealed := released(file.SchemaVersion)
	for name, f := range map[string]*file.File{plain: fresh(t), sealed: encrypted(t)} {
		fixed(t, f)
		closeFile(t, f)
		if err := os.WriteFile(name, read(t, f.Path()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReleased opens the kept files of every schema version there was, in the
// clear and with a password: they read as they were written, take changes and
// are of the present version then.
func TestReleased(t *testing.T) {
	if *fixture {
		writeFixture(t)
	}
	for version := 1; version <= file.SchemaVersion; version++ {
		plain, sealed := released(version)
		for _, name := range []string{plain, sealed} {
			t.Run(filepath.Base(name), func(t *testing.T) { checkReleased(t, read(t, name)) })
		}
	}
}

func checkReleased(t *testing.T, data []byte) {
	path := filepath.Join(t.TempDir(), "x.h200")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := file.Open(path, file.Password(password))
	if err != nil {
		t.Fatal(err)
	}
	defer closeFile(t, f)
	got := everythingOf(t, f)
	written := fresh(t)
	fixed(t, written)
	if diff := cmp.Diff(everythingOf(t, written), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	holds(t, f)
	apply(t, f, set("a", "1"))
	if _, err := f.Undo("w", noon); err != nil {
		t.Error(err)
	}
	same(t, reopen(t, f).Answers(), written.Answers())
}

// fixed is what the kept files hold. It must not be changed: where a version can
// hold more, that goes into a function of its own.
func fixed(t testing.TB, f *file.File) {
	t.Helper()
	apply(t, f, set("applicant.name", "华东算力科技有限公司"), insert("suppliers[r1]", 0), insert("suppliers[r2]", 0),
		set("suppliers[r2].reply", "declined"), insert("suppliers[r2].facts[r3]", 0), set("suppliers[r2].facts[r3].value", "64"),
		forms.Change{Op: forms.Move, Path: "suppliers[r1]", At: 0})
	sha := attach(t, f, string(bytes.Repeat([]byte("a report "), 2000)), forms.FileInfo{Pages: 2, MediaType: "application/pdf"})
	apply(t, f, set("suppliers[r1].evidence", forms.Attachment{Name: "报告.pdf", SHA256: sha}.Text()))
	apply(t, f, f.Answers().Removal("suppliers[r2]")...)
	for _, do := range []func() error{
		func() error { _, err := f.Undo("李雷", noon); return err },
		func() error { return f.NameVersion("送审稿", "王芳", noon) },
		func() error { return f.Tick("applicant.name", "审", noon) },
		func() error { _, err := f.Redo("李雷", noon); return err },
		func() error {
			titled := usual
			titled.Title, titled.Practice = "旧稿", true
			return f.SetMeta("王芳", "改名", noon, titled)
		},
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
}
