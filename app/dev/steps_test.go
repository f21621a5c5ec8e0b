package main

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRunSteps(t *testing.T) {
	bad := errors.New("broken")
	for _, c := range []struct {
		name   string
		first  error // what the first of three steps returns
		ends   bool
		middle error
		want   string // the last line
		fault  string
		taken  string
	}{
		{name: "all pass", want: "steps: 3 passed, 0 failed", taken: "one two three"},
		{name: "one fails, the rest are tried", first: bad, want: "steps: 2 passed, 1 failed", fault: "failed: one", taken: "one two three"},
		{name: "two fail", first: bad, middle: bad, want: "steps: 1 passed, 2 failed", fault: "failed: one, two", taken: "one two three"},
		{name: "the rest cannot be tried", first: bad, ends: true, want: "steps: 0 passed, 3 failed",
			fault: "failed: one, two (not tried), three (not tried)", taken: "one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var taken []string
			take := func(name string, err error) func() error {
				return func() error { taken = append(taken, name); return err }
			}
			var out strings.Builder
			err := runSteps(&out, []step{
				{name: "one", do: take("one", c.first), ends: c.ends},
				{name: "two", do: take("two", c.middle)},
				{name: "three", do: take("three", nil)},
			})
			if fault := errorText(err); fault != c.fault {
				t.Errorf("error %q, want %q", fault, c.fault)
			}
			if diff := cmp.Diff(c.taken, strings.Join(taken, " ")); diff != "" {
				t.Error(diff)
			}
			lines := strings.Split(strings.TrimSpace(out.String()), "\n")
			if last := lines[len(lines)-1]; last != c.want {
				t.Errorf("last line %q, want %q", last, c.want)
			}
			if timed := regexp.MustCompile(`(?m)^=== one: .+ \(\d[^)]*s\)$`); !timed.MatchString(out.String()) {
				t.Errorf("no duration in:\n%s", &out)
			}
		})
	}
}

// errorText is what an error says, empty for none.
func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
