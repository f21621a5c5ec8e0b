// Package alert shows a message in a box of the system's own, for a program that
// has no window to show it in.
//
// It refuses to ask anything, and to wait on systems where it need not. Floor 3 of
// the house, below main; it imports nothing of it.
package alert

// Show shows a message under a title. It reports whether the system has a way to;
// then somebody may see it.
func Show(title, text string) bool { return show(title, text) }
