package main

import (
	"context"
	"io"
	"runtime"

	"h200filing/app/dev/pack/macos"
)

// packDarwin makes the bundle, zipped as macOS's own archiver does it.
func packDarwin(ctx context.Context, r *release) error {
	program, err := r.built(ctx, "darwin")
	if err != nil {
		return err
	}
	drawings, err := r.drawings()
	if err != nil {
		return err
	}
	documents, err := r.documents()
	if err != nil {
		return err
	}
	bundle, err := macos.Bundle(r.Package, program, drawings.Program, drawings.Document, documents)
	if err != nil {
		return err
	}
	return r.write(r.named("macos-"+runtime.GOARCH+".zip"), func(to io.Writer) error { return bundle.WriteZip(to, r.when) })
}
