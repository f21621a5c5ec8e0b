package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// account is what test runs have told: it writes as go test does, a line for a
// package and all that a failed one said, and adds up what tests have counted.
//
// A test says what it counted by an attribute, t.Attr("count.kills-survived",
// "300"); attributes of one name are added up. Test results that come from the
// cache count as they did when they were made.
type account struct {
	lock   sync.Mutex // of add
	out    io.Writer
	counts map[string]int
	said   map[string]*spoken // by package
}

// countMark begins the key of an attribute that counts.
const countMark = "count."

// spoken is what a package under test has said so far.
type spoken struct {
	own   strings.Builder             // beside its tests
	last  string                      // the newest line of own
	tests map[string]*strings.Builder // those that run or have failed
	order []string                    // of tests
}

// event is a line of go test -json, as `go doc test2json` has it.
type event struct {
	Action, Package, ImportPath, Test, Output, Key, Value string
}

func newAccount(out io.Writer) *account {
	return &account{out: out, counts: map[string]int{}, said: map[string]*spoken{}}
}

// read follows the output of go test -json to its end. What is no event, as a
// word of the go command itself, is written as it is.
func (a *account) read(r io.Reader) error {
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadBytes('\n')
		var e event
		switch {
		case len(line) == 0:
		case json.Unmarshal(line, &e) != nil || e.Action == "":
			fmt.Fprintf(a.out, "%s\n", bytes.TrimSuffix(line, []byte("\n")))
		default:
			if err := a.take(e); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("output of go test: %w", err)
		}
	}
}

// take enters one event.
func (a *account) take(e event) error {
	switch e.Action {
	case "build-output":
		fmt.Fprint(a.out, e.Output)
	case "output":
		a.of(e.Package).say(e.Test, e.Output)
	case "attr":
		return a.count(e.Key, e.Value)
	case "pass", "skip":
		a.of(e.Package).passed(e.Test)
		if e.Test == "" {
			fmt.Fprint(a.out, a.of(e.Package).last)
			delete(a.said, e.Package)
		}
	case "fail":
		if e.Test == "" {
			fmt.Fprint(a.out, a.of(e.Package).all())
			delete(a.said, e.Package)
		}
	}
	return nil
}

func (a *account) of(pkg string) *spoken {
	if a.said[pkg] == nil {
		a.said[pkg] = &spoken{tests: map[string]*strings.Builder{}}
	}
	return a.said[pkg]
}

// say keeps what a test, or the package beside its tests, has put out.
func (s *spoken) say(test, output string) {
	switch {
	case test == "":
		s.own.WriteString(output)
		s.last = output
	case strings.HasPrefix(output, "=== "): // a test that runs, waits, goes on
	default:
		if s.tests[test] == nil {
			s.tests[test] = &strings.Builder{}
			s.order = append(s.order, test)
		}
		s.tests[test].WriteString(output)
	}
}

// passed forgets what a test has said that did not fail.
func (s *spoken) passed(test string) { delete(s.tests, test) }

// all is what the tests that did not pass and the package have said.
func (s *spoken) all() string {
	var b strings.Builder
	for _, test := range s.order {
		if said := s.tests[test]; said != nil {
			b.WriteString(said.String())
		}
	}
	return b.String() + s.own.String()
}

// count adds up an attribute that counts.
func (a *account) count(key, value string) error {
	name, ok := strings.CutPrefix(key, countMark)
	if !ok {
		return nil
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	a.counts[name] += n
	return nil
}

// add enters a count and writes of what it is. Several may add at a time.
func (a *account) add(name string, n int, of string) {
	a.lock.Lock()
	defer a.lock.Unlock()
	a.counts[name] += n
	fmt.Fprintf(a.out, "%9d %s\n", n, of)
}

// tell lists what was counted, by name.
func (a *account) tell() error {
	for _, name := range slices.Sorted(maps.Keys(a.counts)) {
		fmt.Fprintf(a.out, "%9d %s\n", a.counts[name], strings.ReplaceAll(name, "-", " "))
	}
	return nil
}
