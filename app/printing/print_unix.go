//go:build unix

package printing

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long the spooler may take to answer.
const patience = 20 * time.Second

// spoolers are the programs that take a file, in the order in which they are tried.
var spoolers = []struct {
	program string
	options []string // before the path, which is absolute
}{
	{"lp", []string{"--"}},
	{"lpr", nil},
}

// refusals are what CUPS says in English (its lp.c and lpr.c) when it takes nothing.
var refusals = []struct {
	words string // in small letters
	err   error
}{
	{"no default destination", ErrNoPrinter},
	{"no destinations added", ErrNoPrinter},
	{"scheduler not responding", ErrStopped},
	{"unable to connect", ErrStopped},
	{"connection refused", ErrStopped},
}

func send(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	for _, s := range spoolers {
		program, err := exec.LookPath(s.program)
		if err != nil {
			continue
		}
		return hand(program, append(s.options[:len(s.options):len(s.options)], path)...)
	}
	return ErrNone
}

// hand has a spooler take a file.
func hand(program string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, program, args...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // for its words
	out, err := c.CombinedOutput()
	if err == nil {
		return nil
	}
	said := strings.TrimSpace(string(out))
	for _, r := range refusals {
		if strings.Contains(strings.ToLower(said), r.words) {
			return fmt.Errorf("%w: %s", r.err, said)
		}
	}
	return fmt.Errorf("%s: %w: %s", filepath.Base(program), err, said)
}
