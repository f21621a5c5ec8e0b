package main

import (
	"net"
	"strings"

	"h200filing/app/command"
)

// checkDisplay fails with command.ErrNoDisplay where there is nothing to show a
// window on, before the toolkit finds out and says so in its own way. The program is
// built for X11, which a Wayland desktop serves through Xwayland: input methods for
// Chinese need it.
func checkDisplay(getenv func(string) string) error {
	if display := getenv("DISPLAY"); display != "" && answers(display) {
		return nil
	}
	return command.ErrNoDisplay
}

// answers reports whether there is an X server at host:number.screen (X(7)).
func answers(display string) bool {
	colon := strings.LastIndexByte(display, ':')
	if colon < 0 {
		return true // a form that only the toolkit knows
	}
	host := display[:colon]
	number, _, _ := strings.Cut(display[colon+1:], ".")
	if host != "" && host != "unix" {
		return true // another machine's; the toolkit waits for it
	}
	for _, at := range []string{"/tmp/.X11-unix/X" + number, "@/tmp/.X11-unix/X" + number} {
		if c, err := net.Dial("unix", at); err == nil {
			return c.Close() == nil
		}
	}
	return false
}
