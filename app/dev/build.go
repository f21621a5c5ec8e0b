package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"

	"h200filing/app/dev/metadata"
)

// tags are the build tags of every build, vet and test, so that they share one
// cache. They leave out of Fyne its emoji font and its search for FyneApp.toml,
// and say that the program keeps to its rule of one thread.
const tags = "migrated_fynedo,no_emoji,no_metadata"

// buildCommand is `dev build`.
type buildCommand struct{}

// Run builds bin/h200filing.
func (buildCommand) Run(ctx context.Context, w *workshop) error {
	if err := install(ctx, w, forBuild); err != nil {
		return err
	}
	_, err := w.build(ctx, filepath.Join(w.root, "bin"))
	return err
}

// build compiles the program into a folder and returns its path.
func (w *workshop) build(ctx context.Context, dir string) (string, error) {
	m, err := metadata.Read(filepath.Join(w.root, metadata.File))
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "h200filing")
	if runtime.GOOS == "windows" {
		bin += ".exe"
	}
	return bin, w.goTool(ctx, buildArgs(m, bin)...)
}

// buildArgs are the arguments of go that compile the program into bin, with the
// version in main.version. The commit is left out: a copy owned by another user
// would fail to build, and every commit would link again.
func buildArgs(m metadata.Metadata, bin string) []string {
	return []string{"build", "-tags=" + tags, "-buildvcs=false", "-ldflags=-X main.version=" + m.Version, "-o", bin, "./app"}
}

// goTool runs the go command; Fyne needs C.
func (w *workshop) goTool(ctx context.Context, args ...string) error {
	return w.with("CGO_ENABLED=1").do(ctx, append([]string{"go"}, args...)...)
}
