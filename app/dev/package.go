package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// packageCommand is `dev package`.
type packageCommand struct {
	OS    string `name:"os" enum:"linux,windows,darwin,all" default:"all" help:"For which system; all that can be made on this one if none is named."`
	Out   string `default:"dist" help:"Folder the packages go to, from the root of the repository."`
	Check bool   `help:"Install the Debian package into a clean Debian and export a PDF there (as root)."`
}

// packagers make the packages of a system.
var packagers = map[string]func(context.Context, *release) error{
	"linux":   packLinux,
	"windows": packWindows,
	"darwin":  packDarwin,
}

// packagedOn lists the systems whose packages can be made on one, by GOOS: the
// window takes a C compiler for its system.
var packagedOn = map[string][]string{
	"linux":   {"linux", "windows"},
	"windows": {"windows"},
	"darwin":  {"darwin"},
}

// Run makes the packages and tells their sizes.
func (c packageCommand) Run(ctx context.Context, w *workshop) error {
	systems, err := packagesFor(c.OS, runtime.GOOS)
	if err != nil {
		return err
	}
	if err := install(ctx, w, forBuild, forPackage); err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "h200filing-package-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	out := c.Out
	if !filepath.IsAbs(out) {
		out = filepath.Join(w.root, out)
	}
	r, err := newRelease(ctx, w, out, temp)
	if err != nil {
		return err
	}
	for _, goos := range systems {
		if err := packagers[goos](ctx, r); err != nil {
			return fmt.Errorf("packages for %s: %w", goos, err)
		}
	}
	if err := r.finish(os.Stdout); err != nil || !c.Check {
		return err
	}
	return r.checkDebian(ctx)
}

// packagesFor lists the systems to make packages for, of those that were asked
// for, on a machine.
func packagesFor(asked, goos string) ([]string, error) {
	possible := packagedOn[goos]
	if asked == "all" {
		return possible, nil
	}
	for _, one := range possible {
		if one == asked {
			return []string{one}, nil
		}
	}
	return nil, fmt.Errorf("packages for %s are not made on %s: the window takes a C compiler for its system, so run this on %[1]s", asked, goos)
}
