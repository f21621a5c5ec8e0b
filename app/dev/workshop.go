package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// workshop is where commands run: the repository and the environment they see.
type workshop struct {
	root string   // folder of go.mod
	env  []string // added to the process's own environment; the last of a name wins
}

// openWorkshop finds the repository from the current folder upward.
func openWorkshop() (*workshop, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("current folder: %w", err)
	}
	root, err := moduleRoot(dir)
	if err != nil {
		return nil, err
	}
	return &workshop{root: root}, nil
}

// moduleRoot returns dir or the nearest folder above it that holds a go.mod.
func moduleRoot(dir string) (string, error) {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at, nil
		} else if !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("%s: not inside the repository: no go.mod here or above", dir)
		}
	}
}

// with returns a workshop whose commands also see the given NAME=value settings.
func (w *workshop) with(env ...string) *workshop {
	return &workshop{root: w.root, env: append(append([]string(nil), w.env...), env...)}
}

// patience is how long a program that was asked to end may take to tidy up.
const patience = 10 * time.Second

// command prepares a program that shares the terminal. When ctx ends, the
// program is asked to end too (an X server then takes away its lock and socket,
// go test the tests it runs), and is killed if it has not done so in time or the
// system knows no such request.
func (w *workshop) command(ctx context.Context, argv ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, argv[0], argv[1:]...)
	c.Dir = w.root
	c.Env = append(os.Environ(), w.env...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = patience
	return c
}

// do runs a program to its end. The error names the program.
func (w *workshop) do(ctx context.Context, argv ...string) error {
	if err := w.command(ctx, argv...).Run(); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(argv[:min(2, len(argv))], " "), err)
	}
	return nil
}

// output runs a program to its end and returns what it wrote, without the line
// break at its end. The error names the program.
func (w *workshop) output(ctx context.Context, argv ...string) (string, error) {
	c := w.command(ctx, argv...)
	c.Stdout = nil
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(argv[:min(2, len(argv))], " "), err)
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}
