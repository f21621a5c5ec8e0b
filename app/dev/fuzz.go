package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// fuzzTarget is a fuzz test that go test lists.
type fuzzTarget struct{ pkg, name string }

// String is how the report names a target.
func (f fuzzTarget) String() string {
	_, within, _ := strings.Cut(f.pkg, "/")
	return within + " " + f.name
}

// atOnce is how many targets run at a time. Each has one worker, and of the three
// on a processor some wait for their worker or write while another runs.
func atOnce() int { return 3 * runtime.NumCPU() }

// fuzz runs every fuzz target of packages for a while, all of them with what their
// packages keep in testdata/fuzz and what earlier runs found of interest, which
// lies in go's cache. An input that fails a target is left in testdata/fuzz, to be
// kept there with the repair.
func (w *workshop) fuzz(ctx context.Context, a *account, packages []string, each time.Duration, temp string) error {
	targets, err := w.fuzzTargets(ctx, packages)
	if err != nil {
		return err
	}
	cache, err := w.output(ctx, "go", "env", "GOCACHE")
	if err != nil {
		return err
	}
	binaries := map[string]*fuzzBinary{}
	for _, target := range targets {
		if binaries[target.pkg] == nil {
			at := filepath.Join(temp, fmt.Sprintf("fuzz%d.test", len(binaries)))
			if binaries[target.pkg], err = w.buildFuzz(ctx, target, at, cache); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(a.out, "%d targets, %v each, %d at a time\n", len(targets), each, atOnce())
	return inParallel(targets, atOnce(), func(target fuzzTarget) error {
		return binaries[target.pkg].run(ctx, a, target, each)
	})
}

// fuzzTargets lists the fuzz tests of packages.
func (w *workshop) fuzzTargets(ctx context.Context, packages []string) ([]fuzzTarget, error) {
	out, err := w.output(ctx, append([]string{"go", "test", "-tags=" + tags, "-vet=off", "-json", "-list=^Fuzz"}, packages...)...)
	if err != nil {
		return nil, err
	}
	return readTargets(strings.NewReader(out))
}

// readTargets reads what go test -json -list=^Fuzz puts out.
func readTargets(r io.Reader) ([]fuzzTarget, error) {
	var out []fuzzTarget
	decoder := json.NewDecoder(r)
	for {
		var e event
		if err := decoder.Decode(&e); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("list of fuzz targets: %w", err)
		}
		if e.Action == "output" && strings.HasPrefix(e.Output, "Fuzz") {
			out = append(out, fuzzTarget{e.Package, strings.TrimSpace(e.Output)})
		}
	}
	slices.SortFunc(out, func(a, b fuzzTarget) int { return strings.Compare(a.String(), b.String()) })
	return out, nil
}

// fuzzBinary is the test program of a package, made so that it knows which inputs
// lead where.
type fuzzBinary struct {
	shop       *workshop // in the package's folder
	path, keep string
}

// buildFuzz builds the test program of a target's package.
func (w *workshop) buildFuzz(ctx context.Context, target fuzzTarget, at, cache string) (*fuzzBinary, error) {
	dir, err := w.output(ctx, "go", "list", "-tags="+tags, "-f={{.Dir}}", target.pkg)
	if err != nil {
		return nil, err
	}
	if err := w.goTool(ctx, "test", "-tags="+tags, "-vet=off", "-c", "-fuzz=^"+target.name+"$", "-o", at, target.pkg); err != nil {
		return nil, err
	}
	return &fuzzBinary{&workshop{root: dir, env: w.env}, at, filepath.Join(cache, "fuzz", filepath.FromSlash(target.pkg))}, nil
}

// run fuzzes one target, and enters how many inputs it was given.
func (b *fuzzBinary) run(ctx context.Context, a *account, target fuzzTarget, each time.Duration) error {
	c := b.shop.command(ctx, b.path, "-test.run=^$", "-test.fuzz=^"+target.name+"$", "-test.fuzztime="+each.String(),
		"-test.fuzzminimizetime=200x", "-test.parallel=1", "-test.fuzzcachedir="+b.keep)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	err := c.Run()
	if err != nil && ctx.Err() == nil && onlyOverran(said.String()) {
		err = nil
	}
	n := executions(&said)
	if err == nil && n == 0 {
		err = errors.New("nothing was executed")
	}
	a.add(fuzzCount, n, target.String())
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", target, err, said.String())
	}
	return nil
}

// overran is what a fuzz test ends with where its time is over just while an input
// is handed out; nothing has failed then (golang/go#75804, mended in Go 1.27).
var overran = regexp.MustCompile(`(?m)^--- FAIL: \S+ \(\S+\)\n +context deadline exceeded\nFAIL$`)

// onlyOverran reports whether a fuzz test failed by the end of its time alone.
func onlyOverran(said string) bool {
	return overran.MatchString(said) && !strings.Contains(said, "Failing input")
}

// fuzzCount is the name under which executions are counted.
const fuzzCount = "fuzz-executions"

// executed matches the executions so far, of the inputs kept and then of new ones.
var executed = regexp.MustCompile(`^fuzz: elapsed: \S+, (?:.*execs: |gathering baseline coverage: )(\d+)`)

// executions finds the last count of executions in what a fuzz test says.
func executions(said *bytes.Buffer) int {
	n := 0
	for scan := bufio.NewScanner(bytes.NewReader(said.Bytes())); scan.Scan(); {
		if m := executed.FindStringSubmatch(scan.Text()); m != nil {
			n, _ = strconv.Atoi(m[1]) // digits; 0 if they are too many
		}
	}
	return n
}

// inParallel does something with all, so many at a time, and joins the errors.
func inParallel[T any](all []T, atOnce int, do func(T) error) error {
	var lock sync.Mutex
	var group sync.WaitGroup
	var faults []error
	next := make(chan T)
	for range atOnce {
		group.Go(func() {
			for one := range next {
				if err := do(one); err != nil {
					lock.Lock()
					faults = append(faults, err)
					lock.Unlock()
				}
			}
		})
	}
	for _, one := range all {
		next <- one
	}
	close(next)
	group.Wait()
	return errors.Join(faults...)
}
