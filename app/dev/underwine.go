package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// underWine is the package whose tests run the program for Windows.
const underWine = "h200filing/app/dev/wine"

// hasWine tells whether this machine can run it, and whether its tests are among
// the packages.
func hasWine(packages []string) bool {
	return runtime.GOOS == "linux" && runtime.GOARCH == "amd64" && slices.Contains(packages, underWine)
}

// forWine builds the program for Windows into a folder, as packages have it, and
// returns a workshop whose tests find it.
func (w *workshop) forWine(ctx context.Context, temp string) (*workshop, error) {
	r, err := newRelease(ctx, w, filepath.Join(temp, "dist"), temp)
	if err != nil {
		return nil, err
	}
	tree, _, err := r.windowsProgram(ctx)
	if err != nil {
		return nil, err
	}
	if err := os.RemoveAll(filepath.Join(temp, "windows")); err != nil {
		return nil, err
	}
	folder := filepath.Join(temp, "program")
	return w.with("H200FILING_WINDOWS=" + folder), tree.WriteFolder(folder, r.when)
}
