package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// patience is how long a window may take on a busy machine.
const patience = 2 * time.Minute

// take starts the program with a home of its own, watches it and ends it.
func (c *contestant) take(ctx context.Context, home string) (err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	program := exec.CommandContext(ctx, c.argv[0], c.argv[1:]...)
	program.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home+"/config", "XDG_CACHE_HOME="+home+"/cache", "XDG_DATA_HOME="+home+"/data",
		"DBUS_SESSION_BUS_ADDRESS=unix:path="+home+"/none")
	begun := time.Now()
	if err := program.Start(); err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, program.Process.Signal(syscall.SIGKILL)) // there is nothing to be kept
		_ = program.Wait()                                              // tells of the kill
	}()
	var r result
	if r.usable, r.picture, err = c.watch(ctx, begun); err != nil {
		return err
	}
	r.resident, err = atRest(ctx, program.Process.Pid)
	c.runs = append(c.runs, r)
	return err
}

// watch takes pictures until one can be used.
func (c *contestant) watch(ctx context.Context, begun time.Time) (usable, picture time.Duration, err error) {
	for ctx.Err() == nil {
		found, err := exec.CommandContext(ctx, "xdotool", "search", "--onlyvisible", "--name", c.title).Output()
		ids := strings.Fields(string(found))
		if len(ids) == 0 {
			var none *exec.ExitError
			if err != nil && !errors.As(err, &none) {
				return 0, 0, err
			}
			continue
		}
		taken := time.Now()
		pixels, err := exec.CommandContext(ctx, "import", "-window", ids[0], "-depth", "8", "gray:-").Output()
		if err == nil && canBeUsed(pixels) { // a window that is just going is no picture
			return taken.Sub(begun), time.Since(taken), nil
		}
	}
	return 0, 0, fmt.Errorf("no frame that can be used: %w", ctx.Err())
}

// canBeUsed tells whether gray pixels are mostly light and some of them text.
func canBeUsed(pixels []byte) bool {
	light, dark := 0, 0
	for _, p := range pixels {
		switch {
		case p > 0xc0:
			light++
		case p < 0x70:
			dark++
		}
	}
	return light > len(pixels)/2 && dark > 100
}

// atRest is the resident memory of a process once it has been the same, within a
// megabyte, for some time.
func atRest(ctx context.Context, pid int) (int64, error) {
	const quiet = 8 // looks
	tick := time.NewTicker(250 * time.Millisecond)
	defer tick.Stop()
	last, same := int64(0), 0
	for same < quiet {
		now, err := resident(pid)
		if err != nil {
			return 0, err
		}
		if same++; max(now-last, last-now) > 1e6 {
			last, same = now, 0
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-tick.C:
		}
	}
	return last, nil
}

// resident reads the resident memory of a process (proc(5)).
func resident(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range bytes.Lines(text) {
		if value, ok := bytes.CutPrefix(line, []byte("VmRSS:")); ok {
			kilobytes, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(string(value)), " kB"), 10, 64)
			return kilobytes * 1024, err
		}
	}
	return 0, errors.New("no VmRSS")
}
