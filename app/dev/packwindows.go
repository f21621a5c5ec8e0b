package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"h200filing/app/dev/pack"
	"h200filing/app/dev/pack/windows"
)

// packWindows makes the archive and the installer.
func packWindows(ctx context.Context, r *release) error {
	tree, icons, err := r.windowsProgram(ctx)
	if err != nil {
		return err
	}
	documents, err := r.documents()
	if err != nil {
		return err
	}
	tree = append(tree, documents...)
	err = r.write(r.named("windows-amd64.zip"), func(to io.Writer) error {
		return tree.Under(r.Command+"-"+r.Version).WriteZip(to, r.when)
	})
	if err != nil {
		return err
	}
	return r.installer(ctx, tree, icons)
}

// windowsProgram builds the program for Windows: the one with the window, and the
// one for a console that runs it.
func (r *release) windowsProgram(ctx context.Context) (pack.Tree, windows.Icons, error) {
	drawings, err := r.drawings()
	if err != nil {
		return nil, windows.Icons{}, err
	}
	icons, err := windows.DrawIcons(drawings.Program, drawings.Document)
	if err != nil {
		return nil, icons, err
	}
	on := r.with("GOOS=windows", "GOARCH=amd64")
	if runtime.GOOS != "windows" {
		on = on.with("CC=" + mingw)
	}
	var tree pack.Tree
	for _, of := range []struct {
		name string
		make func(path string) error
	}{
		{r.Command + ".exe", func(path string) error {
			return on.goTool(ctx, releaseArgs(r.Version, path, "./app", "-H=windowsgui")...)
		}},
		{r.Command + ".com", func(path string) error {
			return on.with("CGO_ENABLED=0").do(ctx, append([]string{"go"}, releaseArgs(r.Version, path, "./app/console")...)...)
		}},
	} {
		path := filepath.Join(r.temp, "windows", of.name)
		if err := of.make(path); err != nil {
			return nil, icons, err
		}
		program, err := os.ReadFile(path)
		if err != nil {
			return nil, icons, err
		}
		resources, err := windows.Resources(r.Package, icons, of.name)
		if err != nil {
			return nil, icons, err
		}
		if program, err = windows.Attach(program, resources); err != nil {
			return nil, icons, err
		}
		tree = append(tree, pack.File{Path: of.name, Content: program, Executable: true})
	}
	return tree, icons, nil
}

// mingw is the C compiler for Windows on other systems.
const mingw = "x86_64-w64-mingw32-gcc"

// installer builds the installer.
func (r *release) installer(ctx context.Context, tree pack.Tree, icons windows.Icons) error {
	var icon bytes.Buffer
	if err := icons.Program.SaveICO(&icon); err != nil {
		return err
	}
	i := windows.Installer{Package: r.Package, Setup: r.named("windows-amd64-setup.exe"), Files: filepath.Join(r.temp, "installer"), Tree: tree}
	script, err := i.Script()
	if err != nil {
		return err
	}
	files := append(pack.Tree{{Path: "program.ico", Content: icon.Bytes()}, {Path: "installer.nsi", Content: script}}, tree...)
	if err := files.WriteFolder(i.Files, r.when); err != nil {
		return err
	}
	// Warnings are errors: a text that is missing in a language is one.
	if err := r.do(ctx, "makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", filepath.Join(i.Files, "installer.nsi")); err != nil {
		return fmt.Errorf("installer: %w", err)
	}
	r.made = append(r.made, i.Setup)
	return os.RemoveAll(i.Files)
}
