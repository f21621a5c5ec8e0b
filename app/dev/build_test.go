package main

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/metadata"
)

// TestArguments: builds, vets, tests and benchmarks share their tags, and with
// them one cache.
func TestArguments(t *testing.T) {
	all := []string{"./..."}
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"build", buildArgs(metadata.Metadata{Version: "1.2.3"}, "out/bin"),
			[]string{"build", "-tags=" + tags, "-buildvcs=false", "-ldflags=-X main.version=1.2.3", "-o", "out/bin", "./app"}},
		{"vet", vetArgs(all), []string{"vet", "-tags=" + tags, "./..."}},
		{"test", testArgs(all, false), []string{"test", "-tags=" + tags, "-vet=off", "-timeout=40m", "-json", "./..."}},
		{"test anew", testArgs([]string{"./a", "./b"}, true), []string{"test", "-tags=" + tags, "-vet=off", "-timeout=40m", "-json", "-count=1", "./a", "./b"}},
		{"bench", benchArgs(all, "Open"), []string{"test", "-tags=" + tags, "-vet=off", "-run=^$", "-bench=Open", "-benchmem", "-p=1", "./..."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Error(diff)
			}
			if !slices.Contains(c.got, "-tags=migrated_fynedo,no_emoji,no_metadata") {
				t.Error("other tags")
			}
		})
	}
}

func TestFontsArguments(t *testing.T) {
	script := filepath.Join("r", "app", "dev", "fonts", "make.py")
	for _, c := range []struct {
		command fontsCommand
		want    []string
	}{
		{fontsCommand{Out: "o"}, []string{script, "o"}},
		{fontsCommand{Out: "o", Root: "d", NPM: "n"}, []string{script, "--root", "d", "--npm", "n", "o"}},
	} {
		if diff := cmp.Diff(c.want, fontsArgs("r", c.command)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestWindowed: the packages that are tested last and alone are there, and are
// parted from the others.
func TestWindowed(t *testing.T) {
	w, err := openWorkshop()
	if err != nil {
		t.Fatal(err)
	}
	all, err := w.packages(t.Context(), []string{"./..."})
	if err != nil {
		t.Fatal(err)
	}
	rest, among := apart(all, windowed)
	if len(among) != len(windowed) || len(rest)+len(among) != len(all) || len(rest) < 20 {
		t.Errorf("%d packages: %v alone, %d others", len(all), among, len(rest))
	}
}
