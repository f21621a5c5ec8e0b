package main

import (
	"context"
	"path/filepath"
)

// fontsCommand is `dev fonts`.
type fontsCommand struct {
	Out  string `arg:"" optional:"" default:"assets/fonts" help:"Folder the fonts go to, from the root of the repository."`
	Root string `help:"Where Debian packages were unpacked instead of installed."`
	NPM  string `name:"npm" help:"The folder that holds node_modules."`
}

// Run makes the bundled fonts again from packages of Debian and npm. It installs
// none: the script says which it lacks, and checks those it finds by their sums.
func (c fontsCommand) Run(ctx context.Context, w *workshop) error {
	return w.do(ctx, fontsArgs(w.root, c)...)
}

// fontsArgs call the script, which names its own interpreter: the libraries it
// uses belong to the system's Python, not to the first on PATH.
func fontsArgs(root string, c fontsCommand) []string {
	argv := []string{filepath.Join(root, "app", "dev", "fonts", "make.py")}
	if c.Root != "" {
		argv = append(argv, "--root", c.Root)
	}
	if c.NPM != "" {
		argv = append(argv, "--npm", c.NPM)
	}
	return append(argv, c.Out)
}
