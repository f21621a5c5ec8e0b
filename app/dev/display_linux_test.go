package main

import (
	"context"
	"os"
	"strings"
	"testing"
)

// TestDisplay: two displays are two, each answers while it is open and is gone
// when closed.
func TestDisplay(t *testing.T) {
	w := &workshop{root: t.TempDir()}
	answers := func(d *display) error {
		c := w.with("DISPLAY="+d.name).command(t.Context(), "xprop", "-root")
		c.Stdout, c.Stderr = nil, nil
		return c.Run()
	}
	var open []*display
	for range 2 {
		d, err := openDisplay(t.Context(), w)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		open = append(open, d)
	}
	if open[0].name == open[1].name {
		t.Errorf("both are %s", open[0].name)
	}
	for _, d := range open {
		if err := answers(d); err != nil {
			t.Errorf("%s does not answer: %v", d.name, err)
		}
		d.Close()
		if answers(d) == nil {
			t.Errorf("%s still answers after Close", d.name)
		}
	}
}

func TestDisplayFails(t *testing.T) {
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := openDisplay(done, &workshop{root: t.TempDir()}); err == nil {
		t.Error("no error although nothing could be started")
	}
	t.Setenv("PATH", t.TempDir())
	_, err := openDisplay(t.Context(), &workshop{root: os.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "Xvfb") {
		t.Errorf("error %v, want one that names Xvfb", err)
	}
}
