package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestModuleRoot(t *testing.T) {
	top := t.TempDir()
	deep := filepath.Join(top, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := moduleRoot(deep); err == nil || !strings.HasPrefix(err.Error(), deep) {
		t.Errorf("error %v, want one that begins with the folder", err)
	}
	if err := os.WriteFile(filepath.Join(top, "go.mod"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{top, deep} {
		if got, err := moduleRoot(from); got != top || err != nil {
			t.Errorf("from %s: %q, error %v, want %q", from, got, err, top)
		}
	}
}

// TestWith: settings are added, the workshop they are added to stays as it was.
func TestWith(t *testing.T) {
	base := (&workshop{root: "r"}).with("A=1")
	one, two := base.with("B=1"), base.with("C=1")
	for _, c := range []struct {
		got  *workshop
		want []string
	}{{base, []string{"A=1"}}, {one, []string{"A=1", "B=1"}}, {two, []string{"A=1", "C=1"}}} {
		if diff := cmp.Diff(c.want, c.got.env); diff != "" || c.got.root != "r" {
			t.Errorf("in %q: %s", c.got.root, diff)
		}
	}
}

func TestHasDisplay(t *testing.T) {
	for _, c := range []struct {
		goos, display string
		want          bool
	}{
		{"linux", "", false}, {"linux", ":0", true}, {"freebsd", "", false},
		{"darwin", "", true}, {"windows", "", true},
	} {
		getenv := func(name string) string { return map[string]string{"DISPLAY": c.display}[name] }
		if got := hasDisplay(c.goos, getenv); got != c.want {
			t.Errorf("%s with DISPLAY=%q: %v, want %v", c.goos, c.display, got, c.want)
		}
	}
}

// TestPracticeFolder: in Documents if the user has them, else in the current
// folder.
func TestPracticeFolder(t *testing.T) {
	home, here := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Chdir(here)
	want := filepath.Join(here, "h200filing-practice")
	if got, err := practiceFolder(); got != want || err != nil {
		t.Errorf("%q, error %v, want %q", got, err, want)
	}
	if err := os.Mkdir(filepath.Join(home, "Documents"), 0o755); err != nil {
		t.Fatal(err)
	}
	want = filepath.Join(home, "Documents", "h200filing-practice")
	if got, err := practiceFolder(); got != want || err != nil {
		t.Errorf("%q, error %v, want %q", got, err, want)
	}
	if info, err := os.Stat(want); err != nil || !info.IsDir() {
		t.Errorf("folder not made: %v", err)
	}
}

func TestExitCodes(t *testing.T) {
	t.Chdir(t.TempDir()) // outside any repository
	for _, c := range []struct {
		args []string
		want int
	}{{nil, 2}, {[]string{"fly"}, 2}, {[]string{"build", "--fast"}, 2}, {[]string{"build"}, 1}} {
		if got := run(c.args); got != c.want {
			t.Errorf("dev %s: exit %d, want %d", strings.Join(c.args, " "), got, c.want)
		}
	}
}
