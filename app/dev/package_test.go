package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/pack"
)

func TestPackagesFor(t *testing.T) {
	for _, c := range []struct {
		asked, goos string
		want        []string
		fault       string
	}{
		{asked: "all", goos: "linux", want: []string{"linux", "windows"}},
		{asked: "windows", goos: "linux", want: []string{"windows"}},
		{asked: "darwin", goos: "darwin", want: []string{"darwin"}},
		{asked: "all", goos: "windows", want: []string{"windows"}},
		{asked: "darwin", goos: "linux", fault: "packages for darwin are not made on linux"},
	} {
		got, err := packagesFor(c.asked, c.goos)
		if diff := cmp.Diff(c.want, got); diff != "" || !strings.Contains(errorText(err), c.fault) || (err == nil) != (c.fault == "") {
			t.Errorf("%s on %s: %v, %v", c.asked, c.goos, got, err)
		}
	}
	for goos, systems := range packagedOn {
		for _, one := range systems {
			if packagers[one] == nil {
				t.Errorf("nobody makes packages for %s, which %s should", one, goos)
			}
		}
	}
}

func TestReleaseArgs(t *testing.T) {
	got := releaseArgs("1.2.3", "out/bin.exe", "./app", "-H=windowsgui")
	want := []string{"build", "-tags=" + tags, "-buildvcs=false", "-trimpath", "-ldflags=-s -w -buildid= -X main.version=1.2.3 -H=windowsgui", "-o", "out/bin.exe", "./app"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSourceDate(t *testing.T) {
	w, err := openWorkshop()
	if err != nil {
		t.Fatal(err)
	}
	when, err := w.sourceDate(t.Context(), "1795478400")
	if want := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC); err != nil || !when.Equal(want) {
		t.Errorf("%v, %v, want %v", when, err, want)
	}
	if when, err := w.sourceDate(t.Context(), ""); err != nil || when.Year() < 2026 {
		t.Errorf("the time of the commit: %v, %v", when, err)
	}
	if _, err := w.sourceDate(t.Context(), "yesterday"); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Errorf("error %v, want one that names the variable", err)
	}
	if _, err := (&workshop{root: t.TempDir(), env: []string{"GIT_DIR=none"}}).sourceDate(t.Context(), ""); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
		t.Errorf("error %v, want one that says what to do outside a clone", err)
	}
}

// TestReleaseTwice makes a small archive and its sums two times: the same bytes.
func TestReleaseTwice(t *testing.T) {
	w, err := openWorkshop()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "1795478400")
	var results [2]map[string]string
	for n := range results {
		r, err := newRelease(t.Context(), w, filepath.Join(t.TempDir(), "dist"), t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		tree := pack.Tree{{Path: "bin/program", Content: bytes.Repeat([]byte("program "), 1000), Executable: true}, {Path: "说明.txt"}}
		if err := r.tarXZ(t.Context(), tree); err != nil {
			t.Fatal(err)
		}
		if err := r.write(r.named("windows-amd64.zip"), func(to io.Writer) error { return tree.WriteZip(to, r.when) }); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		if err := r.finish(&said); err != nil {
			t.Fatal(err)
		}
		results[n] = map[string]string{}
		for _, path := range append(r.made, filepath.Join(r.out, "SHA256SUMS")) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			results[n][filepath.Base(path)] = string(content)
			if !strings.Contains(said.String(), path) {
				t.Errorf("%s is not named in %q", path, said.String())
			}
		}
	}
	if diff := cmp.Diff(results[0], results[1]); diff != "" {
		t.Error(diff)
	}
	if sums := results[0]["SHA256SUMS"]; strings.Count(sums, "\n") != 2 || strings.Contains(sums, "/") {
		t.Errorf("sums:\n%s", sums)
	}
}
