package main

import (
	"errors"
	"testing"

	"h200filing/app/command"
)

// TestCheckDisplay: without a display, or with one that nobody serves, no window is
// tried.
func TestCheckDisplay(t *testing.T) {
	for _, c := range []struct {
		x, wayland string
		want       error
	}{
		{"", "", command.ErrNoDisplay},
		{":987654", "", command.ErrNoDisplay},
		{"unix:987654.0", "", command.ErrNoDisplay},
		{":987654", "wayland-0", command.ErrNoDisplay},
		{"", "wayland-0", command.ErrNoDisplay},
		{"far.example:10.0", "", nil},
	} {
		got := checkDisplay(func(key string) string { return map[string]string{"DISPLAY": c.x, "WAYLAND_DISPLAY": c.wayland}[key] })
		if !errors.Is(got, c.want) {
			t.Errorf("DISPLAY=%s WAYLAND_DISPLAY=%s: %v, want %v", c.x, c.wayland, got, c.want)
		}
	}
}
