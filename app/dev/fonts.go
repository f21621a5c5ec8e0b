package main

import (
	"context"
	"path/filepath"
)

// fontsCommand is `dev fonts`.
type fontsCommand struct {
	Out string `arg:"" optional:"" default:"assets/fonts" help:"Folder the fonts go to, from the root of the repository."`
}

// Run makes the bundled fonts anew. The script says what it needs.
func (c fontsCommand) Run(ctx context.Context, w *workshop) error {
	return w.do(ctx, "python3", filepath.FromSlash("app/dev/fonts/make.py"), c.Out)
}
