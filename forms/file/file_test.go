package file_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/file"
)

func TestCreate(t *testing.T) {
	f := fresh(t)
	info, err := os.Stat(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v", info.Mode())
	}
	want := usual
	want.Created = noon.UTC()
	for _, g := range []*file.File{f, reopen(t, f)} {
		if diff := cmp.Diff(want, g.Meta()); diff != "" {
			t.Errorf("meta (-want +got):\n%s", diff)
		}
		if g.Writable() != (f == g) || len(g.Answers().Paths()) > 0 || len(g.Files()) > 0 {
			t.Error("a new file is not writable and empty")
		}
	}
	alone(t, f.Path())
}

func TestCreateRefuses(t *testing.T) {
	f := fresh(t)
	before, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	dangling := filepath.Join(t.TempDir(), "link.h200")
	if err := os.Symlink("nowhere", dangling); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		kind file.Kind
	}{
		{f.Path(), file.Exists},
		{dangling, file.Exists},
		{filepath.Dir(f.Path()), file.Exists},
		{filepath.Join(t.TempDir(), "no", "folder.h200"), file.NotFound},
		{filepath.Join(f.Path(), "x.h200"), file.NotFound},
	} {
		if _, err := file.Create(c.path, usual); !errors.Is(err, c.kind) {
			t.Errorf("%s: %v, want %s", c.path, err, c.kind)
		}
	}
	if after, err := os.ReadFile(f.Path()); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file that was there has changed (%v)", err)
	}
	unnamed := filepath.Join(t.TempDir(), "x.h200")
	if _, err := file.Create(unnamed, file.Meta{}); err == nil {
		t.Error("created without a form")
	}
	if _, err := os.Stat(unnamed); !os.IsNotExist(err) {
		t.Errorf("left behind: %v", err)
	}
}

func TestClose(t *testing.T) {
	f := fresh(t)
	apply(t, f, set("a", "1"))
	for range 2 {
		closeFile(t, f)
	}
	if f.Answers().Get("a") != "1" {
		t.Error("the snapshot is gone")
	}
	_, attachErr := f.Attach(bytes.NewReader(nil), forms.FileInfo{})
	_, readErr := f.Attachment("")
	_, refreshErr := f.Refresh()
	_, checkErr := f.CheckLog()
	for i, err := range []error{f.Apply("", "", noon, set("a", "2")), attachErr, readErr, refreshErr, checkErr} {
		if !errors.Is(err, file.Closed) {
			t.Errorf("%d: %v, want closed", i, err)
		}
	}
	alone(t, f.Path())
}

func TestSetMeta(t *testing.T) {
	f := fresh(t)
	want := file.Meta{Form: "h200-cn", Version: "2027.1", Practice: true, Created: noon.UTC()}
	given := want
	given.Created = noon.AddDate(1, 0, 0)
	if err := f.SetMeta("李雷", "new pack", noon, given); err != nil {
		t.Fatal(err)
	}
	for _, g := range []*file.File{f, reopen(t, f)} {
		if diff := cmp.Diff(want, g.Meta()); diff != "" {
			t.Errorf("meta (-want +got):\n%s", diff)
		}
	}
	var keys []string
	for _, e := range entries(t, f) {
		keys = append(keys, e.Op+" "+e.Path+" "+e.Old+">"+e.New)
	}
	if diff := cmp.Diff([]string{"meta practice >1", "meta title 采购 H200>", "meta version 2026.1>2027.1"}, keys); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
	if err := f.SetMeta("", "", noon, file.Meta{Form: "x"}); err == nil {
		t.Error("a file without a version")
	}
}
