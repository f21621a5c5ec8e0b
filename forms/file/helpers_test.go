package file_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/file"
)

var (
	noon  = time.Date(2026, 11, 24, 12, 0, 0, 5_000_000, time.FixedZone("CST", 8*3600))
	usual = file.Meta{Form: "h200-cn", Version: "2026.1", Title: "采购 H200", Created: noon}
)

// fresh creates a file in a folder of its own.
func fresh(t testing.TB) *file.File {
	t.Helper()
	f, err := file.Create(filepath.Join(t.TempDir(), "申请 #1 100%+.h200"), usual, file.Cheap())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeFile(t, f) })
	return f
}

// password is that of the encrypted files of the tests.
const password = "算力 Secret-0421"

// encrypted is fresh with a password.
func encrypted(t testing.TB) *file.File {
	t.Helper()
	f, err := file.Create(filepath.Join(t.TempDir(), "密.h200"), usual, file.Password(password), file.Cheap())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeFile(t, f) })
	return f
}

func closeFile(t testing.TB, f *file.File) {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// reopen opens the file once more, as another process would.
func reopen(t testing.TB, f *file.File) *file.File {
	t.Helper()
	g, err := file.Open(f.Path(), file.Password(password))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeFile(t, g) })
	return g
}

func apply(t testing.TB, f *file.File, changes ...forms.Change) {
	t.Helper()
	if err := f.Apply("王芳", "", noon, changes...); err != nil {
		t.Fatal(err)
	}
}

func set(path forms.Path, value string) forms.Change {
	return forms.Change{Op: forms.Set, Path: path, Value: value}
}

func insert(row forms.Path, at int) forms.Change {
	return forms.Change{Op: forms.Insert, Path: row, At: at}
}

// content is all that answers hold, for comparison.
type content struct {
	Values map[forms.Path]string
	Rows   map[forms.Path][]string
	Next   int
}

func contentOf(a *forms.Answers) content {
	c := content{Values: map[forms.Path]string{}, Rows: map[forms.Path][]string{}, Next: a.NextRow()}
	for _, p := range a.Paths() {
		c.Values[p] = a.Get(p)
	}
	for _, list := range a.Lists() {
		c.Rows[list] = slices.Clone(a.Rows(list))
	}
	return c
}

func same(t interface {
	Helper()
	Fatalf(string, ...any)
}, got, want *forms.Answers) {
	t.Helper()
	if diff := cmp.Diff(contentOf(want), contentOf(got)); diff != "" {
		t.Fatalf("answers (-want +got):\n%s", diff)
	}
}

func entries(t testing.TB, f *file.File) []file.Entry {
	t.Helper()
	var out []file.Entry
	for e, err := range f.Log(0) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

// holds fails where the chain of the log does not hold.
func holds(t interface {
	Helper()
	Fatalf(string, ...any)
}, f *file.File) {
	t.Helper()
	if broken, err := f.CheckLog(); broken != nil || err != nil {
		t.Fatalf("log broken: %+v, %v", broken, err)
	}
}

// alone fails where the folder of a file holds anything else.
func alone(t testing.TB, path string) {
	t.Helper()
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if n.Name() != filepath.Base(path) {
			t.Errorf("%s was left beside the file", n.Name())
		}
	}
}

// filled creates a file with answers, rows and an attachment, and gives its
// bytes and answers.
func filled(t testing.TB) ([]byte, *forms.Answers) {
	t.Helper()
	f := fresh(t)
	apply(t, f, set("applicant.name", "华东算力科技有限公司"), insert("suppliers[r1]", 0), insert("suppliers[r2]", 0),
		set("suppliers[r2].reply", "declined"), insert("suppliers[r2].facts[r3]", 0), set("suppliers[r2].facts[r3].value", "64"))
	apply(t, f, set("project.background", string(make([]byte, 3000))+"结束"))
	attach(t, f, "a report", forms.FileInfo{Pages: 2, MediaType: "application/pdf"})
	closeFile(t, f)
	data, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return data, f.Answers()
}
