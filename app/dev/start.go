package main

import (
	"context"
	"path/filepath"
	"strconv"

	"h200filing/app/dev/metadata"
)

// startCommand is `dev start`.
type startCommand struct {
	Rounds int `arg:"" optional:"" default:"5" help:"How often each is started."`
}

// Run measures how fast the window opens and how much memory it takes, beside an
// empty one, with the program as packages have it.
func (c startCommand) Run(ctx context.Context, w *workshop) error {
	return inTestSurroundings(ctx, w, func(w *workshop, temp string) error {
		m, err := metadata.Read(filepath.Join(w.root, metadata.File))
		if err != nil {
			return err
		}
		program, watch := filepath.Join(temp, "h200filing"), filepath.Join(temp, "start")
		for _, args := range [][]string{releaseArgs(m.Version, program, "./app"), releaseArgs(m.Version, watch, "./app/dev/start")} {
			if err := w.goTool(ctx, args...); err != nil {
				return err
			}
		}
		return w.with("H200FILING_BIN="+program).do(ctx, watch, strconv.Itoa(c.Rounds))
	})
}
