package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// runCommand is `dev run`.
type runCommand struct{}

// Run builds the program and opens its window on the built-in practice
// application. Where there is no display it exports that application instead and
// says where to.
func (runCommand) Run(ctx context.Context, w *workshop) error {
	if err := install(ctx, w, forBuild); err != nil {
		return err
	}
	bin, err := w.build(ctx, filepath.Join(w.root, "bin"))
	if err != nil {
		return err
	}
	if hasDisplay(runtime.GOOS, os.Getenv) {
		return w.do(ctx, bin, "--practice")
	}
	return w.exportPractice(ctx, bin)
}

// hasDisplay tells whether a window can open: always on macOS and Windows,
// elsewhere where an X server is named.
func hasDisplay(goos string, getenv func(string) string) bool {
	return goos == "darwin" || goos == "windows" || getenv("DISPLAY") != ""
}

// exportPractice writes the practice application's PDF, workbook and pack.
func (w *workshop) exportPractice(ctx context.Context, bin string) error {
	temp, err := os.MkdirTemp("", "h200filing-practice-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	out, err := practiceFolder()
	if err != nil {
		return err
	}
	application := filepath.Join(temp, "practice.h200")
	to := func(name string) string { return filepath.Join(out, name) }
	for _, argv := range [][]string{
		{bin, "new", application, "--practice"},
		{bin, "export", application, "--draft", "--pdf", to("practice.pdf"), "--xlsx", to("practice.xlsx"), "--pack", to("practice.zip")},
	} {
		if err := w.do(ctx, argv...); err != nil {
			return err
		}
	}
	_, err = fmt.Printf("There is no display here, so no window was opened. The practice application, exported:\n  %s\n  %s\n  %s\n",
		to("practice.pdf"), to("practice.xlsx"), to("practice.zip"))
	return err
}

// practiceFolder makes and returns h200filing-practice in the user's Documents,
// or in the current folder if there are none.
func practiceFolder() (string, error) {
	parent, err := os.Getwd()
	if err != nil {
		return "", err
	}
	if home, err := os.UserHomeDir(); err == nil {
		if info, err := os.Stat(filepath.Join(home, "Documents")); err == nil && info.IsDir() {
			parent = filepath.Join(home, "Documents")
		}
	}
	dir := filepath.Join(parent, "h200filing-practice")
	return dir, os.MkdirAll(dir, 0o755)
}
