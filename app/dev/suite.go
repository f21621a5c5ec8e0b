package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// testCommand is `dev test`.
type testCommand struct {
	Packages []string      `arg:"" optional:"" default:"./..." help:"Which packages; all if none is named."`
	FuzzTime time.Duration `default:"60s" help:"How long each fuzz target runs."`
}

// windowed are the packages whose tests type and click in a real window. They run
// one after the other when the rest is done: a person does not type while the
// machine compiles, and two windows share no keyboard.
var windowed = []string{"h200filing/app", "h200filing/app/prose"}

// Run checks and tests everything. Under CI nothing is taken from the cache of
// test results.
func (c testCommand) Run(ctx context.Context, w *workshop) error {
	return inTestSurroundings(ctx, w, func(w *workshop, temp string) error {
		all, err := w.packages(ctx, c.Packages)
		if err != nil {
			return err
		}
		quiet, windows := apart(all, windowed)
		quiet, wine := apart(quiet, []string{underWine})
		fresh := os.Getenv("CI") != ""
		program, told := w, newAccount(os.Stdout)
		steps := []step{
			{name: "gofmt", do: func() error { return checkFormat(w.root) }},
			{name: "go build", ends: true, do: func() error {
				bin, err := w.build(ctx, temp)
				program = w.with("H200FILING_BIN=" + bin)
				return err
			}},
			{name: "go vet", do: func() error { return w.goTool(ctx, vetArgs(c.Packages)...) }},
			{name: "go test", do: func() error { return program.test(ctx, told, quiet, fresh) }},
			{name: "go test of windows", do: func() error { return program.test(ctx, told, windows, fresh, "-p=1") }},
			{name: "fuzz targets", do: func() error { return w.fuzz(ctx, told, c.Packages, c.FuzzTime, temp) }},
		}
		if hasWine(wine) {
			steps = append(steps, step{name: "go test under Wine", do: func() error {
				with, err := program.forWine(ctx, temp)
				if err != nil {
					return err
				}
				return with.test(ctx, told, wine, fresh)
			}})
		}
		return runSteps(os.Stdout, append(steps, step{name: "counts", do: told.tell}))
	})
}

// test runs the tests of packages; of none it does nothing.
func (w *workshop) test(ctx context.Context, told *account, packages []string, fresh bool, flags ...string) error {
	if len(packages) == 0 {
		return nil
	}
	return w.goTest(ctx, told, testArgs(append(flags, packages...), fresh)...)
}

// goTest runs go test -json and has what it tells entered.
func (w *workshop) goTest(ctx context.Context, told *account, args ...string) error {
	run := w.with("CGO_ENABLED=1").command(ctx, append([]string{"go"}, args...)...)
	run.Stdout = nil
	events, err := run.StdoutPipe()
	if err != nil {
		return err
	}
	if err := run.Start(); err != nil {
		return err
	}
	heard := told.read(events)
	if err := run.Wait(); err != nil {
		return errors.Join(fmt.Errorf("go test: %w", err), heard)
	}
	return heard
}

// packages lists the packages that patterns stand for.
func (w *workshop) packages(ctx context.Context, patterns []string) ([]string, error) {
	out, err := w.output(ctx, append([]string{"go", "list", "-tags=" + tags}, patterns...)...)
	return strings.Fields(out), err
}

// apart parts what is among some from the rest.
func apart(all, some []string) (rest, among []string) {
	for _, one := range all {
		if slices.Contains(some, one) {
			among = append(among, one)
		} else {
			rest = append(rest, one)
		}
	}
	return rest, among
}

// vetArgs are the arguments of go that vet packages.
func vetArgs(packages []string) []string {
	return append([]string{"vet", "-tags=" + tags}, packages...)
}

// testArgs are the arguments of go that test packages, all of them again if fresh.
// The few checks of vet that go test repeats are left to go vet.
func testArgs(packages []string, fresh bool) []string {
	args := []string{"test", "-tags=" + tags, "-vet=off", "-timeout=40m", "-json"}
	if fresh {
		args = append(args, "-count=1")
	}
	return append(args, packages...)
}

// benchCommand is `dev bench`.
type benchCommand struct {
	Packages []string `arg:"" optional:"" default:"./..." help:"Which packages; all if none is named."`
	Match    string   `default:"." help:"Which benchmarks, as go test -bench takes it."`
}

// Run runs benchmarks, one package at a time so that they do not disturb each
// other.
func (c benchCommand) Run(ctx context.Context, w *workshop) error {
	return inTestSurroundings(ctx, w, func(w *workshop, temp string) error {
		bin, err := w.build(ctx, temp)
		if err != nil {
			return err
		}
		return w.with("H200FILING_BIN="+bin).goTool(ctx, benchArgs(c.Packages, c.Match)...)
	})
}

// benchArgs are the arguments of go that run the benchmarks that match.
func benchArgs(packages []string, match string) []string {
	return append([]string{"test", "-tags=" + tags, "-vet=off", "-run=^$", "-bench=" + match, "-benchmem", "-p=1"}, packages...)
}

// inTestSurroundings installs what tests need and calls do with a workshop in
// which they run: a plain locale, on Linux a display of their own, and a folder
// that is gone afterwards.
func inTestSurroundings(ctx context.Context, w *workshop, do func(w *workshop, temp string) error) error {
	if err := install(ctx, w, forBuild, forTest, forPackage); err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "h200filing-test-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	w = w.with("LANG=C.UTF-8", "LC_ALL=C.UTF-8")
	if runtime.GOOS == "linux" {
		d, err := openDisplay(ctx, w)
		if err != nil {
			return err
		}
		defer d.Close()
		w = w.with(d.environment()...)
	}
	return do(w, temp)
}
