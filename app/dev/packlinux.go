package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"

	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/debian"
	"h200filing/app/dev/pack/freedesktop"
)

// debianArchs are Debian's names of processors.
var debianArchs = map[string]string{"amd64": "amd64", "arm64": "arm64", "loong64": "loong64", "riscv64": "riscv64"}

// packLinux makes the Debian package and the archive for other systems.
func packLinux(ctx context.Context, r *release) error {
	program, err := r.built(ctx, "linux")
	if err != nil {
		return err
	}
	drawings, err := r.drawings()
	if err != nil {
		return err
	}
	shared, err := freedesktop.Files(r.Package, drawings, r.when)
	if err != nil {
		return err
	}
	documents, err := r.documents()
	if err != nil {
		return err
	}
	depends, err := debian.Depends(bytes.NewReader(program))
	if err != nil {
		return err
	}
	err = r.debian(ctx, debian.Content{Package: r.Package, Arch: debianArchs[runtime.GOARCH], Depends: depends, Program: program,
		Shared: shared, Terms: documents.Get("LICENSE.txt"), Notices: documents.Get("LIBRARIES.txt"), Released: r.when})
	if err != nil {
		return err
	}
	files := append(pack.Tree{{Path: "bin/" + r.Command, Content: program, Executable: true}}, shared...)
	return r.tarXZ(ctx, append(files, documents.Under(path.Join("share/doc", r.Command))...))
}

// debian builds the Debian package.
func (r *release) debian(ctx context.Context, c debian.Content) error {
	tree, err := c.Tree()
	if err != nil {
		return err
	}
	folder := filepath.Join(r.temp, "debian")
	if err := tree.WriteFolder(folder, r.when); err != nil {
		return err
	}
	path := filepath.Join(r.out, c.FileName())
	build := r.command(ctx, "dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", folder, path)
	build.Stdout = io.Discard // it says what finish says
	if err := build.Run(); err != nil {
		return fmt.Errorf("dpkg-deb: %w", err)
	}
	r.made = append(r.made, path)
	return os.RemoveAll(folder)
}

// tarXZ writes the archive that is unpacked over /usr/local, ~/.local or into a
// folder of its own: there is nothing in it to be run for installing.
func (r *release) tarXZ(ctx context.Context, files pack.Tree) error {
	return r.write(r.named("linux-"+runtime.GOARCH+".tar.xz"), func(to io.Writer) error {
		squeeze := r.command(ctx, "xz", "-9", "--threads=1", "--stdout")
		squeeze.Stdin, squeeze.Stdout = nil, to
		in, err := squeeze.StdinPipe()
		if err != nil {
			return err
		}
		if err := squeeze.Start(); err != nil {
			return err
		}
		written := files.Under(r.Command+"-"+r.Version).WriteTar(in, r.when)
		if err := in.Close(); written == nil {
			written = err
		}
		if err := squeeze.Wait(); err != nil {
			return fmt.Errorf("xz: %w", err)
		}
		return written
	})
}
